// One entry an agreement, with its states in order, what is alleged about its keeping, and its clauses. An allegation sets no state:
// a violation is somebody's word, with its accuser and the answer of the accused.
import type {AgreementClaim, AgreementState, ViolationClaim} from '../model/claim.ts'
import type {Agreement} from '../model/record.ts'
import {dayOf, daysOf} from '../text/similarity-days.ts'
import {tellingStems} from '../text/similarity-stems.ts'
import {stemOf} from '../text/stem.ts'
import type {LinkedClaim} from './claims.ts'
import {byCitation, byFirstCitation, idOf} from './identity.ts'
import type {Linking} from './linking.ts'
import {mergeBest, pairsByKey} from './merging.ts'
import {favourite, listed} from './votes.ts'

type LinkedAgreement = LinkedClaim<AgreementClaim<string>>

export interface AgreementEntry {
  readonly agreement: Agreement
  readonly claims: readonly LinkedAgreement[]
}

const STATES: readonly AgreementState[] = [
  'floated',
  'proposed',
  'rejected',
  'under-negotiation',
  'agreed-in-principle',
  'announced',
  'signed',
  'ratified',
  'in-force',
  'extended',
  'suspended',
  'implemented',
  'expired',
  'collapsed',
  'replaced',
]

/** Same words in the label, same parties and story: .8; label alone .5; parties and issue in one story .6. */
const SAME_AGREEMENT = 0.6

export function mergeAgreements(claims: readonly LinkedAgreement[], linking: Linking): AgreementEntry[] {
  const parties = claims.map(({claim}) => bound([...claim.parties, ...(claim.violation?.by ?? [])], linking))
  const declared = claims.map(({claim}) => bound(claim.parties, linking))
  const bare = new Set(linking.pack.agreementWords.map(stemOf))
  const words = claims.map(({claim}) => tellingStems(claim.label, linking.pack.words).filter(stem => !bare.has(stem)))
  const keys = claims.map(({document}, i) => [
    `story ${linking.storyOf[document]}`,
    ...words[i]!.map(word => `${word} ${parties[i]![0] ?? ''}`),
    ...parties[i]!.flatMap(party => claims[i]!.claim.issues.map(issue => `${party} ${issue}`)),
  ])
  const apart = (a: number, b: number): boolean => {
    const ruled = linking.ruled(claims[a]!, claims[b]!)
    if (ruled !== null) return ruled === 'different'
    // Who breaks an agreement is no list of its parties.
    if (declared[a]!.length >= 2 && declared[b]!.length >= 2 && shared(declared[a]!, declared[b]!) < 2) return true
    if (areTwoInOneSentence(a, b)) return true
    if (areStrangers(a, b) || areStrangers(b, a)) return true
    const first = claims[a]!.claim.issues
    const second = claims[b]!.claim.issues
    return first.length > 0 && second.length > 0 && shared(first, second) === 0 && shared(words[a]!, words[b]!) === 0
  }
  /** "No breakthrough on the proposed ceasefire, despite an agreement on the harbours": one sentence that names two tells of two. */
  const areTwoInOneSentence = (a: number, b: number): boolean =>
    claims[a]!.document === claims[b]!.document &&
    claims[a]!.sentence === claims[b]!.sentence &&
    words[a]!.length > 0 &&
    words[b]!.length > 0 &&
    shared(words[a]!, words[b]!) === 0
  /** The parties of one are none of the other's: a single name may be half of a pair, so one accused of a breach is no stranger to it. */
  const areStrangers = (a: number, b: number): boolean =>
    shared(declared[a]!, parties[b]!) === 0 && declared[a]!.length >= (declared[b]!.length > 0 ? 1 : 2) && parties[b]!.length > 0
  const meant = antecedents(claims, words)
  const edges = []
  for (const [a, b] of pairsByKey(keys)) {
    if (apart(a, b)) continue
    const score = linking.ruled(claims[a]!, claims[b]!) === 'same' ? 2 : likeness(a, b)
    if (score >= SAME_AGREEMENT) edges.push({a, b, score})
  }
  const entries = mergeBest(claims.length, edges, apart).clusters.map(cluster => {
    const members = cluster.map(i => claims[i]!).sort((a, b) => byCitation(a.citation, b.citation))
    return {agreement: entryOf(members, linking), claims: members}
  })
  return entries.sort(
    byFirstCitation(
      entry => entry.claims[0]?.citation,
      entry => `${entry.agreement.state} ${entry.agreement.id}`,
    ),
  )

  function likeness(a: number, b: number): number {
    const first = claims[a]!
    const second = claims[b]!
    const label = shared(words[a]!, words[b]!) / Math.max(1, Math.min(words[a]!.length, words[b]!.length))
    const both = parties[a]!.length > 0 && parties[b]!.length > 0
    let score = 0.5 * label
    if (meant.get(a) === b || meant.get(b) === a) score += 0.5
    if (both) score += 0.2
    if (shared(first.claim.issues, second.claim.issues) > 0) score += 0.2
    if (linking.storyOf[first.document] === linking.storyOf[second.document]) score += 0.2
    if (linking.alike(first, second) >= ALIKE || linking.oneRemark(first, second)) score += 0.3
    return score
  }
}

const ALIKE = 0.35

/** "The agreement", "the deal": a name that tells nothing means the agreement that its report named last. Claim → the claim meant. */
function antecedents(claims: readonly LinkedAgreement[], words: readonly (readonly string[])[]): Map<number, number> {
  const meant = new Map<number, number>()
  const order = claims.map((_, i) => i).sort((a, b) => byCitation(claims[a]!.citation, claims[b]!.citation) || a - b)
  let last: number | null = null
  for (const i of order) {
    if (words[i]!.length > 0) last = i
    else if (last !== null && claims[last]!.document === claims[i]!.document) meant.set(i, last)
  }
  return meant
}

