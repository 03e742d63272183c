// One entry an agreement, with its states in order, what is alleged about its keeping, and its clauses. An allegation sets no state:
// a violation is somebody's word, with its accuser and the answer of the accused.
import type {AgreementClaim, AgreementState, ViolationClaim} from '../model/claim.ts'
import type {Agreement, Note} from '../model/record.ts'
import {dayOf, daysOf} from '../text/similarity-days.ts'
import {tellingStems} from '../text/similarity-stems.ts'
import {stemOf} from '../text/stem.ts'
import type {LinkedClaim} from './claims.ts'
import type {Grouping} from './growth/groups.ts'
import {byCitation, byFirstCitation, idOf} from './identity.ts'
import type {Linking} from './linking.ts'
import {claimGrouping} from './merging.ts'
import {favourite, listed} from './votes.ts'

type LinkedAgreement = LinkedClaim<AgreementClaim<string>>

export interface AgreementEntry {
  readonly agreement: Agreement
  readonly claims: readonly LinkedAgreement[]
  readonly notes: readonly Note[]
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

/** What a claim brings to a comparison with others. */
interface AgreementFrame {
  readonly parties: readonly string[]
  readonly declared: readonly string[]
  readonly words: readonly string[]
}

export interface AgreementGrouping extends Grouping<LinkedAgreement, AgreementEntry> {
  /** Reads the claims of one document together: what its bare names ("the deal") mean. To be called before they are grouped. */
  readonly readDocument: (claims: readonly LinkedAgreement[]) => void
}

/** Claims of one agreement, found by story, words and issue. */
export function agreementGrouping(linking: Linking): AgreementGrouping {
  const bare = new Set(linking.pack.agreementWords.map(stemOf))
  const frames = new WeakMap<LinkedAgreement, AgreementFrame>()
  const meant = new WeakMap<LinkedAgreement, LinkedAgreement>()
  const frame = (linked: LinkedAgreement): AgreementFrame => {
    const known = frames.get(linked)
    if (known) return known
    const {claim} = linked
    const made = {
      parties: bound([...claim.parties, ...(claim.violation?.by ?? [])], linking),
      declared: bound(claim.parties, linking),
      words: tellingStems(claim.label, linking.pack.words).filter(stem => !bare.has(stem)),
    }
    frames.set(linked, made)
    return made
  }
  const grouping = claimGrouping<LinkedAgreement, AgreementEntry>(
    {
      keysOf: linked => {
        const {parties, words} = frame(linked)
        return [
          `story ${linking.storyOf[linked.document]}`,
          ...words.map(word => `${word} ${parties[0] ?? ''}`),
          // A report that names no party meets those that do by two words of the label that stand together.
          ...words.slice(1).map((word, i) => `${words[i]} ${word}`),
          ...parties.flatMap(party => linked.claim.issues.map(issue => `${party} ${issue}`)),
        ]
      },
      apart: (a, b) => {
        const ruled = linking.ruled(a, b)
        return ruled === null ? areApart(a, b, frame(a), frame(b)) : ruled === 'different'
      },
      likeness: (a, b) => likeness(a, b, frame(a), frame(b), meant.get(a) === b || meant.get(b) === a, linking),
      least: SAME_AGREEMENT,
      entryOf: (members, _, notes) => ({agreement: entryOf(members, linking), claims: members, notes}),
    },
    linking,
  )
  return {
    ...grouping,
    readDocument: claims => {
      for (const [linked, named] of antecedents(claims, linked => frame(linked).words)) meant.set(linked, named)
    },
  }
}

/** Entries in the record's order. */
export const agreementsInOrder = (entries: Iterable<AgreementEntry>): AgreementEntry[] =>
  [...entries].sort(
    byFirstCitation(
      entry => entry.claims[0]?.citation,
      entry => `${entry.agreement.state} ${entry.agreement.id}`,
    ),
  )

/** States after which another agreement takes the place of this one. */
const OVER: ReadonlySet<string> = new Set(['collapsed', 'expired', 'replaced', 'suspended', 'rejected'])

/** An agreement follows the last one of the same parties on the same issue that had ended before it came. */
export function withForerunners(agreements: readonly Agreement[], {parties}: Linking): Agreement[] {
  const byParties = new Map<string, Agreement[]>()
  const keyOf = (agreement: Agreement): string => [...new Set(agreement.parties.map(parties.partyOf))].sort().join(' ')
  for (const agreement of agreements) {
    const list = byParties.get(keyOf(agreement)) ?? []
    list.push(agreement)
    byParties.set(keyOf(agreement), list)
  }
  return agreements.map(agreement => {
    const begun = agreement.history.map(step => daysOf(step.time)?.from).find(day => day !== undefined)
    if (agreement.parties.length < 2 || begun === undefined) return agreement
    const over = (byParties.get(keyOf(agreement)) ?? [])
      .filter(other => other.id !== agreement.id && other.issues.some(issue => agreement.issues.includes(issue)))
      .flatMap(other => other.history.filter(step => OVER.has(step.state)).map(step => ({id: other.id, day: daysOf(step.time)?.to})))
      .filter((step): step is {id: string; day: number} => step.day !== undefined && step.day < begun)
      .sort((a, b) => b.day - a.day || (a.id < b.id ? -1 : 1))
    return over.length === 0 ? agreement : {...agreement, follows: over[0]!.id}
  })
}

function areApart(a: LinkedAgreement, b: LinkedAgreement, frameA: AgreementFrame, frameB: AgreementFrame): boolean {
  // Who breaks an agreement is no list of its parties.
  if (frameA.declared.length >= 2 && frameB.declared.length >= 2 && shared(frameA.declared, frameB.declared) < 2) return true
  if (areTwoInOneSentence(a, b, frameA, frameB)) return true
  if (cameAfterEnd(a, b) || cameAfterEnd(b, a)) return true
  if (areStrangers(frameA, frameB) || areStrangers(frameB, frameA)) return true
  const [first, second] = [a.claim.issues, b.claim.issues]
  return first.length > 0 && second.length > 0 && shared(first, second) === 0 && shared(frameA.words, frameB.words) === 0
}

/** What is agreed after the day on which one collapsed or ran out is another. */
function cameAfterEnd({claim: ended}: LinkedAgreement, {claim: made}: LinkedAgreement): boolean {
  if (ended.state === null || made.state === null || !GONE.has(ended.state) || !MADE.has(made.state)) return false
  const [end, start] = [daysOf(ended.time), daysOf(made.time)]
  return end !== null && start !== null && start.from > end.to
}

const GONE: ReadonlySet<AgreementState> = new Set(['collapsed', 'expired', 'replaced'])
const MADE: ReadonlySet<AgreementState> = new Set(['agreed-in-principle', 'announced', 'signed', 'ratified'])

/** "No breakthrough on the proposed ceasefire, despite an agreement on the harbours": one sentence that names two tells of two. */
const areTwoInOneSentence = (a: LinkedAgreement, b: LinkedAgreement, {words}: AgreementFrame, {words: others}: AgreementFrame): boolean =>
  a.document === b.document && a.sentence === b.sentence && words.length > 0 && others.length > 0 && shared(words, others) === 0

/** The parties of one are none of the other's: a single name may be half of a pair, so one accused of a breach is no stranger to it. */
const areStrangers = ({declared}: AgreementFrame, other: AgreementFrame): boolean =>
  shared(declared, other.parties) === 0 && declared.length >= (other.declared.length > 0 ? 1 : 2) && other.parties.length > 0

function likeness(
  a: LinkedAgreement,
  b: LinkedAgreement,
  frameA: AgreementFrame,
  frameB: AgreementFrame,
  isMeant: boolean,
  linking: Linking,
): number {
  let score = (0.5 * shared(frameA.words, frameB.words)) / Math.max(1, Math.min(frameA.words.length, frameB.words.length))
  if (isMeant) score += 0.5
  if (frameA.parties.length > 0 && frameB.parties.length > 0) score += 0.2
  if (shared(a.claim.issues, b.claim.issues) > 0) score += 0.2
  if (linking.storyOf[a.document] === linking.storyOf[b.document]) score += 0.2
  if (linking.alike(a, b) >= ALIKE || linking.oneRemark(a, b)) score += 0.3
  return score
}

const ALIKE = 0.35

/** "The agreement", "the deal": a name that tells nothing means the agreement that its report named last. Claims of one document. */
function antecedents(
  claims: readonly LinkedAgreement[],
  wordsOf: (claim: LinkedAgreement) => readonly string[],
): [LinkedAgreement, LinkedAgreement][] {
  const meant: [LinkedAgreement, LinkedAgreement][] = []
  let last: LinkedAgreement | null = null
  for (const claim of [...claims].sort((a, b) => byCitation(a.citation, b.citation) || a.place - b.place)) {
    if (wordsOf(claim).length > 0) last = claim
    else if (last !== null) meant.push([claim, last])
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
  const violations = [...groups.values()].map(list => ({
    by: listed(list, ({claim}) => breakers(claim.violation!, sides)),
    voice: list[0]!.claim.violation!.voice,
    allegedBy: listed(list, ({claim}) => claim.violation!.allegedBy),
    deniedBy: listed(list, ({claim}) => claim.violation!.deniedBy),
    time: list[0]!.claim.time,
    support: linking.support(list),
  }))
  return answered(violations, linking)
}

/** "Ostrel denied that it had broken the truce" is the answer to whoever said so, and no second allegation. */
function answered(violations: Agreement['violations'], {parties}: Linking): Agreement['violations'] {
  const isDenial = ({allegedBy, deniedBy}: Agreement['violations'][number]): boolean => allegedBy.length === 0 && deniedBy.length > 0
  const byOf = ({by}: Agreement['violations'][number]): string => parties.partiesOf(by).join(' ')
  const denials = violations.filter(isDenial)
  const alleged = violations.filter(one => !isDenial(one) && one.voice === 'alleged')
  const answers = (denial: Agreement['violations'][number]): boolean => alleged.some(one => byOf(one) === byOf(denial))
  return violations
    .filter(one => !denials.includes(one) || !answers(one))
    .map(one => {
      const deniedBy = alleged.includes(one) ? denials.filter(denial => byOf(denial) === byOf(one)).flatMap(denial => denial.deniedBy) : []
      return deniedBy.length === 0 ? one : {...one, deniedBy: [...new Set([...one.deniedBy, ...deniedBy])]}
    })
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
      const known = groups.get(key) ?? reworded(groups.values(), claim, clause, linking)
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

/** "Exchange all prisoners" and "hand over every prisoner" of two reports that share their text are one clause. */
function reworded<Known extends {readonly claim: LinkedAgreement; readonly clause: LinkedAgreement['claim']['clauses'][number]}>(
  groups: Iterable<Known>,
  claim: LinkedAgreement,
  {issue, obligor}: LinkedAgreement['claim']['clauses'][number],
  {alike}: Linking,
): Known | undefined {
  for (const known of groups)
    if (
      known.claim.document !== claim.document &&
      known.clause.issue === issue &&
      shared(known.clause.obligor, obligor) === obligor.length &&
      alike(known.claim, claim) >= ALIKE
    )
      return known
  return undefined
}

const shared = (a: readonly string[], b: readonly string[]): number => a.reduce((sum, item) => sum + (b.includes(item) ? 1 : 0), 0)
