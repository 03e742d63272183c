// One entry a position: the same holder, issue, stance and voice, in the same remark or in words that say the same.
// An envoy's remark stays the envoy's: two voices are two entries, even for one government.
import type {PositionClaim} from '../model/claim.ts'
import type {Note, Position} from '../model/record.ts'
import {daysOf} from '../text/similarity-days.ts'
import type {LinkedClaim} from './claims.ts'
import type {Grouping} from './growth/groups.ts'
import {byFirstCitation, cite, idOf} from './identity.ts'
import type {Linking} from './linking.ts'
import {claimGrouping} from './merging.ts'
import {favourite} from './votes.ts'

type LinkedPosition = LinkedClaim<PositionClaim<string>>

export interface PositionEntry {
  readonly position: Position
  readonly claims: readonly LinkedPosition[]
  readonly notes: readonly Note[]
}

/** As for events: below this two sentences share a topic, not a statement. */
const ALIKE = 0.35

/** Claims of one position, found by party, issue and stance. */
export const positionGrouping = (linking: Linking): Grouping<LinkedPosition, PositionEntry> =>
  claimGrouping(
    {
      keysOf: ({claim, document}) => {
        const block = `${linking.parties.partyOf(claim.holder)} ${claim.issue} ${claim.stance}`
        return [`${block} ${linking.storyOf[document]}`, `${block} ${claim.time ?? '-'}`]
      },
      apart: (a, b) => apart(a, b, linking),
      likeness: (a, b) => likeness(a, b, linking),
      least: ALIKE,
      entryOf: (claims, _, notes) => ({position: entryOf(claims, linking), claims, notes}),
    },
    linking,
  )

/** Entries in the record's order. */
export const positionsInOrder = (entries: Iterable<PositionEntry>): PositionEntry[] =>
  [...entries].sort(
    byFirstCitation(
      entry => entry.claims[0]?.citation,
      entry => `${entry.position.stance} ${entry.position.id}`,
    ),
  )

function apart(a: LinkedPosition, b: LinkedPosition, linking: Linking): boolean {
  const ruled = linking.ruled(a, b)
  if (ruled !== null) return ruled === 'different'
  const {partyOf} = linking.parties
  if (partyOf(a.claim.holder) !== partyOf(b.claim.holder) || a.claim.issue !== b.claim.issue || a.claim.stance !== b.claim.stance)
    return true
  if ((a.claim.assertion === 'denied') !== (b.claim.assertion === 'denied')) return true
  if (a.claim.voice !== null && b.claim.voice !== null && a.claim.voice !== b.claim.voice) return true
  const first = daysOf(a.claim.time)
  const second = daysOf(b.claim.time)
  return first !== null && second !== null && (first.from > second.to + 1 || second.from > first.to + 1)
}

function likeness(a: LinkedPosition, b: LinkedPosition, linking: Linking): number {
  if (linking.oneRemark(a, b) || sameContent(a, b, linking)) return 1
  return linking.alike(a, b)
}

/** The same words for what is wanted: a copy may have cut the rest of the sentence, and a short sentence has too few words to be weighed. */
function sameContent(a: LinkedPosition, b: LinkedPosition, {documents}: Linking): boolean {
  const words = ({document, claim}: LinkedPosition): string =>
    (documents[document]!.text.slice(claim.content.start, claim.content.end).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ').toLowerCase()
  const first = words(a)
  return first !== '' && first === words(b)
}

function entryOf(claims: readonly LinkedPosition[], linking: Linking): Position {
  const fullest = ownWords(claims, linking).reduce((best, one) => (length(one) > length(best) ? one : best))
  const {claim} = fullest
  const {holder, voice} = sideOf(claim.holder, favourite(claims.flatMap(one => one.claim.voice ?? [])), linking)
  const document = linking.documents[fullest.document]!
  const condition = claims.find(one => one.claim.condition !== null)
  return {
    id: idOf('position', ...claims.map(one => one.id)),
    holder,
    issue: claim.issue,
    stance: claim.stance,
    voice,
    account: favourite(claims.map(one => one.claim.account))!,
    condition: condition ? cite(linking.documents[condition.document]!, condition.claim.condition!) : null,
    toward: favourite(claims.flatMap(one => one.claim.toward ?? [])),
    content: document.text.slice(claim.content.start, claim.content.end),
    time: favourite(claims.flatMap(one => one.claim.time ?? [])),
    support: linking.support(claims),
    rule: claims[0]!.claim.rule,
    review: 'check',
  }
}

/** A person of whom another report says whom they speak for holds nothing alone: the words are theirs, the position that of their side. */
function sideOf(holder: string, voice: string | null, {parties}: Linking): {readonly holder: string; readonly voice: string | null} {
  const party = parties.partyOf(holder)
  return party === holder || parties.entities.get(holder)?.type !== 'person' ? {holder, voice} : {holder: party, voice: voice ?? holder}
}

/** What a machine has paraphrased is shown only where nobody else carries it. */
function ownWords(claims: readonly LinkedPosition[], {documents}: Linking): readonly LinkedPosition[] {
  const written = claims.filter(({document}) => !documents[document]!.flags.some(({kind}) => kind === 'machine-paraphrase'))
  return written.length > 0 ? written : claims
}

const length = ({claim}: LinkedPosition): number => claim.content.end - claim.content.start
