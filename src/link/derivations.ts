// Which document shares text with which, and what shows it. The unit is the sentence: a rewrite can carry one fact of its own.
import type {AlignedSentence} from '../model/alignment.ts'
import type {Article} from '../model/article.ts'
import type {Citation, Derivation} from '../model/record.ts'
import type {Span} from '../model/span.ts'
import {saysTheSame} from '../text/similarity-alignment.ts'
import {type Candidate, indexCandidates} from './derivations/candidates.ts'
import {creditsEarlier, type Direction, directionOf} from './derivations/direction.ts'
import {type Relation, relate, SAME_CONTENT, translated} from './derivations/relation.ts'
import {compare} from './identity.ts'
import type {Profiled, Profiles} from './profiles.ts'

export type Derivable = Pick<Article, 'id' | 'text' | 'title' | 'publisher' | 'uri' | 'published' | 'versionOf' | 'credits'> &
  Partial<Pick<Article, 'language' | 'flags'>> & {
    readonly sentences: readonly Span[]
  }

/** Two documents that were compared, a before b by id, with the sentences that say the same. Documents are indexes. */
export interface Comparison {
  readonly a: number
  readonly b: number
  readonly kind: Derivation['kind'] | null
  /** Indexes of sentences in a and b. */
  readonly sentences: readonly {readonly a: number; readonly b: number; readonly score: number}[]
}

export interface Derived {
  readonly derivations: readonly Derivation[]
  readonly comparisons: readonly Comparison[]
  readonly aligned: readonly AlignedSentence[]
}

/** One comparison with what it shows. */
export interface Compared {
  readonly comparison: Comparison
  readonly derivation: Derivation | null
  readonly aligned: readonly AlignedSentence[]
}

/** Stretches shown for one edge: enough to see it, few enough to read. */
const SHOWN = 8

/** Compares the documents that share fingerprints or rare keys. Time linear in the documents; the order of `documents` does not show. */
export function findDerivations(documents: readonly Derivable[], profiles: Profiles): Derived {
  const index = indexCandidates(
    (a, b) => documents[a]!.id < documents[b]!.id,
    number => profiles.of[number]!,
  )
  const {found} = index.add(profiles.of.map((profiled, number) => ({number, profiled})))
  const compared = [...found]
    .sort((x, y) => compare(documents[x.a]!.id, documents[y.a]!.id) || compare(documents[x.b]!.id, documents[y.b]!.id))
    .flatMap(pair => comparePair(pair, documents, profiles.of) ?? [])
  return {
    derivations: withoutSpareCredits(
      compared.flatMap(({derivation}) => derivation ?? []),
      documents,
    ),
    comparisons: compared.map(({comparison}) => comparison),
    aligned: compared.flatMap(({aligned}) => aligned),
  }
}

/** Compares two documents, a before b by id; null where they have nothing in common. */
export function comparePair({a, b}: Candidate, documents: readonly Derivable[], profiles: readonly Profiled[]): Compared | null {
  const first = documents[a]!
  const second = documents[b]!
  const tongues = tonguesOf(first, second, profiles[a]!, profiles[b]!)
  const relation = translated(relate(profiles[a]!, profiles[b]!), tongues, profiles[a]!, profiles[b]!)
  const sides = {a: first, b: second}
  const direction = withTranslation(directionOf(sides), relation, profiles[a]!, profiles[b]!)
  const kind = kindOf(relation, sides, direction.credit !== null && creditsEarlier(direction, sides))
  const sentences = coveredSentences(relation, first, second)
  if (kind === null && sentences.length === 0) return null
  const aligned = sentences.map(pair => ({
    a: {document: a, span: first.sentences[pair.a]!},
    b: {document: b, span: second.sentences[pair.b]!},
    score: pair.score,
  }))
  const comparison = {a, b, kind, sentences}
  if (kind === null) return {comparison, derivation: null, aligned}
  const because = kind === 'credit' ? creditEvidence(direction.credit!, first, second) : evidenceOf(relation, first, second)
  const derivation: Derivation = {
    of: direction.of === 'a' ? first.id : second.id,
    from: direction.of === 'a' ? second.id : first.id,
    kind,
    direction: direction.certainty,
    score: round(kind === 'credit' ? CREDIT_SCORE : relation.score),
    because: direction.of === 'a' ? because : because.map(([x, y]): [Citation, Citation] => [y, x]),
  }
  return {comparison, derivation, aligned}
}

/** Where the text itself shows which report of the credited house was used, the credit points to no other report of that house. */
export function withoutSpareCredits(derivations: readonly Derivation[], documents: readonly Derivable[]): Derivation[] {
  const houses = new Map(documents.map(document => [document.id, houseOf(document)]))
  const shown = new Set(derivations.filter(edge => edge.kind !== 'credit').map(edge => `${edge.of} ${houses.get(edge.from)}`))
  return derivations.filter(edge => edge.kind !== 'credit' || !shown.has(`${edge.of} ${houses.get(edge.from)}`))
}

