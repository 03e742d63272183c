// All that stands behind one entry: each sentence with its way to the page, the reports it came through, the origins, the wordings, the rulings.
import type {Attribution, Citation, Derivation, Judgement, Support, Utterance} from '../../model/record.ts'
import {isOverdue, labelOf} from '../entries.ts'
import type {Lookup} from '../lookup.ts'
import {capital} from '../marks.ts'
import {asWritten, inNumbers} from '../reasons.ts'
import type {Line} from '../sheet.ts'
import {signsOf, vouchFor, whenOf} from '../vouch.ts'
import {actWords, derivationWords, driftWords, stateWords, statusWords} from '../words.ts'
import {type ArticleHead, articleHead} from './article.ts'
import {type Chain, chainOf} from './chain.ts'
import {entryLine} from './line-of.ts'
import {type Claim, type Entry, type HeadedSupport, registerOf, supportsOf} from './register.ts'

export interface Evidence {
  readonly id: string
  readonly kind: Entry['kind']
  readonly label: string
  readonly line: Line
  readonly rule: string | null
  readonly review: string | null
  /** Fields that a person may set, with their present value. */
  readonly settable: readonly {readonly field: string; readonly value: string | null}[]
  readonly steps: readonly Step[]
  /** Remarks of one utterance, or of the sides of a conflict, that belong to no support. */
  readonly wordings: readonly Wording[]
  readonly sides: readonly {readonly value: string; readonly sentences: readonly Sentence[]}[]
  readonly explanation: string | null
  readonly conflicts: readonly {readonly id: string; readonly label: string}[]
  readonly judgements: readonly Ruling[]
  readonly people: readonly {readonly id: string; readonly name: string}[]
}

export interface Step {
  readonly heading: string
  readonly when: string
  readonly vouch: string
  readonly sides: readonly string[]
  readonly said: readonly [number, number]
  readonly known: readonly [number, number]
  readonly documents: number
  readonly oneOrigin: boolean
  readonly claims: readonly Told[]
  readonly tree: readonly Branch[]
  readonly origins: readonly {
    readonly id: string
    readonly kind: string
    readonly who: {readonly id: string; readonly name: string} | null
    readonly carriedBy: readonly number[]
    readonly merged: readonly string[]
  }[]
}

export interface Sentence {
  readonly citation: Citation
  readonly report: ArticleHead
}

export interface Told extends Sentence {
  readonly id: string
  readonly assertion: string
  readonly rule: string
  /** Innermost first; the next ones are those that it is nested in. */
  readonly speech: readonly {
    readonly id: string
    readonly speaker: string
    readonly speakerId: string | null
    readonly act: string
    readonly chain: Chain
  }[]
}

export interface Branch {
  readonly report: ArticleHead
  /** How it came from the one above; null for a root. */
  readonly words: string | null
  readonly kind: string | null
  readonly because: readonly (readonly [Citation, Citation])[]
  readonly branches: readonly Branch[]
}

export interface Wording {
  readonly utterance: string
  readonly drift: string
  readonly a: Sentence
  readonly b: Sentence
}

export interface Ruling {
  readonly id: string
  readonly by: 'machine' | 'person'
  readonly who: string | null
  readonly at: string | null
  readonly kind: string
  readonly words: string
  readonly of: readonly string[]
}

/** The entry of that id, or the entry that now holds that claim. */
export function writeEvidence(id: string, lookup: Lookup): Evidence | null {
  const register = registerOf(lookup.record)
  const entry = register.entries.get(id) ?? register.entries.get(register.entryOfClaim.get(id) ?? '')
  if (entry === undefined) return null
  const own = entry.entry.id
  const supports = supportsOf(entry)
  const claims = supports.flatMap(({support}) => support.claims)
  const spoken = new Set(
    entry.kind === 'utterance'
      ? entry.entry.attributions
      : claims.flatMap(claim => (claim.attribution === null ? [] : [claim.attribution])),
  )
  const utterances = new Set([...spoken].flatMap(id => register.utteranceOf.get(id) ?? []))
  const ids = [own, ...claims.map(claim => claim.id), ...spoken]
  return {
    ...{id: own, kind: entry.kind, label: capital(labelOf(own, lookup)), line: entryLine(entry, lookup)},
    rule: 'rule' in entry.entry ? entry.entry.rule : null,
    review: 'review' in entry.entry ? entry.entry.review : null,
    settable: settableOf(entry),
    steps:
      entry.kind === 'utterance'
        ? [stepOf({step: null, time: null, support: spokenSupport([...spoken], lookup)}, entry, lookup)]
        : supports.map(step => stepOf(step, entry, lookup)),
    wordings: [...utterances].flatMap(utterance => wordingsOf(utterance, lookup)).slice(0, MAX_WORDINGS),
    sides:
      entry.kind === 'conflict' ? entry.entry.sides.map(({value, citations}) => ({value, sentences: sentencesOf(citations, lookup)})) : [],
    explanation: entry.kind === 'conflict' ? entry.entry.explanation : null,
    conflicts: (register.conflictsOn.get(own) ?? []).map(({id}) => ({id, label: labelOf(id, lookup)})),
    judgements: [...new Map(ids.flatMap(one => register.judgementsOn.get(one) ?? []).map(one => [one.id, one])).values()].map(one =>
      rulingOf(one, lookup),
    ),
    people: partyTo(entry, lookup),
  }
}

