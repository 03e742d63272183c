// A record that grows: documents and judgements come in any order and any grouping, and the record is the same as if all had been there at once.
// Each step knows what it rests on: it settles anew what a newcomer touches (texts it shares, its stories, people told otherwise, remarks and
// claims that may be one with its own) and leaves the rest as it stands.
import type {AgreementClaim, AssessmentClaim, EventClaim, PositionClaim} from '../model/claim.ts'
import type {Packs} from '../model/packs.ts'
import type {ReadDocument} from '../model/reading.ts'
import type {Judgement, RecordFile} from '../model/record.ts'
import {agreementGrouping} from './agreements.ts'
import {assessmentGrouping} from './assessments.ts'
import {claimsOf, isAgreement, isAssessment, isEvent, isPosition, type LinkedClaim, linkClaims} from './claims.ts'
import {findConflicts} from './contradictions.ts'
import {eventGrouping} from './events.ts'
import {assemble} from './growth/assembly.ts'
import {growCast} from './growth/cast.ts'
import {growGroups} from './growth/groups.ts'
import {growSharedTexts} from './growth/shared-texts.ts'
import {growThreads} from './growth/threads.ts'
import {compare} from './identity.ts'
import {readRulings, withAddedLines} from './judgements.ts'
import {likenessIn} from './likeness.ts'
import type {Linking} from './linking.ts'
import {growLosses} from './losses.ts'
import {findDescribedLosses} from './losses-described.ts'
import {countOrigins} from './origins.ts'
import {positionGrouping} from './positions.ts'
import {type Profiled, profileDocument} from './profiles.ts'
import {attributionIdOf, remarksOf} from './utterances/remarks.ts'
import {remarkGrouping} from './utterances.ts'

export interface GrowingRecord {
  /** Adds documents; one whose id is known already changes nothing. */
  readonly add: (documents: readonly ReadDocument[]) => Touched
  /** Takes documents out. What is left is linked anew: time linear in it. */
  readonly remove: (ids: readonly string[]) => Touched
  /** Appends judgements of people. */
  readonly judge: (judgements: readonly Judgement[]) => Touched
  readonly record: () => RecordFile
  /** Work done so far, by step; for tests and benches. */
  readonly steps: () => Steps
}

/** Ids of the documents of which something was settled anew. */
export interface Touched {
  readonly touched: readonly string[]
}

export interface Steps {
  /** Pairs of documents compared. */
  readonly comparisons: number
  /** Documents grouped into stories. */
  readonly stories: number
  /** Remarks and claims settled and pairs of them weighed. */
  readonly remarks: number
  readonly claims: number
  /** Names settled and pairs of them weighed. */
  readonly identity: number
}

export function growRecord(packs: Packs, made: RecordFile['made']): GrowingRecord {
  let state = emptyState(packs)
  let judgements: readonly Judgement[] = []
  return {
    add: documents => ({touched: state.settle(documents, judgements)}),
    remove(ids) {
      const gone = new Set(ids)
      const rest = state.given.filter(({id}) => !gone.has(id))
      if (rest.length === state.given.length) return {touched: []}
      state = emptyState(packs)
      return {touched: state.settle(rest, judgements)}
    },
    judge(more) {
      judgements = [...judgements, ...more]
      return {touched: state.settle([], judgements)}
    },
    record: () => state.record(made),
    steps: () => state.steps(),
  }
}

interface State {
  readonly given: readonly ReadDocument[]
  readonly settle: (documents: readonly ReadDocument[], judgements: readonly Judgement[]) => string[]
  readonly record: (made: RecordFile['made']) => RecordFile
  readonly steps: () => Steps
}

