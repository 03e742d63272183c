// Where an event stands: what its clause says, as the pattern of its trigger takes it ("called a rally" plans one; what is done by words is done).
import type {Status} from '../model/claim.ts'
import type {Span} from '../model/span.ts'
import type {Scene} from './scene.ts'
import type {Trigger} from './trigger.ts'
import type {World} from './world.ts'

export function statusOf(scene: Scene, trigger: Trigger, world: World): Status {
  // "cancelled his trip": only once it is done; "will cancel" leaves the trip as it was.
  if (trigger.pattern.told === 'cancelled' && world.status !== 'held' && world.status !== 'present') return 'unknown'
  // "called a rally": done as told, the rally is still to come.
  if (trigger.pattern.told !== null && (world.status === 'held' || world.status === 'present')) return trigger.pattern.told
  switch (world.status) {
    case 'open':
      return 'unknown'
    case 'would':
      return world.speech >= 0 || inAttribution(scene, trigger) ? 'planned' : 'proposed'
    case 'present':
      if (trigger.form === 'noun' && isWanted(scene, trigger.token)) return 'proposed'
      return trigger.pattern.plover !== null && SPOKEN.has(trigger.pattern.plover) ? 'held' : 'ongoing'
    case 'planned':
      // "voted to reject the offer": what is done by words is done by the vote.
      return isVoted(scene, trigger) ? 'held' : 'planned'
    default:
      return world.status
  }
}

const isVoted = (scene: Scene, {token, pattern: {plover}}: Trigger): boolean =>
  plover !== null &&
  SPOKEN.has(plover) &&
  (scene.lexicon.governingVerbs.get(scene.lemmas[scene.tokens.head[token]!] ?? '') ?? []).some(each => each.entry.id === 'voting')

/** "Their main demand is the release of 300 prisoners": what a demand or plan is said to be is not there yet. */
function isWanted(scene: Scene, noun: number): boolean {
  const {firstToken} = scene.document.sentences[scene.tokens.sentence[noun]!]!
  let be = noun - 1
  while (be >= firstToken && scene.lemmas[be] !== 'be' && noun - be <= BACK) be--
  for (let token = be - 1; token >= firstToken && be - token <= BACK; token--) {
    const classes = (scene.lexicon.governingNouns.get(scene.lemmas[token]!) ?? []).map(each => each.entry.class)
    if (classes.includes('proposed') || classes.includes('planned') || classes.includes('demanded')) return true
  }
  return false
}

/** Words between "be" and the nouns on either side. */
const BACK = 7

/** Done by saying it: the present tense tells that it was said. */
const SPOKEN = new Set(['AGREE', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'SUPPORT', 'CONCEDE'])

const inAttribution = (scene: Scene, trigger: Trigger): boolean => {
  const span = spanOf(scene, trigger)
  return scene.document.attributions.some(each => each.content.some(content => content.start <= span.start && span.end <= content.end))
}

export const spanOf = (scene: Scene, trigger: Trigger): Span => ({
  start: scene.tokens.start[trigger.token]!,
  end: scene.tokens.end[trigger.last]!,
})