/** Those among some entities whom an agreement can bind: parties with a name. "The head" and "prisoners" are none, so they keep nothing apart. */
function bound(ids: readonly string[], {parties}: Linking): string[] {
  const named = new Set(parties.peopleOf(ids).map(parties.partyOf))
  return parties.namedPartiesOf(ids).filter(party => parties.entities.get(party)?.type !== 'person' || named.has(party))
}

function entryOf(claims: readonly LinkedAgreement[], linking: Linking): Agreement {
  const parties = listed(claims, ({claim}) => bound(claim.parties, linking))
  const known = stepsOf(claims, linking)
  // Where reports tell only of a breach, there was something to breach; nothing says more than that it was announced.
  const steps = known.length > 0 ? known : [{state: 'announced' as const, claims}]
  return {
    id: idOf('agreement', ...claims.map(claim => claim.id)),
    label: favourite(claims.map(({claim}) => claim.label).sort((a, b) => b.length - a.length || (a < b ? -1 : 1)))!,
    parties,
    issues: listed(claims, ({claim}) => claim.issues),
    term: favourite(claims.flatMap(({claim}) => claim.term ?? [])),
    state: steps.at(-1)!.state,
    history: steps.map(({state, claims}) => ({
      state,
      time: favourite(claims.flatMap(claim => timeReached(claim, linking.documents) ?? [])),
      support: linking.support(claims),
    })),
    violations: violationsOf(claims, parties, linking),
    follows: null,
    clauses: clausesOf(claims, linking),
    rule: claims[0]!.claim.rule,
    review: 'check',
  }
}

/** States in the order of their dates; without dates in the order of an agreement's life. Background comes first. */
function stepsOf(claims: readonly LinkedAgreement[], {documents}: Linking): {state: AgreementState; claims: LinkedAgreement[]}[] {
  const byState = new Map<AgreementState, LinkedAgreement[]>()
  for (const claim of claims) {
    const {state, assertion} = claim.claim
    if (state === null || assertion === 'denied' || assertion === 'speculated') continue
    byState.set(state, [...(byState.get(state) ?? []), claim])
  }
  const dayOfStep = (list: readonly LinkedAgreement[]): number | null => {
    const days = list.flatMap(claim => daysOf(timeReached(claim, documents))?.from ?? dayOf(documents[claim.document]!.published) ?? [])
    return days.length === 0 ? null : Math.min(...days)
  }
  const steps = [...byState].map(([state, list]) => ({state, claims: list, day: dayOfStep(list)}))
  // Two passes, since "no date" compares with nothing: by life first, then dated steps into the order of their dates.
  steps.sort((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state))
  const dated = steps.filter(step => step.day !== null).sort((a, b) => a.day! - b.day! || STATES.indexOf(a.state) - STATES.indexOf(b.state))
  let next = 0
  return steps.map(step => (step.day === null ? step : dated[next++]!))
}

/** The day a state was reached; a day after the report ("which takes effect at midnight on Friday") is one that lies ahead. */
function timeReached({claim, document}: LinkedAgreement, documents: Linking['documents']): string | null {
  const days = daysOf(claim.time)
  const published = dayOf(documents[document]!.published)
  return days !== null && published !== null && days.from > published ? null : claim.time
}

/** "Violated by both sides": by the two that agreed, where it is known who they are. */
const breakers = ({by, isJoint}: ViolationClaim<string>, sides: readonly string[]): readonly string[] =>
  isJoint && sides.length === 2 ? sides : by

function violationsOf(claims: readonly LinkedAgreement[], sides: readonly string[], linking: Linking): Agreement['violations'] {
  const groups = new Map<string, LinkedAgreement[]>()
  for (const claim of claims) {
    const {violation, time} = claim.claim
    if (violation === null) continue
    const {partiesOf} = linking.parties
    const key = [
      violation.voice,
      partiesOf(breakers(violation, sides)).join(' '),
      partiesOf(violation.allegedBy).join(' '),
      time ?? '-',
    ].join('|')
    groups.set(key, [...(groups.get(key) ?? []), claim])
  }
  return [...groups.values()].map(list => ({
    by: listed(list, ({claim}) => breakers(claim.violation!, sides)),
    voice: list[0]!.claim.violation!.voice,
    allegedBy: listed(list, ({claim}) => claim.violation!.allegedBy),
    deniedBy: listed(list, ({claim}) => claim.violation!.deniedBy),
    time: list[0]!.claim.time,
    support: linking.support(list),
  }))
}

function clausesOf(claims: readonly LinkedAgreement[], linking: Linking): Agreement['clauses'] {
  const groups = new Map<
    string,
    {content: string; claim: LinkedAgreement; clause: LinkedAgreement['claim']['clauses'][number]; all: LinkedAgreement[]}
  >()
  for (const claim of claims)
    for (const clause of claim.claim.clauses) {
      const content = linking.documents[claim.document]!.text.slice(clause.content.start, clause.content.end)
      const key = content.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')
      const known = groups.get(key)
      if (known) known.all.push(claim)
      else groups.set(key, {content, claim, clause, all: [claim]})
    }
  return [...groups.values()].map(({content, clause, all}) => ({
    content,
    obligor: [...clause.obligor],
    issue: clause.issue,
    due: clause.due,
    implementation: null,
    support: linking.support(all),
  }))
}

const shared = (a: readonly string[], b: readonly string[]): number => a.reduce((sum, item) => sum + (b.includes(item) ? 1 : 0), 0)
