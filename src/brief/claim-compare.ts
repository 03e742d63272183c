// A sentence beside a cited sentence, part by part: whatever the one says and the other does not is a difference. No difference, and only
// then, is the one carried by the other.

import type {Difference} from '../model/claim-answer.ts'
import type {Document} from '../model/document.ts'
import type {Span} from '../model/span.ts'
import {foldWord} from '../text/similarity-words.ts'
import {stemOf} from '../text/stem.ts'
import {changesAgainst, repeats} from './claim-alignment.ts'
import {daysFit} from './claim-days.ts'
import type {Evidence} from './claim-evidence.ts'
import {type ClaimWords, datesIn, type Facts, type Figure} from './claim-facts.ts'
import {type Frame, isNegation} from './claim-frames.ts'
import type {KnownNames} from './claim-names.ts'

export interface Asked {
  readonly draft: Document
  readonly facts: Facts
  readonly names: KnownNames
  readonly words: ClaimWords
  /** Who says it and with which word: compared with the chain, not with the words of the sentence. */
  readonly said: readonly Span[]
}

/** What the entry says beside its sentences. */
export interface Known {
  readonly day: string | null
  readonly entities: ReadonlySet<string>
  /** Titles of those who take part. */
  readonly titles: readonly string[]
  /** Words that the entry's kind or stance stands for: the verb of the sentence. */
  readonly exempt: Span | null
  /** True where nothing but the words themselves speaks for it: then every verb must be met. */
  readonly isStrict: boolean
}

export function differencesBetween(asked: Asked, evidence: Evidence, known: Known): Difference[] {
  if (repeats(asked, evidence)) return []
  const isInside = (place: Span, spans: readonly Span[]): boolean => spans.some(span => span.start <= place.start && place.end <= span.end)
  const dates = datesIn(asked.draft, asked.facts)
  const named = namedIn(asked).filter(mention => !isInside(mention, asked.said))
  const apart = [...dates, ...asked.said]
  return [
    ...named.flatMap(mention => nameDifference(mention, asked, evidence, known)),
    ...asked.facts.figures
      .filter(figure => !isInside(figure, apart) && !isInside(figure, named))
      .flatMap(figure => figureDifference(figure, asked, evidence)),
    ...dates.flatMap(date => {
      const days = [...evidence.days, ...(known.day === null ? [] : [known.day])]
      const words = asked.draft.text.slice(date.start, date.end)
      if (daysFit(date, days)) return []
      // "On Friday" without a date of publication: the word itself must stand there.
      if (date.value === null && words.split(/\W+/).every(word => word === '' || evidence.stems.has(stemOf(foldWord(word))))) return []
      return [{part: 'date' as const, here: words, there: known.day ?? evidence.days[0] ?? null}]
    }),
    ...asked.facts.words
      .filter(word => !isInside(word, [...apart, ...named, ...(known.exempt === null ? [] : [known.exempt])]))
      .filter(
        ({stems}) => !stems.some(stem => evidence.stems.has(stem)) && !known.titles.some(title => stems.some(stem => title.includes(stem))),
      )
      .map(({word}) => ({part: 'not-there' as const, here: word, there: null})),
    ...asked.facts.frames
      .filter(frame => !isInside(placeOf(frame, asked), asked.said))
      .flatMap(frame => frameDifference(frame, asked, evidence, known)),
    ...(changesAgainst(asked, evidence) ?? []),
    ...negationDifference(asked, evidence),
    ...(evidence.facts.hasCondition && !asked.facts.hasCondition
      ? [{part: 'stronger' as const, here: asked.draft.text.slice(asked.facts.start, asked.facts.end), there: 'on a condition'}]
      : []),
  ]
}

/** What is denied, by the words that the denials hang on: a denial that is not in the report is a change, wherever it stands. */
function negationDifference({draft, facts}: Asked, {layers, citation, stems}: Evidence): Difference[] {
  const here = deniedIn(draft.tokens, draft.text, facts.start, facts.end)
  const there = deniedIn(layers.tokens, citation.quote, 0, citation.quote.length)
  const added = [...here].filter(stem => !there.has(stem) && stems.has(stem))
  return added.length === 0 ? [] : [{part: 'polarity', here: `not ${added[0]!}`, there: 'told without a denial'}]
}

function deniedIn(tokens: Document['tokens'], text: string, from: number, to: number): Set<string> {
  const denied = new Set<string>()
  for (let i = 0; i < tokens.length; i++) {
    if (tokens.start[i]! < from || tokens.end[i]! > to || !isNegation(text.slice(tokens.start[i], tokens.end[i]))) continue
    const head = tokens.head[i]!
    if (head >= 0) denied.add(stemOf(foldWord(tokens.lemma(head))))
  }
  return denied
}

const placeOf = ({token}: Frame, {draft}: Asked): Span => ({start: draft.tokens.start[token]!, end: draft.tokens.end[token]!})

const namedIn = ({draft, facts}: Asked) =>
  draft.mentions.filter(mention => mention.level === 'name' && mention.start >= facts.start && mention.end <= facts.end)

type Mention = ReturnType<typeof namedIn>[number]

