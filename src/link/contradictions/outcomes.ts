// How something ended, told in two ways: a meeting held in one report and called off in the next, an agreement concluded and rejected on one day.
// Only reports in their own voice count, told after the day: what came later is an update, and a party that disputes the outcome is a party that disputes.
import type {AgreementState} from '../../model/claim.ts'
import {dayOf} from '../../text/similarity-days.ts'
import type {AgreementEntry} from '../agreements.ts'
import type {LinkedClaim} from '../claims.ts'
import {statusOf} from '../events/status.ts'
import type {EventEntry} from '../events.ts'
import type {Linking} from '../linking.ts'
import type {Conflict} from './conflict.ts'

type Told = LinkedClaim & {readonly claim: {readonly time: string | null}}

/** "Held" and "called off", both of one day and both told on it or after. */
export const eventOutcomes = ({event, claims}: EventEntry, linking: Linking): Conflict[] =>
  conflictsBetween(
    event.id,
    claims.filter(claim => statusOf(claim) === 'held' || statusOf(claim) === 'ended'),
    claims.filter(claim => statusOf(claim) === 'cancelled'),
    statusOf,
    linking,
  )

const CONCLUDED = new Set<AgreementState | null>(['agreed-in-principle', 'announced', 'signed', 'ratified', 'in-force'])
const FAILED = new Set<AgreementState | null>(['rejected', 'collapsed'])

export const agreementOutcomes = ({agreement, claims}: AgreementEntry, linking: Linking): Conflict[] => {
  const plain = claims.filter(({claim}) => !claim.background)
  return conflictsBetween(
    agreement.id,
    plain.filter(({claim}) => CONCLUDED.has(claim.state)),
    plain.filter(({claim}) => FAILED.has(claim.state)),
    ({claim}) => claim.state!,
    linking,
  )
}

/** A report that tells both ends tells a history, and contradicts nobody. */
function conflictsBetween<Claim extends Told>(
  about: string,
  good: readonly Claim[],
  bad: readonly Claim[],
  nameOf: (claim: Claim) => string,
  linking: Linking,
): Conflict[] {
  if (good.length === 0 || bad.length === 0) return []
  const tellsGood = new Set(good.map(claim => claim.document))
  const tellsBad = new Set(bad.map(claim => claim.document))
  return good
    .filter(claim => !tellsBad.has(claim.document) && isOwnVoice(claim) && isToldAfter(claim, linking))
    .flatMap(a =>
      bad
        .filter(b => !tellsGood.has(b.document) && isOwnVoice(b) && isToldAfter(b, linking) && dayOf(b.claim.time) === dayOf(a.claim.time))
        .map(
          (b): Conflict => ({
            kind: 'outcome',
            about,
            sides: [
              {value: nameOf(a), citation: a.citation},
              {value: nameOf(b), citation: b.citation},
            ],
          }),
        ),
    )
}

const isOwnVoice = ({claim}: LinkedClaim): boolean =>
  claim.attribution === null && (claim.assertion === 'narrated' || claim.assertion === 'unclear')

function isToldAfter({claim, document}: Told, {documents}: Linking): boolean {
  const day = claim.time !== null && !claim.time.includes('/') ? dayOf(claim.time) : null
  const published = dayOf(documents[document]!.published)
  return day !== null && published !== null && published >= day
}
