// Names that stand in one slot of two sentences that say the same: "talks in Ostrel on Thursday" against "talks in Ostrell on Thursday".
import type {AlignedSentence} from '../../model/alignment.ts'
import type {Mention} from '../../model/mention.ts'
import type {ReadDocument} from '../../model/reading.ts'
import type {Span} from '../../model/span.ts'

export interface Slot {
  readonly a: {readonly document: number; readonly mention: Mention}
  readonly b: {readonly document: number; readonly mention: Mention}
}

// Of the four words around (two before, two after) so many must be equal; three of four is a slot by itself, two need the word before.
const WORDS_EQUAL = 2

export function findSlots(documents: readonly ReadDocument[], aligned: readonly AlignedSentence[]): Slot[] {
  const slots: Slot[] = []
  for (const {a, b} of aligned) {
    const left = namesIn(documents[a.document]!, a.span)
    const right = namesIn(documents[b.document]!, b.span)
    for (const mine of left)
      for (const theirs of right) {
        if (!mayBeOne(mine.type, theirs.type)) continue
        if (inOneSlot(around(documents[a.document]!, mine), around(documents[b.document]!, theirs)))
          slots.push({a: {document: a.document, mention: mine}, b: {document: b.document, mention: theirs}})
      }
  }
  return slots
}

const mayBeOne = (a: string, b: string): boolean => (a === 'person') === (b === 'person') && isPlace(a) === isPlace(b)

const isPlace = (type: string): boolean => type === 'place' || type === 'country'

const namesIn = (document: ReadDocument, span: Span): Mention[] =>
  document.mentions.filter(mention => mention.level === 'name' && mention.start >= span.start && mention.end <= span.end)

interface Around {
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** The two words before, nearest first, and the two after. */
export function around(document: ReadDocument, mention: Mention): Around {
  const before =
    document.text
      .slice(Math.max(0, mention.start - 60), mention.start)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  const after =
    document.text
      .slice(mention.end, mention.end + 60)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return {before: before.slice(-2).reverse(), after: after.slice(0, 2)}
}

function inOneSlot(a: Around, b: Around): boolean {
  const before = [0, 1].filter(i => a.before[i] !== undefined && a.before[i] === b.before[i]).length
  const after = [0, 1].filter(i => a.after[i] !== undefined && a.after[i] === b.after[i]).length
  return before + after > WORDS_EQUAL || (before + after === WORDS_EQUAL && a.before[0] === b.before[0] && (before === 2 || after >= 1))
}