function nameDifference(mention: Mention, {draft, names}: Asked, evidence: Evidence, known: Known): Difference[] {
  const here = draft.text.slice(mention.start, mention.end)
  const present = [...evidence.entities, ...known.entities]
  return names.groupsOf(mention.entity).flatMap((ids): Difference[] => {
    if (ids.length === 0) return [{part: 'not-there', here, there: null}]
    if (present.some(entity => ids.some(id => names.circleOf(entity).has(id)))) return []
    return [{part: mention.type === 'place' ? 'place' : 'person', here: names.nameOf(ids[0]!), there: null}]
  })
}

function figureDifference(figure: Figure, {draft}: Asked, evidence: Evidence): Difference[] {
  const here = draft.text.slice(figure.start, figure.end)
  const there = evidence.facts.figures
  if (figure.of === null) return there.some(({value}) => value === figure.value) ? [] : [{part: 'not-there', here, there: null}]
  const same = there.filter(({of}) => of === figure.of)
  if (same.some(({value}) => value === figure.value)) return []
  // "58 men and women" are counted by one noun of several: the figure alone decides where its noun is counted nowhere else.
  if (same.length === 0)
    return there.some(({value, of}) => value === figure.value && (of === null || evidence.stems.has(figure.of!)))
      ? []
      : [{part: 'not-there', here, there: null}]
  const {quote} = evidence.citation
  return [{part: 'number', here, there: same.map(({start, end}) => quote.slice(start, end)).join(', ')}]
}

/** The same verb there: is it denied here and not there, certain here and not there, done by somebody else? */
function frameDifference(frame: Frame, asked: Asked, evidence: Evidence, {isStrict}: Known): Difference[] {
  const {draft} = asked
  const here = draft.text.slice(draft.tokens.start[frame.token]!, draft.tokens.end[frame.token]!)
  const same = evidence.facts.frames.filter(({lemma}) => lemma === frame.lemma)
  if (same.length === 0) return isStrict ? [{part: 'not-there', here, there: null}] : []
  const strangers = same.map(other => [
    ...strange(frame.subjects, other.subjects, asked, evidence),
    ...strange(frame.objects, other.objects, asked, evidence),
  ])
  const doers = same.filter((_, i) => strangers[i]!.length === 0)
  if (doers.length === 0) return strangers.sort((a, b) => a.length - b.length)[0]!
  const alike = doers.filter(other => other.isNegated === frame.isNegated)
  if (alike.length === 0)
    return [{part: 'polarity', here, there: frame.isNegated ? 'told without a denial' : 'denied, or told as not done'}]
  if (!frame.isOpen && alike.every(other => other.isOpen)) return [{part: 'stronger', here, there: 'told as something that will or may be'}]
  if (frame.isOpen && alike.every(other => !other.isOpen)) return [{part: 'weaker', here, there: 'told as something that is or has been'}]
  return []
}

/** Heads that name others there. Named heads must name one of the same; where nobody is named the words of the heads must meet. */
function strange(here: readonly number[], there: readonly number[], asked: Asked, evidence: Evidence): Difference[] {
  if (here.length === 0 || there.length === 0) return []
  const {draft, names} = asked
  const {layers, citation} = evidence
  const wordAt = (token: number): string => citation.quote.slice(layers.tokens.start[token], layers.tokens.end[token])
  return here.flatMap((token): Difference[] => {
    const [start, end] = [draft.tokens.start[token]!, draft.tokens.end[token]!]
    const mention = draft.mentions.find(one => one.start <= start && end <= one.end)
    const known = mention ? names.entitiesOf(mention.entity) : []
    const ids = known.length > 0 ? known : names.bearersOf(draft.text.slice(start, end))
    const stem = stemOf(foldWord(draft.tokens.lemma(token)))
    const meets = there.some(other => {
      // "Prisoners" are the "64 prisoners": the same noun meets, whoever is counted by it.
      if (stemOf(foldWord(layers.tokens.lemma(other))) === stem) return true
      return entitiesNear(other, evidence).some(entity => ids.some(id => names.circleOf(entity).has(id)))
    })
    if (meets) return []
    const others = there.map(other => entitiesNear(other, evidence).map(names.nameOf)[0] ?? wordAt(other))
    return [{part: 'person', here: ids[0] === undefined ? draft.text.slice(start, end) : names.nameOf(ids[0]), there: others.join(', ')}]
  })
}

/** Who is named by a head: by the word itself, else by the name that hangs on it ("envoy Daven Korrell"). */
function entitiesNear(token: number, evidence: Evidence): readonly string[] {
  const own = evidence.entitiesAt(token)
  if (own.length > 0) return own
  const {tokens} = evidence.layers
  const near: string[] = []
  for (let child = tokens.firstChild[token]!; child >= 0; child = tokens.nextSibling[child]!)
    if (/^(?:appos|flat|compound)/.test(tokens.relations[tokens.deprel[child]!]!)) near.push(...evidence.entitiesAt(child))
  return near
}

/** How much of the sentence stands in the cited one: the closest of several that carry it is shown. */
export function sharedWith({draft, facts, names}: Asked, evidence: Evidence): number {
  const words = facts.words.filter(({stems}) => stems.some(stem => evidence.stems.has(stem))).length
  const named = draft.mentions.filter(
    mention =>
      mention.start >= facts.start && mention.end <= facts.end && names.entitiesOf(mention.entity).some(id => evidence.entities.has(id)),
  )
  return words + named.length
}
