// A sentence that nearly repeats a report, word beside word: what was put in the place of something else, put in, or left out. Words that
// stand elsewhere in the report do not excuse a word that was changed ("Orvian envoy Korrell and Marenian minister Solmin").
import type {Difference} from '../model/claim-answer.ts'
import {UPOS, type Upos} from '../model/tokens.ts'
import {foldWord} from '../text/similarity-words.ts'
import {stemOf} from '../text/stem.ts'
import type {Asked} from './claim-compare.ts'
import {daysFit} from './claim-days.ts'
import type {Evidence} from './claim-evidence.ts'
import {datesIn} from './claim-facts.ts'
import {isModal, isNegation} from './claim-frames.ts'

/** From this share of its words on, a sentence repeats the report; below it is told in other words and order means little. */
const REPEATS = 0.6

/** Null where the sentence does not repeat the report; empty where it repeats it without a change that matters. */
export function changesAgainst(asked: Asked, evidence: Evidence): readonly Difference[] | null {
  const {draft, facts} = asked
  const here = wordsOf(draft.tokens, draft.text, facts.start, facts.end)
  const there = wordsOf(evidence.layers.tokens, evidence.citation.quote, 0, evidence.citation.quote.length)
  const pairs = alignWords(here, there)
  if (here.length === 0 || pairs.length / here.length < REPEATS) return null
  const changes: Difference[] = []
  let [i, k] = [0, 0]
  for (const [x, y] of [...pairs, [here.length, there.length] as const]) {
    changes.push(...changeIn(here.slice(i, x), there.slice(k, y), there[y] ?? null, asked, evidence))
    ;[i, k] = [x + 1, y + 1]
  }
  return changes
}

/** True where the two are the same words in the same order. */
export function repeats({draft, facts}: Asked, {layers, citation}: Evidence): boolean {
  const here = wordsOf(draft.tokens, draft.text, facts.start, facts.end)
  const there = wordsOf(layers.tokens, citation.quote, 0, citation.quote.length)
  return (
    here.length === there.length &&
    here.every(({form}, i) => form === there[i]!.form) &&
    marksIn(draft.text.slice(facts.start, facts.end)) === marksIn(citation.quote)
  )
}