/** Whether a translation lies between two texts: they are in two languages, or one says that it was translated. */
function tonguesOf(a: Derivable, b: Derivable, profileA: Profiled, profileB: Profiled): 'two' | 'marked' | 'one' {
  const [first, second] = [tongueOf(a), tongueOf(b)]
  if (first !== null && second !== null && first !== second) return 'two'
  const isMarked = ({flags}: Derivable, {isTranslation}: Profiled): boolean =>
    isTranslation || (flags ?? []).some(({kind}) => kind === 'machine-translation')
  return isMarked(a, profileA) || isMarked(b, profileB) ? 'marked' : 'one'
}

/** The text that says it was translated is the one that was made from the other. */
function withTranslation(direction: Direction, {kind}: Relation, a: Profiled, b: Profiled): Direction {
  if (kind !== 'translation' || direction.certainty === 'known' || a.isTranslation === b.isTranslation) return direction
  return {of: a.isTranslation ? 'a' : 'b', certainty: 'likely', credit: null}
}

/** "en-GB" and "en" are one; "und" says nothing. */
function tongueOf({language}: Derivable): string | null {
  const tongue = language?.toLowerCase().split('-')[0] ?? 'und'
  return tongue === 'und' || tongue === '' ? null : tongue
}

/** A credit says so itself; the text has not been found to be the same. */
const CREDIT_SCORE = 0.5
/** A credit to an outlet joins two documents only where they tell of one thing. */
const CREDIT_MASS = 0.1

interface Sides {
  readonly a: Derivable
  readonly b: Derivable
}

function kindOf(relation: Relation, {a, b}: Sides, credited: boolean): Derivation['kind'] | null {
  if (relation.kind === null) return credited && relation.alignment.mass >= CREDIT_MASS ? 'credit' : null
  // An outlet that repeats a paragraph of its own took it from nobody.
  if (relation.kind === 'partial' && a.versionOf !== b.id && b.versionOf !== a.id && houseOf(a) !== null && houseOf(a) === houseOf(b))
    return 'shared'
  return relation.kind
}

/** Publisher, else host: two documents of one house are never two origins. */
export function houseOf({publisher, uri}: Pick<Derivable, 'publisher' | 'uri'>): string | null {
  return publisher === null ? hostOf(uri) : publisher.trim().toLowerCase()
}

function hostOf(uri: string | null): string | null {
  const match = /^[a-z]+:\/\/(?:www\.)?([^/:?#]+)/i.exec(uri ?? '')
  return match ? match[1]!.toLowerCase() : null
}

/** Aligned sentences that say the same, and those that share a tile. */
function coveredSentences(relation: Relation, a: Derivable, b: Derivable): Comparison['sentences'] {
  const found = new Map<string, {a: number; b: number; score: number}>()
  for (const pair of relation.alignment.pairs)
    if (saysTheSame(pair, SAME_CONTENT)) found.set(`${pair.a} ${pair.b}`, {a: pair.a, b: pair.b, score: round(pair.score)})
  for (const tile of relation.tiles) {
    const i = sentenceAt(a.sentences, tile.a.start)
    const j = sentenceAt(b.sentences, tile.b.start)
    if (i >= 0 && j >= 0 && !found.has(`${i} ${j}`)) found.set(`${i} ${j}`, {a: i, b: j, score: SAME_CONTENT})
  }
  return [...found.values()].sort((x, y) => x.a - y.a || x.b - y.b)
}

function sentenceAt(sentences: readonly Span[], offset: number): number {
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sentences[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  return low < sentences.length && sentences[low]!.start <= offset ? low : -1
}

function evidenceOf(relation: Relation, a: Derivable, b: Derivable): [Citation, Citation][] {
  const tiles = [...relation.tiles].sort((x, y) => y.words - x.words || x.a.start - y.a.start).slice(0, SHOWN)
  const spans = tiles.map(({a, b}) => ({a, b}))
  if (spans.length < SHOWN) {
    // In a paraphrase the order of many weak pairs is the evidence; elsewhere only sentences that say the same are shown.
    const shown = relation.alignment.pairs.filter(
      pair => relation.kind === 'rewrite' || relation.kind === 'translation' || saysTheSame(pair, SAME_CONTENT),
    )
    const pairs = shown.sort((x, y) => y.score - x.score || x.a - y.a)
    for (const pair of pairs) {
      const span = {a: a.sentences[pair.a]!, b: b.sentences[pair.b]!}
      const covered = tiles.some(tile => tile.a.start < span.a.end && span.a.start < tile.a.end)
      if (!covered) spans.push(span)
      if (spans.length >= SHOWN) break
    }
  }
  return spans.sort((x, y) => x.a.start - y.a.start).map(span => [cite(a, span.a), cite(b, span.b)])
}

function creditEvidence(credit: {readonly in: 'a' | 'b'; readonly span: Span}, a: Derivable, b: Derivable): [Citation, Citation][] {
  const opening = (document: Derivable): Span => document.sentences[0] ?? {start: 0, end: 0}
  return credit.in === 'a' ? [[cite(a, credit.span), cite(b, opening(b))]] : [[cite(a, opening(a)), cite(b, credit.span)]]
}

const cite = (document: Derivable, {start, end}: Span): Citation => ({
  document: document.id,
  start,
  end,
  quote: document.text.slice(start, end),
})

const round = (value: number): number => Math.round(value * 1000) / 1000
