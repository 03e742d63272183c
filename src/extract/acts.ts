// What is done by taking a position: who wants something has demanded it, who will not do it has refused. One act for each position whose
// sentence tells no such act of the same side already.
import type {EventClaim, EventKind, PositionClaim, Stance, Status} from '../model/claim.ts'
import {issuesIn} from './issues.ts'
import type {Scene} from './scene.ts'

interface Act {
  readonly kind: EventKind
  readonly status: Status
}

const ACTS: Partial<Record<Stance, Act>> = {
  demands: {kind: 'demand', status: 'held'},
  offers: {kind: 'proposal', status: 'held'},
  rejects: {kind: 'rejection', status: 'held'},
  'refuses-to-discuss': {kind: 'rejection', status: 'held'},
  threatens: {kind: 'threat', status: 'threatened'},
  withdraws: {kind: 'concession', status: 'held'},
  concedes: {kind: 'concession', status: 'held'},
  accepts: {kind: 'agreement', status: 'held'},
  'accepts-if': {kind: 'proposal', status: 'conditional'},
  'open-to': {kind: 'proposal', status: 'proposed'},
}

/** Kinds that tell the same act under another name. */
const LIKE: Partial<Record<EventKind, readonly EventKind[]>> = {
  agreement: ['agreement', 'concession', 'signing'],
  concession: ['concession', 'agreement'],
  proposal: ['proposal', 'concession', 'agreement', 'aid'],
}

export function actsOf(scene: Scene, positions: readonly PositionClaim[], events: readonly EventClaim[]): readonly EventClaim[] {
  const acts: EventClaim[] = []
  for (const position of positions) {
    const act = ACTS[position.stance]
    if (!act || position.account === 'other-side' || position.account === 'third-party') continue
    const actor = position.holder
    if ([...events, ...acts].some(event => isToldBy(scene, event, act.kind, position))) continue
    acts.push({
      claim: 'event',
      kind: act.kind,
      plover: null,
      status: act.status,
      background: false,
      actors: [actor],
      recipients: position.toward === null || position.toward === actor || isPrisoner(scene, position.toward) ? [] : [position.toward],
      host: null,
      mediators: [],
      place: null,
      time: position.time,
      issues: issuesIn(scene, position.content).map(found => found.id),
      ordinal: null,
      condition: position.condition,
      numbers: [],
      sentence: position.sentence,
      trigger: position.trigger,
      attribution: position.attribution,
      assertion: position.assertion,
      rule: position.rule,
    })
  }
  return acts
}

/** "Their demand is the release of 300 prisoners" is made to somebody else. */
const isPrisoner = (scene: Scene, entity: number): boolean =>
  scene.document.mentions.some(
    ({entity: of, head, level}) => of === entity && level === 'nominal' && head >= 0 && scene.lexicon.is('prisoners', scene.lemmas[head]!),
  )

/** The sentence tells the act of this side, or of somebody who acts for it, or at the very word. */
function isToldBy(scene: Scene, event: EventClaim, kind: EventKind, position: PositionClaim): boolean {
  if (event.sentence.start !== position.sentence.start) return false
  // The threatened deed is the line of a threat.
  const isLike = (LIKE[kind] ?? [kind]).includes(event.kind) || (kind === 'threat' && event.status === 'threatened')
  if (!isLike) return false
  if (event.trigger.start === position.trigger.start) return true
  const sideOf = (entity: number): number => scene.document.somebodies[entity]?.actsFor ?? entity
  return event.actors.some(actor => actor === position.voice || sideOf(actor) === sideOf(position.holder))
}
