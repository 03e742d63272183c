// A search as typed, taken apart: words, phrases in quotation marks, OR, -word, and fields (person: issue: outlet: from: to: status: origins:).
// What is not understood is said and searched for as words; nothing that was typed ever reaches a query language as it is.

export interface Asked {
  /** All of these must be met; each by one of its alternatives. */
  readonly all: readonly (readonly Phrase[])[]
  readonly none: readonly Phrase[]
  readonly person: readonly string[]
  readonly issue: readonly string[]
  readonly outlet: readonly string[]
  readonly status: readonly string[]
  /** First and last day, as typed: a year, a month or a day. */
  readonly from: string | null
  readonly to: string | null
  /** At least so many origins. */
  readonly origins: number | null
  readonly notes: readonly string[]
}

/** Words that follow each other. */
export type Phrase = readonly string[]

type Part =
  | {readonly kind: 'or'}
  | {readonly kind: 'words'; readonly not: boolean; readonly words: Phrase}
  | {readonly kind: 'field'; readonly name: string; readonly value: string}

const FIELDS = ['person', 'issue', 'outlet', 'status', 'from', 'to', 'origins'] as const
/** Longer questions are cut: nobody types this many words, and each costs a look-up. */
const MAX_PARTS = 64
const DAY = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/

export function readQuestion(typed: string): Asked {
  const notes: string[] = []
  const parts = partsOf(typed)
  if (parts.length > MAX_PARTS) notes.push(`only the first ${MAX_PARTS} words of the question are used`)
  const all: Phrase[][] = []
  const none: Phrase[] = []
  const lists = {person: [] as string[], issue: [] as string[], outlet: [] as string[], status: [] as string[]}
  let from: string | null = null
  let to: string | null = null
  let origins: number | null = null
  let joins = false
  for (const part of parts.slice(0, MAX_PARTS)) {
    if (part.kind === 'or') {
      joins = all.length > 0
      continue
    }
    if (part.kind === 'words') {
      if (part.not) none.push(part.words)
      else if (joins) all.at(-1)!.push(part.words)
      else all.push([part.words])
    } else if (part.name === 'from' || part.name === 'to') {
      if (!DAY.test(part.value)) notes.push(`${part.name}:${part.value} is no date: write ${part.name}:2031-03-04`)
      else if (part.name === 'from') from = part.value
      else to = part.value
    } else if (part.name === 'origins') {
      const least = /^(?:>=)?(\d{1,4})\+?$/.exec(part.value)
      if (least) origins = Number(least[1])
      else notes.push(`origins:${part.value} is no number: write origins:2 for two or more`)
    } else lists[part.name as keyof typeof lists].push(part.value)
    joins = false
  }
  return {all, none, ...lists, from, to, origins, notes}
}

/** True where only entries of the record can answer. */
export const asksForEntries = ({status, origins, issue}: Asked): boolean => status.length > 0 || origins !== null || issue.length > 0

export const isEmpty = ({all, none, person, issue, outlet, status, from, to, origins}: Asked): boolean =>
  [all, none, person, issue, outlet, status].every(list => list.length === 0) && from === null && to === null && origins === null

function partsOf(typed: string): Part[] {
  const parts: Part[] = []
  for (const match of typed.matchAll(/(-?)(?:([A-Za-z]{2,10}):)?(?:["“”]([^"“”]*)["“”]?|([^\s"“”]+))/g)) {
    const [, minus = '', name, quoted, bare] = match
    const value = (quoted ?? bare ?? '').trim()
    if (name !== undefined && isField(name.toLowerCase())) {
      if (value !== '') parts.push({kind: 'field', name: name.toLowerCase(), value})
      continue
    }
    if (bare === 'OR' && name === undefined && minus === '') {
      parts.push({kind: 'or'})
      continue
    }
    const words = wordsIn(name === undefined ? value : `${name} ${value}`)
    if (words.length > 0) parts.push({kind: 'words', not: minus === '-', words})
  }
  return parts
}

const isField = (name: string): boolean => (FIELDS as readonly string[]).includes(name)

/** Runs of letters and digits, as the index cuts them. */
export const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
