// Reads one YAML pack file against its schema. An error names file, line and field, and stops at start-up.
import {isMap, isSeq, LineCounter, parseDocument} from 'yaml'
import type {z} from 'zod'

export interface PackFile {
  /** Path below packs/, with forward slashes: `world/actors.yaml`. */
  readonly path: string
  readonly text: string
}

const MAX_ALIASES = 10
/** Enough to mend a file by; one slip in a list of hundreds must not fill the screen. */
const MAX_PROBLEMS = 20

export class PackError extends Error {
  readonly code: string
  /** The file that does not fit; null where several do not fit each other. */
  readonly file: string | null
  constructor(code: string, message: string, file: string | null = null) {
    super(message)
    this.name = 'PackError'
    this.code = code
    this.file = file
  }
}

/** Parses and checks a pack file. Throws PackError `pack/bad-yaml` or `pack/bad-entry`: a line a problem, with file, line and field. */
export function readPackFile<Schema extends z.ZodType>(file: PackFile, schema: Schema): z.infer<Schema> {
  const lines = new LineCounter()
  const document = parseDocument(file.text, {lineCounter: lines, uniqueKeys: true})
  const broken = document.errors[0]
  if (broken)
    throw new PackError(
      'pack/bad-yaml',
      `packs/${file.path}:${lines.linePos(broken.pos[0]).line}: ${broken.message.split('\n')[0]}`,
      file.path,
    )
  const result = schema.safeParse(document.toJS({maxAliasCount: MAX_ALIASES}))
  if (result.success) return result.data
  const problems = result.error.issues.slice(0, MAX_PROBLEMS).map(issue => {
    const path = issue.path.filter(step => typeof step !== 'symbol')
    return `packs/${file.path}:${lineOf(document.contents, path, lines)}: ${path.join('.') || '(file)'}: ${issue.message}`
  })
  throw new PackError('pack/bad-entry', problems.join('\n'), file.path)
}

/** Line of the deepest node on the way to the field. */
function lineOf(root: unknown, path: readonly (string | number)[], lines: LineCounter): number {
  let node: unknown = root
  let offset = 0
  for (const step of path) {
    const next: unknown = isMap(node) ? node.get(step, true) : isSeq(node) ? node.get(step, true) : undefined
    const range = (next as {range?: [number, number, number]} | undefined)?.range
    if (!range) break
    offset = range[0]
    node = next
  }
  return lines.linePos(offset).line
}