/** More pairs nobody reads side by side; the first ones are the earliest. */
const MAX_WORDINGS = 24

function settableOf({kind, entry}: Entry): Evidence['settable'] {
  if (kind === 'event') return [...(['status', 'kind', 'time'] as const)].map(field => ({field, value: entry[field]}))
  if (kind === 'position') return [...(['stance', 'issue', 'time'] as const)].map(field => ({field, value: entry[field]}))
  if (kind === 'agreement') return [...(['state', 'label', 'term'] as const)].map(field => ({field, value: entry[field]}))
  return []
}

function headingOf(step: string | null, entry: Entry, lookup: Lookup): string {
  if (step === 'breach') return 'What is reported about its keeping'
  if (step === 'clause') return 'A clause of it'
  if (step !== null) return `Before that: ${entry.kind === 'agreement' ? stateWords(step as never) : statusWords(step)}`
  if (entry.kind === 'agreement') return capital(stateWords(entry.entry.state))
  if (entry.kind !== 'event') return 'What it rests on'
  return `${capital(statusWords(entry.entry.status))}${isOverdue(entry.entry, lookup) ? ': date passed, no report here' : ''}`
}

function stepOf({step, time, support}: HeadedSupport, entry: Entry, lookup: Lookup): Step {
  const {originOf} = registerOf(lookup.record)
  return {
    ...{heading: headingOf(step, entry, lookup), when: whenOf(time, support, lookup), vouch: vouchFor(support, lookup)},
    ...{sides: support.sides, said: support.said, known: support.known, documents: support.documents},
    oneOrigin: signsOf(support, null).oneOrigin,
    claims: support.claims
      .map(claim => toldOf(claim, lookup))
      .sort((a, b) => a.report.number - b.report.number || a.citation.start - b.citation.start),
    tree: treeOf(new Set(support.claims.map(claim => claim.citation.document)), lookup),
    origins: support.origins.flatMap(id => {
      const origin = originOf.get(id)
      if (!origin) return []
      const who = origin.entity === null ? null : {id: origin.entity, name: lookup.nameOf(origin.entity) ?? origin.entity}
      const carriedBy = origin.documents.map(lookup.numberOf).sort((a, b) => a - b)
      return [{id, kind: ORIGIN[origin.kind], who, carriedBy, merged: origin.merged.map(({reason}) => inNumbers(reason, lookup))}]
    }),
  }
}

const ORIGIN = {
  utterance: 'somebody’s words',
  reporting: 'own reporting',
  document: 'a document',
  footage: 'footage',
  unresolved: 'not resolved',
} as const

function toldOf({id, citation, assertion, rule, attribution}: Claim, lookup: Lookup): Told {
  const speech: Attribution[] = []
  for (let at = attribution; at !== null && speech.length < MAX_NESTING; ) {
    const found = lookup.attributions.get(at)
    if (!found) break
    speech.push(found)
    at = found.nestedIn
  }
  return {
    ...{id, citation, rule, report: reportOf(citation, lookup)},
    assertion: assertion === 'unclear' ? 'speaker not determined' : assertion,
    speech: speech.map(one => ({
      ...{id: one.id, speakerId: one.speaker, act: actWords(one), chain: chainOf(one, lookup)},
      speaker: lookup.nameOf(one.speaker) ?? one.source?.quote ?? 'a source nobody names',
    })),
  }
}

/** Deeper nesting than any report has. */
const MAX_NESTING = 6

