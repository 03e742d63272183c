// Attribution loss in a description: one report says that somebody is accused of smuggling, another calls him "the smuggler". No claim tells the deed, so the
// loss hangs on a claim about the same person in the sentence that carries the description.
import type {Mention} from '../model/mention.ts'
import type {ReadDocument} from '../model/reading.ts'
import type {AttributionLoss} from '../model/record.ts'
import type {Span} from '../model/span.ts'
import {reachOf} from '../text/reach.ts'
import {stemOf} from '../text/stem.ts'
import {tokenAt, uposOf, wordOf} from '../text/tree.ts'
import type {EntityOf, LinkedClaim} from './claims.ts'
import {cite} from './identity.ts'
import {attributionIdOf} from './utterances/remarks.ts'

/** Somebody accused: by an attribution with a source, of what the stems of its content name. */
interface Accusation {
  readonly document: number
  readonly attribution: number
  readonly stems: ReadonlySet<string>
}

/** Losses in order of the claim; documents in any order give the same list. */
export function findDescribedLosses(
  documents: readonly ReadDocument[],
  entityOf: EntityOf,
  claims: readonly LinkedClaim[],
): AttributionLoss[] {
  const accusations = accusationsByEntity(documents, entityOf)
  if (accusations.size === 0) return []
  const losses = new Map<string, AttributionLoss>()
  for (const claim of claims) {
    const document = documents[claim.document]!
    for (const mention of namesIn(document, claim.claim.sentence)) {
      const known = accusations.get(entityOf(claim.document, mention.entity))
      if (!known || reachOf(document).attributionAt(mention.start) !== null) continue
      const described = descriptionStems(document, mention, claim.claim.sentence)
      for (const accusation of known) {
        if (accusation.document === claim.document || ![...accusation.stems].some(stem => described.has(stem))) continue
        const loss = lossOf(documents, claim, accusation)
        const before = losses.get(claim.id)
        // Of several sources the smallest id stands, so that the order of arrival cannot show.
        if (!before || loss.attributed < before.attributed) losses.set(claim.id, loss)
      }
    }
  }
  return [...losses.values()].sort((a, b) => (a.claim < b.claim ? -1 : 1))
}

function lossOf(documents: readonly ReadDocument[], claim: LinkedClaim, {document, attribution}: Accusation): AttributionLoss {
  const source = documents[document]!
  const remark = source.attributions[attribution]!
  const offset = remark.cue?.start ?? remark.content[0]!.start
  const sentence = source.sentences.find(each => each.start <= offset && offset < each.end) ?? remark.content[0]!
  return {
    claim: claim.id,
    attributed: attributionIdOf(source, remark),
    because: [cite(documents[claim.document]!, claim.claim.sentence), cite(source, sentence)],
  }
}

function accusationsByEntity(documents: readonly ReadDocument[], entityOf: EntityOf): Map<string, Accusation[]> {
  const byEntity = new Map<string, Accusation[]>()
  documents.forEach((document, index) => {
    document.attributions.forEach((remark, attribution) => {
      if (remark.act !== 'claim' || remark.source.length === 0 || remark.polarity === 'negated') return
      const accused = accusedOf(document, remark.content, remark.source[0]!)
      if (accused === null) return
      const stems = contentStems(document, remark.content, accused)
      if (stems.size === 0) return
      const entity = entityOf(index, accused.entity)
      byEntity.set(entity, [...(byEntity.get(entity) ?? []), {document: index, attribution, stems}])
    })
  })
  return byEntity
}

/** The person named first in what is claimed; else the one that a relative clause hangs on: "Tarn, whom the ministry accuses of smuggling". */
function accusedOf(document: ReadDocument, content: readonly Span[], source: Span): Mention | null {
  // Whatever the tagger takes an unknown name for, a country or a place is nobody's smuggler.
  const persons = document.mentions.filter(
    mention => mention.level === 'name' && !['country', 'place'].includes(document.somebodies[mention.entity]!.type),
  )
  const inside = persons.find(mention => content.some(span => mention.start >= span.start && mention.end <= span.end))
  if (inside) return inside
  const sentence = document.sentences.find(each => each.start <= source.start && source.start < each.end)
  const before = persons.filter(mention => sentence && mention.start >= sentence.start && mention.end <= source.start).at(-1)
  return before && RELATIVE.test(document.text.slice(before.end, source.start)) ? before : null
}

const RELATIVE = /^,?\s+(?:whom|who)\s+$/

const DEEDS = new Set(['NOUN', 'VERB'])
const SHORTEST_STEM = 4

/** Stems of the nouns and verbs of what somebody is accused of, without the names in it. */
function contentStems(document: ReadDocument, content: readonly Span[], accused: Span): Set<string> {
  return new Set(
    content
      .flatMap(span => stemsBetween(document, span).filter(({start}) => start < accused.start || start >= accused.end))
      .map(({stem}) => stem),
  )
}

function stemsBetween({text, tokens}: ReadDocument, span: Span): {stem: string; start: number; token: number}[] {
  const found: {stem: string; start: number; token: number}[] = []
  for (let i = tokenAt(tokens, span.start); i < tokens.length && tokens.start[i]! < span.end; i++) {
    if (!DEEDS.has(uposOf(tokens, i))) continue
    const stem = doerless(stemOf(wordOf(text, tokens, i).toLowerCase()))
    if (stem.length >= SHORTEST_STEM) found.push({stem, start: tokens.start[i]!, token: i})
  }
  return found
}

/** "smuggler" and "smuggling" are one deed: the ending of the doer goes as well. */
const doerless = (stem: string): string => stem.replace(/(?:er|or|e)$/, '')

/** Stems of the words that describe a name where it stands: in front of it without a comma, or between the commas behind it. */
function descriptionStems(document: ReadDocument, mention: Mention, sentence: Span): Set<string> {
  const {text, tokens} = document
  const lead = text.slice(Math.max(sentence.start, mention.start - WIDEST), mention.start)
  const before = lead.slice(Math.max(lead.lastIndexOf(','), lead.lastIndexOf('“'), lead.lastIndexOf(';')) + 1)
  const tail = text.slice(mention.end, Math.min(sentence.end, mention.end + WIDEST))
  const apposed = /^, (?:an?|the) ([^,;:.]*)[,;:.]/.exec(tail)
  const spans: Span[] = [{start: mention.start - before.length, end: mention.start}]
  if (apposed) spans.push({start: mention.end, end: mention.end + apposed[0].length})
  return new Set(
    spans
      .flatMap(span => stemsBetween(document, span))
      // "the alleged smuggler", "a convicted smuggler": a participle in front says that somebody charged or judged him.
      .filter(({token}) => tokens.upos[token] !== undefined && !isParticiple(document, token - 1) && uposOf(tokens, token) === 'NOUN')
      .map(({stem}) => stem),
  )
}

const WIDEST = 90

const isParticiple = ({tokens, text}: ReadDocument, i: number): boolean => i >= 0 && /ed$/.test(wordOf(text, tokens, i))

const namesIn = (document: ReadDocument, sentence: Span): Mention[] =>
  document.mentions.filter(mention => mention.level === 'name' && mention.start >= sentence.start && mention.end <= sentence.end)