/** Words that are quoted in a report are not repeated by the same words without the marks. */
const marksIn = (text: string): number => text.match(/["“”]/g)?.length ?? 0

interface Word {
  readonly token: number
  readonly start: number
  readonly end: number
  readonly form: string
  readonly stem: string
}

function wordsOf(tokens: Evidence['layers']['tokens'], text: string, from: number, to: number): Word[] {
  const words: Word[] = []
  for (let token = 0; token < tokens.length; token++) {
    const [start, end] = [tokens.start[token]!, tokens.end[token]!]
    if (start < from || end > to) continue
    const form = foldWord(text.slice(start, end))
    if (/[\p{L}\p{N}]/u.test(form)) words.push({token, start, end, form, stem: stemOf(form)})
  }
  return words
}

/** Longest run of stems in one order. */
function alignWords(a: readonly Word[], b: readonly Word[]): [number, number][] {
  const width = b.length + 1
  const table = new Int32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let k = b.length - 1; k >= 0; k--)
      table[i * width + k] =
        a[i]!.stem === b[k]!.stem ? table[(i + 1) * width + k + 1]! + 1 : Math.max(table[(i + 1) * width + k]!, table[i * width + k + 1]!)
  const pairs: [number, number][] = []
  for (let i = 0, k = 0; i < a.length && k < b.length; ) {
    if (a[i]!.stem === b[k]!.stem) pairs.push([i++, k++])
    else if (table[(i + 1) * width + k]! >= table[i * width + k + 1]!) i++
    else k++
  }
  return pairs
}

/** A longer stretch in the place of a word is another clause. */
const NEAR = 4

/** What stands between two pairs of words that meet. */
function changeIn(here: readonly Word[], there: readonly Word[], next: Word | null, asked: Asked, evidence: Evidence): Difference[] {
  const {draft, facts, names} = asked
  const quote = evidence.citation.quote
  const textHere = here.length === 0 ? '' : draft.text.slice(here[0]!.start, here.at(-1)!.end)
  const textThere = there.length === 0 ? null : quote.slice(there[0]!.start, there.at(-1)!.end)
  const changes: Difference[] = []
  if (
    here.some(({form}) => isNegation(form)) !== there.some(({form}) => isNegation(form)) &&
    (here.some(({form}) => isNegation(form)) || isRepeatedClause(there, asked, evidence))
  )
    changes.push({part: 'polarity', here: textHere || 'without a denial', there: textThere ?? 'told without a denial'})
  const isOpen = (words: readonly Word[]): boolean => words.some(({form}) => form === 'to' || isModal(form) || asked.words.hedges.has(form))
  // "Will suspend" told as "suspends": the verb that follows stands in both.
  const isVerb = next !== null && UPOS[evidence.layers.tokens.upos[next.token]!] === 'VERB'
  const isNear = there.length > 0 && there.length <= NEAR
  if (!isOpen(here) && ((isVerb && there.slice(-2).some(({form}) => isModal(form))) || (here.length > 0 && isNear && isOpen(there))))
    changes.push({part: 'stronger', here: textHere || 'told as fact', there: textThere})
  if (there.length > 0 && here.some(({form}) => asked.words.sweeping.has(form)) && !there.some(({form}) => asked.words.sweeping.has(form)))
    changes.push({part: 'stronger', here: textHere, there: textThere})
  // Words that somebody is reported to have said, without the somebody.
  const isCue = (words: readonly Word[], tokens: Evidence['layers']['tokens']): boolean =>
    words.some(({token}) => UPOS[tokens.upos[token]!] === 'VERB' && asked.words.cues.has(tokens.lemma(token)))
  if (isCue(there, evidence.layers.tokens) && asked.said.length === 0 && !isCue(here, draft.tokens))
    changes.push({part: 'stronger', here: 'told as fact', there: textThere})
  const dates = datesIn(draft, facts)
  for (const word of here) {
    if (dates.some(date => date.start <= word.start && word.end <= date.end)) continue
    const figure = facts.figures.find(({start, end}) => start <= word.start && word.end <= end)
    if (figure) {
      const others = evidence.facts.figures.filter(other => there.some(({start, end}) => other.start <= start && end <= other.end))
      if (!others.some(({value}) => value === figure.value))
        changes.push({part: others.length > 0 ? 'number' : 'not-there', here: word.form, there: textThere})
      continue
    }
    const mention = draft.mentions.find(one => one.start <= word.start && word.end <= one.end)
    if (!isProper(word, draft.text, draft.tokens) || there.length === 0 || (mention && isPartMet(mention, here, asked))) continue
    const ids = mention && names.entitiesOf(mention.entity).length > 0 ? names.entitiesOf(mention.entity) : names.bearersOf(word.form)
    const present = there.flatMap(({token}) => evidence.entitiesAt(token))
    const isMet = present.some(entity => ids.some(id => names.circleOf(entity).has(id)))
    // A name in the place of another name, or of nobody the record knows there.
    if (!isMet && (present.length > 0 || there.some(other => isProper(other, quote, evidence.layers.tokens))))
      changes.push({part: mention?.type === 'place' ? 'place' : 'person', here: textHere, there: textThere})
  }
  // A day in the place of another day must be that day.
  for (const date of dates.filter(({start, end}) => here.some(word => word.start >= start && word.end <= end))) {
    const days = evidence.datedSpans.filter(span => there.some(word => word.start >= span.start && word.end <= span.end))
    const named = there.map(({form}) => form)
    const words = draft.text.slice(date.start, date.end)
    if (
      days.length > 0 &&
      !daysFit(
        date,
        days.map(({value}) => value),
      )
    )
      changes.push({part: 'date', here: words, there: textThere})
    else if (days.length === 0 && named.length > 0 && date.value === null) changes.push({part: 'date', here: words, there: textThere})
  }
  return changes
}

/** A name by its tag, or by its capital where the tagger thought otherwise. */
const isProper = ({token, start}: Word, text: string, tokens: Evidence['layers']['tokens']): boolean =>
  UPOS[tokens.upos[token]!] === 'PROPN' || (/\p{Lu}/u.test(text[start]!) && !PLAIN.has(UPOS[tokens.upos[token]!]!))

const PLAIN: ReadonlySet<Upos> = new Set(['PRON', 'DET', 'ADP', 'SCONJ', 'CCONJ', 'AUX', 'VERB', 'ADV', 'NUM'])

/** "Daven Korrell" for "Korrell": another word of the same name meets. */
function isPartMet(mention: {readonly start: number; readonly end: number}, here: readonly Word[], {draft}: Asked): boolean {
  const inside = (word: {readonly start: number; readonly end: number}): boolean => mention.start <= word.start && word.end <= mention.end
  const unmet = here.filter(inside).length
  let all = 0
  for (let token = 0; token < draft.tokens.length; token++)
    if (inside({start: draft.tokens.start[token]!, end: draft.tokens.end[token]!})) all++
  return unmet < all
}

/** A denial that was left out matters where what it denies is repeated. */
function isRepeatedClause(there: readonly Word[], {draft, facts}: Asked, {layers}: Evidence): boolean {
  const own = new Set(wordsOf(draft.tokens, draft.text, facts.start, facts.end).map(({stem}) => stem))
  return there.some(({form, token}) => {
    if (!isNegation(form)) return false
    const head = layers.tokens.head[token]!
    return head < 0 || own.has(stemOf(foldWord(layers.tokens.lemma(head)))) || own.has(stemOf(foldWord(formAt(head, layers.tokens, there))))
  })
}

const formAt = (token: number, {lemma}: Evidence['layers']['tokens'], there: readonly Word[]): string =>
  there.find(word => word.token === token)?.form ?? lemma(token)