const reportOf = ({document}: Citation, lookup: Lookup): ArticleHead => articleHead(lookup.documentOf(document)!, lookup)

const sentencesOf = (citations: readonly Citation[], lookup: Lookup): Sentence[] =>
  citations.map(citation => ({citation, report: reportOf(citation, lookup)}))

/** The reports that carry it, each under the one whose text it shares most of; those that share with nobody are roots. */
function treeOf(carriers: ReadonlySet<string>, lookup: Lookup): Branch[] {
  const register = registerOf(lookup.record)
  const parents = new Map<string, Derivation>()
  for (const id of carriers)
    for (const derivation of register.inDocument(id).derivations) {
      const isIn = derivation.of === id && carriers.has(derivation.from) && derivation.kind !== 'credit'
      if (isIn && (parents.get(id)?.score ?? 0) < derivation.score) parents.set(id, derivation)
    }
  for (const id of carriers) cutLoop(id, parents)
  const branch = (id: string): Branch => {
    const link = parents.get(id)
    return {
      ...{report: articleHead(lookup.documentOf(id)!, lookup), words: link ? derivationWords(link) : null, kind: link?.kind ?? null},
      because: (link?.because ?? []).slice(0, 2),
      branches: inOrder(
        [...carriers].filter(other => parents.get(other)?.from === id),
        lookup,
      ).map(branch),
    }
  }
  return inOrder(
    [...carriers].filter(id => !parents.has(id)),
    lookup,
  ).map(branch)
}

const inOrder = (ids: string[], lookup: Lookup): string[] => ids.sort((a, b) => lookup.numberOf(a) - lookup.numberOf(b))

/** Two reports may each share text with the other: the way up is cut where it comes back. */
function cutLoop(start: string, parents: Map<string, Derivation>): void {
  const seen = new Set<string>()
  for (let at: string | undefined = start; at !== undefined; ) {
    seen.add(at)
    const next: string | undefined = parents.get(at)?.from
    if (next !== undefined && seen.has(next)) {
      parents.delete(at)
      return
    }
    at = next
  }
}

function wordingsOf({id, pairs}: Utterance, lookup: Lookup): Wording[] {
  return pairs.flatMap(({a, b, drift, because}) => {
    const [mine, theirs] = because[0] ?? [lookup.attributions.get(a)?.content[0], lookup.attributions.get(b)?.content[0]]
    if (!mine || !theirs) return []
    return [
      {
        utterance: id,
        drift: driftWords(drift),
        a: {citation: mine, report: reportOf(mine, lookup)},
        b: {citation: theirs, report: reportOf(theirs, lookup)},
      },
    ]
  })
}

/** A remark seen as support: each report that carries it. Who recorded it nobody counts here. */
function spokenSupport(ids: readonly string[], lookup: Lookup): Support {
  const claims = ids.flatMap(id => {
    const content = lookup.attributions.get(id)?.content[0]
    return content ? [{id, citation: content, attribution: id, rule: 'utterance', assertion: 'quoted' as const}] : []
  })
  const documents = new Set(claims.map(claim => claim.citation.document)).size
  return {claims, documents, sides: [], origins: [], said: [1, documents], known: [1, 1]}
}

export function rulingOf({id, by, who, at, kind, field, value, reason, rule, of, because}: Judgement, lookup: Lookup): Ruling {
  const set = kind === 'set' ? `${field} set to ${value}` : kind
  const names = of.map(one => lookup.nameOf(one)).filter(name => name !== null)
  const told = reason === null ? null : asWritten(inNumbers(reason, lookup), [...names, ...because.map(({quote}) => quote)])
  const words = told ?? (kind === 'same' || kind === 'different' ? `${names.join(kind === 'same' ? ' = ' : ' ≠ ')}` : '')
  return {id, by, who, at, kind: set, words: words || (rule ?? ''), of}
}

/** Who takes part: the names of the entry itself. */
function partyTo(entry: Entry, lookup: Lookup): Evidence['people'] {
  const ids =
    entry.kind === 'event'
      ? [...entry.entry.actors, ...entry.entry.recipients, ...entry.entry.mediators]
      : entry.kind === 'position'
        ? [entry.entry.holder, entry.entry.voice, entry.entry.toward]
        : entry.kind === 'agreement'
          ? entry.entry.parties
          : entry.kind === 'utterance'
            ? [entry.entry.speaker]
            : []
  return [...new Set(ids)].flatMap(id => (id === null ? [] : [{id, name: lookup.nameOf(id) ?? id}]))
}
