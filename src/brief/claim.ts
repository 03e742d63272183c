// Asks a record about the sentences of a draft: which entries carry each, what stands against it, or that these reports do not hold it. The
// draft is read as any document is and enters nothing. Carried is only what differs in no part; there is no verdict on truth.

import type {Claim} from '../model/claim.ts'
import type {Beside, ClaimAnswers, Difference, SentenceAnswer} from '../model/claim-answer.ts'
import type {Layers} from '../model/engine.ts'
import type {ReadDocument} from '../model/reading.ts'
import type {Citation, RecordFile} from '../model/record.ts'
import type {Span} from '../model/span.ts'
import {repeats} from './claim-alignment.ts'
import {type Asked, differencesBetween, type Known, sharedWith} from './claim-compare.ts'
import {accuses, type Candidate, candidatesIn} from './claim-entries.ts'
import {type Evidence, evidenceOf, type Weigh} from './claim-evidence.ts'
import {type ClaimWords, factsOf} from './claim-facts.ts'
import {type KnownNames, knownNames} from './claim-names.ts'
import {checkQuotations} from './claim-quotations.ts'
import {nearSentences} from './claim-sentences.ts'
import {compareVoices, governing, voicesOf} from './claim-voices.ts'
import {firstDay} from './dates.ts'

export interface ClaimTools {
  /** The engine: cited sentences are read with it as the draft was. */
  readonly analyze: (text: string) => Layers
  readonly words: ClaimWords
}

/** Entries are compared one by one; those that share most names with the sentence come first. */
const MOST_CANDIDATES = 300
/** Neighbours that are shown of what was not found. */
const SHOWN = 3

export function checkDraft(draft: ReadDocument, record: RecordFile, tools: ClaimTools): ClaimAnswers {
  const names = knownNames(draft, record)
  const search: Search = {
    ...{draft, record, tools, names},
    weigh: evidenceOf(record, tools.analyze, tools.words),
    voices: voicesOf(record),
    candidates: candidatesIn(record),
    titles: new Map(record.entities.map(({id, roles}) => [id, roles.map(({title}) => title.toLowerCase())])),
  }
  const days = record.documents.flatMap(({published}) => firstDay(published) ?? []).sort()
  return {
    schema: 'parley/claim@1',
    sentences: draft.sentences.filter(({kind}) => kind !== 'table').map(sentence => answerFor(sentence, search)),
    ...{reports: record.documents.length, from: days[0] ?? null, to: days.at(-1) ?? null},
  }
}

interface Search {
  readonly draft: ReadDocument
  readonly record: RecordFile
  readonly tools: ClaimTools
  readonly names: KnownNames
  readonly weigh: Weigh
  readonly voices: ReturnType<typeof voicesOf>
  readonly candidates: readonly Candidate[]
  readonly titles: ReadonlyMap<string, readonly string[]>
}

function answerFor({start, end}: Span, search: Search): SentenceAnswer {
  const {draft, record, tools, names} = search
  const own = draft.attributions.filter(({content}) => content.some(span => span.start < end && span.end > start))
  const said = own.flatMap(({source, cue}) => [...source, ...(cue === null ? [] : [cue])])
  const asked: Asked = {draft, names, said, words: tools.words, facts: factsOf(draft, draft.text, {start, end}, tools.words)}
  const claims = draft.claims.filter(({trigger}) => trigger.start >= start && trigger.end <= end)
  const quotations = checkQuotations(draft.text, {start, end}, record)
  const found = [...besideEntries(asked, claims, own, search), ...besideSentences(asked, claims, own, search)].sort(
    (a, b) => weightOf(a) - weightOf(b) || b.documents.length - a.documents.length || (a.citation.document < b.citation.document ? -1 : 1),
  )
  const carried = distinct(found.filter(({differences}) => differences.length === 0))
  const against = distinct(found.filter(isConflict)).filter(({entry}) => entry === null || !carried.some(other => other.entry === entry))
  // A quotation that parts from the reports is a changed remark, whatever else of the sentence is carried.
  const isMisquoted = quotations.some(({outcome}) => outcome === 'differs')
  const isUnquoted = quotations.some(({outcome}) => outcome === 'not-found')
  const outcome = isMisquoted
    ? 'in-conflict'
    : carried.length > 0 && !isUnquoted
      ? 'carried'
      : against.length > 0 && carried.length === 0
        ? 'in-conflict'
        : 'not-found'
  const beside =
    outcome === 'carried'
      ? [...carried, ...against.slice(0, SHOWN)]
      : outcome === 'in-conflict'
        ? [...carried, ...against].slice(0, SHOWN + carried.length)
        : distinct(found).slice(0, SHOWN)
  return {start, end, text: draft.text.slice(start, end), outcome, beside, quotations}
}

function besideEntries(asked: Asked, claims: readonly Claim[], own: ReadDocument['attributions'], search: Search): Beside[] {
  const present = new Set(
    asked.draft.mentions
      .filter(({start, end}) => start >= asked.facts.start && end <= asked.facts.end)
      .flatMap(({entity}) => search.names.entitiesOf(entity)),
  )
  const shared = (candidate: Candidate): number =>
    candidate.entities.filter(id => [...search.names.circleOf(id)].some(one => present.has(one))).length
  return search.candidates
    .map(candidate => ({candidate, shared: shared(candidate)}))
    .filter(one => one.shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, MOST_CANDIDATES)
    .flatMap(({candidate}) => besideEntry(asked, claims, own, candidate, search))
}