function emptyState(packs: Packs): State {
  const given: ReadDocument[] = []
  const documents: ReadDocument[] = []
  const profiles: Profiled[] = []
  const numberOf = new Map<string, number>()
  const ownerOf = new Map<string, number>()
  const utteranceOf = new Map<string, string>()
  let rulings = readRulings([], id => numberOf.has(id))

  const byId = (a: number, b: number): number => compare(documents[a]!.id, documents[b]!.id)
  const texts = growSharedTexts(documents, profiles, (a, b) => rulings.isDismissed(a, b))
  const threads = growThreads(
    packs.links,
    byId,
    id => numberOf.get(id),
    number => ({document: documents[number]!, profiled: profiles[number]!}),
  )
  const cast = growCast(documents, packs)
  const remarks = growGroups(remarkGrouping({documents: () => documents, judgements: () => rulings.active}))
  const losses = growLosses(documents, texts.alignedWith)
  const attributionId = (document: number, index: number): string =>
    attributionIdOf(documents[document]!, documents[document]!.attributions[index]!)
  const remarkOf = ({document, claim: {attribution}}: LinkedClaim): string | null =>
    attribution === null ? null : (utteranceOf.get(attributionId(document, attribution)) ?? attributionId(document, attribution))
  const counter = countOrigins({
    documents,
    entityOf: cast.entityOf,
    parties: cast.parties,
    comparisonsOf: texts.comparisonsOf,
    attributionId,
    utteranceOf: (document, attribution) => utteranceOf.get(attributionId(document, attribution)) ?? null,
    lostAttribution: claim => losses.of(claim),
  })
  const linking: Linking = {
    documents,
    pack: packs.links,
    parties: cast.parties,
    storyOf: threads.storyOf,
    storyDocuments: threads.membersOf,
    alike: likenessIn({of: profiles}),
    oneRemark: (a, b) => remarkOf(a) !== null && remarkOf(a) === remarkOf(b),
    ruled: (a, b) => rulings.ruled(a.id, b.id),
    ruledKeys: claim => rulings.sameKeys(claim.id),
    support: counter.support,
  }
  const agreement = agreementGrouping(linking)
  const groups = {
    events: growGroups(eventGrouping(linking)),
    positions: growGroups(positionGrouping(linking)),
    agreements: growGroups(agreement),
    assessments: growGroups(assessmentGrouping(linking)),
  }
  const conflicts = findConflicts(linking)

  return {given, settle, record: made => assemble({...parts(), made}), steps}

  function settle(newcomers: readonly ReadDocument[], judgements: readonly Judgement[]): string[] {
    const touched = new Set<number>()
    const added: number[] = []
    for (const document of newcomers) {
      if (numberOf.has(document.id)) continue
      const number = given.push(document) - 1
      numberOf.set(document.id, number)
      documents[number] = document
      profiles[number] = profileDocument(document, packs.links)
      added.push(number)
      touched.add(number)
    }
    const ruled = rule(judgements)
    for (const document of ruled.owners) touched.add(document)
    for (const number of added) documents[number] = withAddedLines(given[number]!, rulings)
    const shared = texts.update(added)
    for (const document of shared.touched) touched.add(document)
    for (const document of threads.update(added, rulings.onDocuments)) touched.add(document)
    const aligned = new Map([...shared.aligned, ...texts.alignedIn(ruled.pairs)])
    for (const document of cast.update(added, aligned, rulings.active)) touched.add(document)
    for (const document of settleRemarks(touched)) touched.add(document)
    settleClaims(touched)
    return [...touched].map(number => documents[number]!.id).sort(compare)
  }

  /** Takes in judgements. Gives the documents that a new line, or one taken back, speaks of, and the pairs of them on which it was said. */
  function rule(judgements: readonly Judgement[]): {readonly owners: readonly number[]; readonly pairs: readonly string[]} {
    const before = new Set(rulings.active)
    const next = readRulings(judgements, id => numberOf.has(id))
    const active = new Set(next.active)
    const changed = [...before, ...active].filter(line => before.has(line) !== active.has(line))
    rulings = next
    const named = changed.flatMap(({of, because}) => [...of, ...because.map(({document}) => document)])
    const owners = [...new Set(named.flatMap(id => numberOf.get(id) ?? ownerOf.get(id) ?? []))]
    for (const number of owners) documents[number] = withAddedLines(given[number]!, rulings)
    const pairs = changed
      .map(({of}) => of.flatMap(id => numberOf.get(id) ?? []).sort(byId))
      .filter(pair => pair.length === 2)
      .map(pair => pair.join(' '))
    return {owners, pairs}
  }

  /** Gives the documents that carry a remark which is now part of another utterance. */
  function settleRemarks(touched: ReadonlySet<number>): Set<number> {
    const fresh = new Map([...touched].map(number => [number, remarksOf(documents[number]!, number, cast.entityOf)]))
    for (const list of fresh.values()) for (const {id, document} of list) ownerOf.set(id, document)
    const {touched: regrouped, made} = remarks.update(fresh)
    const before = new Map([...regrouped].map(remark => [remark, utteranceOf.get(remark.id)]))
    for (const {id} of regrouped) utteranceOf.delete(id)
    for (const {utterance} of made) for (const id of utterance.attributions) utteranceOf.set(id, utterance.id)
    return new Set([...regrouped].filter(remark => before.get(remark) !== utteranceOf.get(remark.id)).map(remark => remark.document))
  }

  function settleClaims(touched: Set<number>): void {
    const all = new Map([...touched].map(number => [number, claimsOf(documents[number]!, number, cast.entityOf)]))
    for (const [number, claims] of all) for (const {id} of claims) ownerOf.set(id, number)
    for (const number of losses.update(all))
      if (!all.has(number)) {
        touched.add(number)
        all.set(number, claimsOf(documents[number]!, number, cast.entityOf))
      }
    const standing = new Map([...all].map(([number, claims]) => [number, claims.filter(claim => !rulings.isDismissed(claim.id))]))
    const ofKind = <Claim extends LinkedClaim>(isKind: (claim: LinkedClaim) => claim is Claim): Map<number, Claim[]> =>
      new Map([...standing].map(([number, claims]) => [number, claims.filter(isKind)]))
    const agreements = ofKind<LinkedClaim<AgreementClaim<string>>>(isAgreement)
    for (const claims of agreements.values()) agreement.readDocument(claims)
    groups.events.update(ofKind<LinkedClaim<EventClaim<string>>>(isEvent))
    groups.positions.update(ofKind<LinkedClaim<PositionClaim<string>>>(isPosition))
    groups.agreements.update(agreements)
    groups.assessments.update(ofKind<LinkedClaim<AssessmentClaim<string>>>(isAssessment))
  }

  function parts() {
    return {
      given,
      documents,
      order: given.map((_, number) => number).sort(byId),
      rulings,
      linking,
      counter,
      conflicts,
      compared: texts.all(),
      profiles,
      clusters: threads.clusters(),
      linked: cast.linked(),
      entityOf: cast.entityOf,
      losses: [...losses.gravest(), ...findDescribedLosses(documents, cast.entityOf, linkClaims(documents, cast.entityOf))].filter(
        loss => !rulings.isDismissed(loss.claim),
      ),
      utterances: [...remarks.entries()],
      events: [...groups.events.entries()],
      positions: [...groups.positions.entries()],
      agreements: [...groups.agreements.entries()],
      assessments: [...groups.assessments.entries()],
    }
  }

  function steps(): Steps {
    const claims = Object.values(groups).reduce((sum, group) => sum + group.steps(), 0)
    return {comparisons: texts.steps(), stories: threads.steps(), remarks: remarks.steps(), claims, identity: cast.steps()}
  }
}
