// How somebody says the talks are going. Each remark is one entry, however many reports carry it, and points to the event it stands beside.
import type {AssessmentClaim} from '../model/claim.ts'
import type {Assessment, Note} from '../model/record.ts'
import {tellingStems} from '../text/similarity-stems.ts'
import type {LinkedClaim} from './claims.ts'
import type {EventEntry} from './events.ts'
import type {Grouping} from './growth/groups.ts'
import {byFirstCitation, cite, idOf} from './identity.ts'
import type {Linking} from './linking.ts'
import {claimGrouping} from './merging.ts'

type LinkedAssessment = LinkedClaim<AssessmentClaim<string>>

export interface AssessmentEntry {
  /** What it is about shows only beside the events. */
  readonly assessment: Omit<Assessment, 'about'>
  readonly claims: readonly LinkedAssessment[]
  readonly notes: readonly Note[]
}

const ALIKE = 0.35
/** Kinds of event that an assessment of talks can be about. */
const TALKS = new Set(['meeting', 'round', 'call', 'visit', 'agreement', 'signing', 'ceasefire', 'exchange', 'proposal'])

/** Claims of one assessment, found by direction and story. */
export const assessmentGrouping = (linking: Linking): Grouping<LinkedAssessment, AssessmentEntry> =>
  claimGrouping(
    {
      keysOf: ({claim, document}) => [`${claim.direction} ${linking.storyOf[document]}`],
      apart: (a, b) => {
        const ruled = linking.ruled(a, b)
        if (ruled !== null) return ruled === 'different'
        return a.claim.direction !== b.claim.direction || !mayBeOneVoice(a, b, linking)
      },
      likeness: (a, b) => (linking.oneRemark(a, b) || (!isOneNobodys(a, b) && sameWords(a, b, linking)) ? 1 : linking.alike(a, b)),
      least: ALIKE,
      entryOf: (members, _, notes) => {
        const first = members[0]!
        return {
          claims: members,
          notes,
          assessment: {
            id: idOf('assessment', ...members.map(claim => claim.id)),
            by: members.find(({claim}) => claim.by !== null)?.claim.by ?? null,
            words: cite(linking.documents[first.document]!, first.claim.words),
            direction: first.claim.direction,
            time: members.find(({claim}) => claim.time !== null)?.claim.time ?? null,
            support: linking.support(members),
          },
        }
      },
    },
    linking,
  )

/** Assessments in the record's order, each with what it is about; `talksOf` gives the talks of a document's story, for where no event stands near. */
export function assessmentsOf(
  entries: Iterable<AssessmentEntry>,
  events: readonly EventEntry[],
  talksOf: (document: number) => string,
): Assessment[] {
  const near = talksEvents(events)
  return [...entries]
    .map(({assessment: {id, by, ...rest}, claims}) => {
      const first = claims[0]!
      return {claims, assessment: {id, by, about: nearestEvent(first, near) ?? talksOf(first.document), ...rest}}
    })
    .sort(
      byFirstCitation(
        entry => entry.claims[0]?.citation,
        entry => `${entry.assessment.direction} ${entry.assessment.id}`,
      ),
    )
    .map(({assessment}) => assessment)
}

/** One is somebody's and the other the report's own: a word that both have ("progress") makes no report's remark somebody's. */
const isOneNobodys = (a: LinkedAssessment, b: LinkedAssessment): boolean => (a.claim.by === null) !== (b.claim.by === null)

/** Two spokesmen of one government assess for it, a party and its rival do not; "both sides" and "officials" may be anybody's. */
function mayBeOneVoice(a: LinkedAssessment, b: LinkedAssessment, {parties}: Linking): boolean {
  if (isOneNobodys(a, b) && a.document === b.document) return false
  if (a.claim.by === null || b.claim.by === null) return true
  const [first, second] = [parties.partyOf(a.claim.by), parties.partyOf(b.claim.by)]
  return first === second || [first, second].some(party => parties.entities.get(party)?.type === 'group')
}

/** Both remarks turn on one telling word ("breakthrough", "stalled"). */
function sameWords(a: LinkedAssessment, b: LinkedAssessment, {documents, pack}: Linking): boolean {
  const stems = ({document, claim}: LinkedAssessment): string[] =>
    tellingStems(documents[document]!.text.slice(claim.words.start, claim.words.end), pack.words)
  const second = stems(b)
  return stems(a).some(stem => second.includes(stem))
}

/** Where each document tells of dealings: offset and event. */
function talksEvents(events: readonly EventEntry[]): Map<number, {at: number; id: string}[]> {
  const byDocument = new Map<number, {at: number; id: string}[]>()
  for (const {event, claims} of events) {
    if (!TALKS.has(event.kind) || event.background) continue
    for (const {document, citation} of claims) {
      const list = byDocument.get(document)
      if (list) list.push({at: citation.start, id: event.id})
      else byDocument.set(document, [{at: citation.start, id: event.id}])
    }
  }
  return byDocument
}

/** The event told nearest to the remark in its own report. */
function nearestEvent(
  {document, citation}: LinkedAssessment,
  near: ReadonlyMap<number, readonly {at: number; id: string}[]>,
): string | null {
  let best: string | null = null
  let nearest = Number.POSITIVE_INFINITY
  for (const {at, id} of near.get(document) ?? []) {
    const distance = Math.abs(at - citation.start)
    if (distance < nearest) {
      nearest = distance
      best = id
    }
  }
  return best
}