/** The nearest of the sentences that stand behind an entry; with the claim of the draft that is nearest to the entry. */
function besideEntry(
  asked: Asked,
  claims: readonly Claim[],
  own: ReadDocument['attributions'],
  candidate: Candidate,
  search: Search,
): Beside[] {
  const {names, weigh} = search
  const meant = claims.flatMap(claim => {
    const against = candidate.against(claim, names)
    return against === null ? [] : [{claim, against}]
  })
  const nearest = meant.sort((a, b) => a.against.length - b.against.length)[0]
  const known: Known = {
    day: candidate.day,
    entities: new Set(candidate.entities),
    titles: candidate.entities.flatMap(id => search.titles.get(id) ?? []),
    exempt: nearest?.claim.trigger ?? null,
    isStrict: nearest === undefined,
  }
  const voice = voiceFor(asked, own, search)
  const results = candidate.support.claims
    .filter(({assertion}) => isEvidence(assertion, nearest?.claim))
    .map(({citation, attribution}) => {
      const evidence = weigh(citation)
      const voiced = voice(citation, attribution, evidence, candidate.isAccusing || claims.some(accuses))
      return {
        ...{citation, accordingTo: voiced.accordingTo, shared: sharedWith(asked, evidence)},
        differences: [...(nearest?.against ?? []), ...voiced.differences, ...differencesBetween(asked, evidence, known)],
      }
    })
    .sort((a, b) => weigher(a.differences) - weigher(b.differences) || b.shared - a.shared)
  const best = results[0]
  if (best === undefined) return []
  const {support} = candidate
  const documents = [...new Set(support.claims.map(({citation}) => citation.document))]
  return [
    {
      ...{entry: candidate.id, kind: candidate.kind, documents, origins: support.origins.length, said: support.said, known: support.known},
      ...{citation: best.citation, accordingTo: best.accordingTo, differences: merged(best.differences)},
    },
  ]
}

function voiceFor(asked: Asked, own: ReadDocument['attributions'], {voices, names}: Search) {
  const length = asked.facts.end - asked.facts.start
  return (citation: Citation, attribution: string | null, evidence: Evidence, isAccusing: boolean) => {
    const all = voices(citation)
    return compareVoices({own, length}, {all, ruling: governing(all, attribution, asked, evidence)}, isAccusing, names)
  }
}

/** A denial is evidence for a denial alone; what is only guessed at is evidence for nothing. */
function isEvidence(assertion: string, claim: Claim | undefined): boolean {
  if (assertion === 'speculated' || assertion === 'unconfirmed') return false
  return claim === undefined || (assertion === 'denied') === (claim.assertion === 'denied')
}

function besideSentences(asked: Asked, claims: readonly Claim[], own: ReadDocument['attributions'], search: Search): Beside[] {
  const {record, weigh, candidates} = search
  const known: Known = {day: null, entities: new Set(), titles: [], exempt: null, isStrict: true}
  // What accuses somebody is its accuser's, whichever sentence is shown for it.
  const isAccusing = (citation: Citation): boolean =>
    claims.some(accuses) ||
    candidates.some(
      candidate =>
        candidate.isAccusing &&
        candidate.support.claims.some(
          ({citation: other}) => other.document === citation.document && other.start < citation.end && other.end > citation.start,
        ),
    )
  const voice = voiceFor(asked, own, search)
  return nearSentences(asked, record).map(citation => {
    const evidence = weigh(citation)
    const voiced = voice(citation, null, evidence, isAccusing(citation))
    return {
      ...{
        entry: null,
        kind: 'sentence' as const,
        citation,
        documents: [citation.document],
        origins: null,
        said: null,
        known: null,
      },
      ...{
        accordingTo: voiced.accordingTo,
        differences: repeats(asked, evidence) ? [] : merged([...voiced.differences, ...differencesBetween(asked, evidence, known)]),
      },
    }
  })
}

/** Something that is not there weighs less than something that is otherwise: the nearest neighbour shares most. */
const weigher = (differences: readonly Difference[]): number => differences.length
const weightOf = ({differences}: Beside): number => weigher(differences)

/** In conflict: one part is otherwise there, and everything else is met. */
function isConflict({differences}: Beside): boolean {
  if (differences.length === 0) return false
  const parts = new Set(differences.map(({part}) => part))
  return parts.size === 1 && !parts.has('not-there') && differences.every(({there}) => there !== null)
}

/** One difference told twice is told once, with what stands there where one of the two knows it. */
function merged(differences: readonly Difference[]): Difference[] {
  const all = new Map<string, Difference>()
  for (const difference of differences) {
    const key = `${difference.part} ${difference.here}`
    if (all.get(key)?.there == null) all.set(key, difference)
  }
  return [...all.values()]
}

/** One line an entry, one a sentence; a sentence behind an entry that is shown is not shown again. */
function distinct(found: readonly Beside[]): Beside[] {
  const seen = new Set<string>()
  const shown: Citation[] = []
  return found.filter(({entry, citation, kind}) => {
    const overlaps = shown.some(({document, start, end}) => document === citation.document && start < citation.end && citation.start < end)
    if ((kind === 'sentence' && overlaps) || (entry !== null && seen.has(entry))) return false
    if (entry !== null) seen.add(entry)
    shown.push(citation)
    return true
  })
}
