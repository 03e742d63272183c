// The document as the finders of mentions read it: words in lower case with straight apostrophes, and where each sentence begins.
import type {Document, With} from '../../model/document.ts'
import type {Tokens} from '../../model/tokens.ts'
import {relationOf, uposOf} from '../../text/tree.ts'

export interface Sheet {
  readonly text: string
  /** The text with straight apostrophes and plain spaces, of the same length. */
  readonly plain: string
  /** Token i in lower case, with straight apostrophes. */
  readonly lower: readonly string[]
  readonly tokens: Tokens
  readonly sentences: Document['sentences']
  readonly published: string | null
}

export function readSheet(document: With<'sentences' | 'tokens'>): Sheet {
  const {text, tokens, sentences} = document
  const plain = text.replace(/[‘’ʼ]/g, "'").replace(/[\u00a0\u2009\u202f]/g, ' ')
  const lower: string[] = []
  for (let i = 0; i < tokens.length; i++) lower.push(plain.slice(tokens.start[i], tokens.end[i]).toLowerCase())
  return {text, plain, lower, tokens, sentences, published: document.published}
}

const CAPITAL = /^\p{Lu}/u

export const isCapital = (sheet: Sheet, i: number): boolean =>
  i >= 0 && i < sheet.tokens.length && CAPITAL.test(sheet.text.slice(sheet.tokens.start[i], sheet.tokens.start[i]! + 2))

export const wordAt = (sheet: Sheet, i: number): string => sheet.plain.slice(sheet.tokens.start[i], sheet.tokens.end[i])

/** Sentences that are read: table rows are not, and headings only for what is known elsewhere. */
export const isRead = (sheet: Sheet, i: number): boolean => sheet.sentences[sheet.tokens.sentence[i]!]!.kind !== 'table'

export const inHeading = (sheet: Sheet, i: number): boolean => sheet.sentences[sheet.tokens.sentence[i]!]!.kind === 'heading'

/** True where token i is the first word of its sentence, quotation marks aside. */
export function opensSentence(sheet: Sheet, i: number): boolean {
  const first = sheet.sentences[sheet.tokens.sentence[i]!]!.firstToken
  for (let k = i - 1; k >= first; k--) if (/[\p{L}\p{N}]/u.test(sheet.lower[k]!)) return false
  return true
}

export const sameSentence = (sheet: Sheet, a: number, b: number): boolean =>
  a >= 0 && b >= 0 && a < sheet.tokens.length && b < sheet.tokens.length && sheet.tokens.sentence[a] === sheet.tokens.sentence[b]

/** Token whose head lies outside first … last - 1: the head of a phrase; the last token where the tree says nothing. */
export function headOf(sheet: Sheet, first: number, end: number): number {
  for (let i = first; i < end; i++) {
    const head = sheet.tokens.head[i]!
    if ((head < first || head >= end) && uposOf(sheet.tokens, i) !== 'PUNCT' && (head >= 0 || hasTree(sheet, i))) return i
  }
  return end - 1
}

/** "Mayor Ilka Drost" where the tree hangs the name on the title: the title, which stands right before and is no mention of its own. */
export function headOfTitled(sheet: Sheet, first: number, end: number): number {
  const head = headOf(sheet, first, end)
  const outer = sheet.tokens.head[head]!
  return outer === first - 1 && relationOf(sheet.tokens, head) === 'flat' && isCapital(sheet, outer) ? outer : head
}

/** False for a sentence without a tree (every head -1), as a broken text may have. */
const hasTree = (sheet: Sheet, i: number): boolean => sheet.tokens.firstChild[i]! >= 0

/** First token that starts at or after the offset. */
export function endTokenAt(sheet: Sheet, offset: number): number {
  let low = 0
  let high = sheet.tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sheet.tokens.start[middle]! < offset) low = middle + 1
    else high = middle
  }
  return low
}
