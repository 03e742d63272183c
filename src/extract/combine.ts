// What a word becomes under the word above it: "refused to" makes it not held, "plans to" planned, "denied that" denied.
import type {Status} from '../model/claim.ts'
import type {GovernorClass} from '../model/pack-talks.ts'
import type {Scene} from './scene.ts'
import {isVerb} from './slots.ts'
import type {World} from './world.ts'

/** What a word becomes under the word above it. */
export function combine(scene: Scene, own: World, type: GovernorClass | 'same' | null, outer: World, head: number): World {
  const carried: World = {
    ...own,
    denied: own.denied || outer.denied,
    speculated: own.speculated || outer.speculated,
    unconfirmed: own.unconfirmed || outer.unconfirmed,
    speech: own.speech >= 0 ? own.speech : outer.speech,
    condition: own.condition >= 0 ? own.condition : outer.condition,
  }
  const open = own.status === 'open'
  const positive = own.status !== 'not-held'
  // "plans to hand over the hostages" read as a noun: it is there.
  const noted =
    outer.status === 'unknown' &&
    scene.tags[head]!.startsWith('NN') &&
    (type === 'planned' || type === 'proposed' || type === 'threatened' || type === 'refused')
  const real = noted || outer.status === 'held' || outer.status === 'ongoing' || outer.status === 'ended' || outer.status === 'present'
  const never = outer.status === 'not-held'
  const weaker: Status = outer.status === 'open' || outer.status === 'present' || outer.status === 'would' ? 'proposed' : outer.status
  const set = (status: Status, more: Partial<World> = {}): World => (open || status === 'unknown' ? {...carried, ...more, status} : carried)
  if (outer.status === 'conditional' && type !== 'speech' && positive) return {...carried, status: 'conditional'}
  switch (type) {
    case 'speech':
      // "It is not true that …" denies; "did not say that …" tells nothing.
      if (never && (outer.refused || !isVerb(scene, head)))
        return {...carried, speech: head, denied: true, status: positive ? 'unknown' : own.status}
      if (never) return {...carried, speech: head, denied: false, status: positive ? 'unknown' : own.status}
      if (own.status === 'would') return {...carried, speech: head, status: 'planned'}
      if (open) return {...carried, speech: head, status: outer.status === 'held' ? 'unknown' : weaker === 'held' ? 'unknown' : weaker}
      return {...carried, speech: head}
    case 'denial':
      return never ? {...carried, speech: head} : {...carried, speech: head, denied: true, status: positive ? 'unknown' : own.status}
    case 'thought':
      return {
        ...carried,
        speculated: true,
        speech: head,
        status: open || own.status === 'would' ? (real ? 'proposed' : 'unknown') : own.status,
      }
    case 'hearsay':
      if (never && outer.refused) return {...carried, speech: head, denied: true, status: positive ? 'unknown' : own.status}
      return {...carried, unconfirmed: true, speech: head, status: positive ? 'unknown' : own.status}
    case 'seeming':
      return {...carried, speculated: true, status: open ? (real ? 'ongoing' : weaker) : own.status}
    case 'planned':
      // "The next meeting has not been scheduled"
      if (never && own.status === 'planned') return {...carried, status: 'not-held'}
      return real || outer.status === 'open' ? set('planned') : set(never ? 'not-held' : weaker)
    case 'proposed':
    case 'demanded':
      return never
        ? set('not-held')
        : outer.status === 'unknown' && !noted && outer.speech >= 0
          ? set('unknown')
          : {
              ...set('proposed'),
              status: open || own.status === 'would' || own.status === 'present' || own.status === 'planned' ? 'proposed' : own.status,
              obliged: type === 'demanded',
            }
    case 'threatened':
      return never ? set('unknown') : {...carried, status: positive ? 'threatened' : own.status}
    case 'refused':
      return never
        ? set('proposed')
        : real || outer.status === 'open'
          ? set('not-held', {refused: true})
          : outer.status === 'planned'
            ? set('not-held', {refused: true})
            : set('unknown')
    case 'failed':
      return never ? set('unknown') : real ? set('not-held') : set('unknown')
    case 'cancelled':
      // "called off Tuesday's meeting": the day does not tell that it was held.
      if (real && positive) return {...carried, status: 'cancelled'}
      return never ? set('planned') : real || outer.status === 'planned' ? set('cancelled') : set('unknown')
    case 'ended':
      return never ? set('ongoing') : real ? set('ended') : set('ongoing')
    case 'begun':
      return real ? set('held') : set(weaker)
    case 'ongoing':
      return real ? set('ongoing') : set(never ? 'ended' : weaker)
    case 'causing':
      return never ? set('not-held', {refused: true}) : open ? {...carried, status: outer.status, refused: outer.refused} : carried
    case 'doing':
    case 'joining':
    case 'hosting':
    case 'mediating':
    case 'happening':
    case 'presupposing':
    case 'same':
      return open
        ? {...carried, status: outer.status, refused: outer.refused, pluperfect: outer.pluperfect, obliged: outer.obliged}
        : carried
    case null:
      return open ? {...carried, status: 'unknown'} : carried
  }
}
