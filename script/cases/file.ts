// The case file: a title, a text in newsroom English, `==>`, and the lines that must come out. Reads it, compares it, writes it back.

export type Layer = 'sentences' | 'times' | 'mentions' | 'roles' | 'attributions' | 'events' | 'positions' | 'agreements' | 'assessments'

export const LAYERS: readonly Layer[] = [
  'sentences',
  'times',
  'mentions',
  'roles',
  'attributions',
  'events',
  'positions',
  'agreements',
  'assessments',
]

/** plain: right and said; missed (`?`): right, not said today; wrong (`!`): said today, not right. */
export type Mark = 'plain' | 'missed' | 'wrong'

export interface ExpectedLine {
  readonly mark: Mark
  readonly line: string
}

export interface Case {
  readonly title: string
  /** Keys written in front of the text: `published 2031-04-11`, `publisher Mirvan Post`. */
  readonly known: Readonly<Record<string, string>>
  readonly text: string
  readonly expected: readonly ExpectedLine[]
}

export interface CaseFile {
  readonly layers: readonly Layer[]
  /** What stands above the first case, kept as it is. */
  readonly head: string
  readonly cases: readonly Case[]
}

export interface Verdict {
  /** Plain lines that are no longer said. */
  readonly lost: readonly string[]
  /** Lines said that no mark knows. */
  readonly unsigned: readonly string[]
  /** `?` lines that are said now, `!` lines that are not said any more: the mark must go. */
  readonly improved: readonly string[]
  readonly plain: number
  readonly missed: number
  readonly wrong: number
}

const KNOWN_KEYS = ['published', 'publisher', 'title', 'uri', 'genre', 'byline']

/** Throws where the first line names no layers or a case has no `==>`. */
export function parseCaseFile(source: string, path: string): CaseFile {
  const [head = '', ...bodies] = source.split(/^# /m)
  const named =
    /^layers:(.*)$/m
      .exec(head)?.[1]
      ?.split(',')
      .map(word => word.trim()) ?? []
  const unknown = named.find(word => !LAYERS.includes(word as Layer))
  if (named.length === 0 || unknown !== undefined)
    throw new Error(`${path}: the first line must be "layers: ${LAYERS.join(', ')}" (some of them); found "${unknown ?? ''}"`)
  return {layers: named as Layer[], head, cases: bodies.map(body => parseCase(body, path))}
}

function parseCase(body: string, path: string): Case {
  const [title = '', ...rest] = body.split('\n')
  const arrow = rest.indexOf('==>')
  if (arrow < 0) throw new Error(`${path}: case "${title}" has no ==>`)
  const above = rest.slice(0, arrow)
  const known: Record<string, string> = {}
  let first = 0
  while (first < above.length) {
    const line = above[first]!
    const space = line.indexOf(' ')
    const key = line.slice(0, space)
    if (line.trim() !== '' && !KNOWN_KEYS.includes(key)) break
    if (line.trim() !== '') known[key] = line.slice(space + 1).trim()
    first++
  }
  const expected = rest
    .slice(arrow + 1)
    .map(readLine)
    .filter(line => line !== null)
  return {title: title.trim(), known, text: above.slice(first).join('\n').trim(), expected}
}

export function readLine(line: string): ExpectedLine | null {
  const bare = line.trim()
  if (bare === '') return null
  if (bare.startsWith('? ')) return {mark: 'missed', line: bare.slice(2).trim()}
  if (bare.startsWith('! ')) return {mark: 'wrong', line: bare.slice(2).trim()}
  return {mark: 'plain', line: bare}
}

/** Compares the lines said with the lines expected; each line counts once for each time it stands there. */
export function judge(expected: readonly ExpectedLine[], said: readonly string[]): Verdict {
  const left = countOf(said)
  const take = (line: string): boolean => {
    const count = left.get(line) ?? 0
    left.set(line, count - 1)
    return count > 0
  }
  const lost: string[] = []
  const improved: string[] = []
  for (const {mark, line} of expected) {
    const isSaid = take(line)
    if (mark === 'plain' && !isSaid) lost.push(line)
    if (mark === 'missed' && isSaid) improved.push(`? ${line}`)
    if (mark === 'wrong' && !isSaid) improved.push(`! ${line}`)
  }
  const unsigned = [...left].flatMap(([line, count]) => (count > 0 ? Array<string>(count).fill(line) : []))
  const of = (mark: Mark): number => expected.filter(line => line.mark === mark).length
  return {lost, unsigned, improved, plain: of('plain'), missed: of('missed'), wrong: of('wrong')}
}

function countOf(lines: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1)
  return counts
}

/** What `--update` writes: lines said keep or get their place, new ones as `!` until a person signs them, lost ones as `?`. */
export function updateExpected(expected: readonly ExpectedLine[], said: readonly string[]): ExpectedLine[] {
  const left = countOf(said)
  const kept: ExpectedLine[] = []
  for (const {mark, line} of expected) {
    const count = left.get(line) ?? 0
    left.set(line, count - 1)
    if (count > 0) kept.push({mark: mark === 'missed' ? 'plain' : mark, line})
    else if (mark !== 'wrong') kept.push({mark: 'missed', line})
  }
  const fresh = [...left].flatMap(([line, count]) => Array<ExpectedLine>(Math.max(0, count)).fill({mark: 'wrong', line}))
  return [...kept, ...fresh]
}

export function writeCaseFile(file: CaseFile): string {
  return file.head + file.cases.map(writeCase).join('\n')
}

function writeCase(one: Case): string {
  const known = Object.entries(one.known)
    .map(([key, value]) => `${key} ${value}\n`)
    .join('')
  return `# ${one.title}\n\n${known}${one.text}\n\n==>\n\n${writeExpected(one.expected)}`
}

export function writeExpected(expected: readonly ExpectedLine[]): string {
  const sign = {plain: '', missed: '? ', wrong: '! '}
  return expected.map(({mark, line}) => `${sign[mark]}${line}\n`).join('')
}
