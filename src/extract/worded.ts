// What a position is about: its words, and the issue that they touch, that the words before them were about, or that its own noun names.
import type {PositionClaim, Stance} from '../model/claim.ts'
import type {StanceCue} from '../model/pack-talks.ts'
import type {Span} from '../model/span.ts'
import {tokenAt} from '../text/tree.ts'
import {matterNoun} from './matter-nouns.ts'
import {antecedentOf, contentOf, coreOf, issueOf, upTo, widened} from './matters.ts'
import type {Scene} from './scene.ts'
import {isVerb, subjectsOf} from './slots.ts'
import {mainIssue, topicBefore, topicBehind} from './topics.ts'

export interface Worded {
  readonly content: Span
  readonly issue: string
}

/** What is looked at beside the words themselves. */
export interface Around {
  readonly condition: Span | null
  readonly stance: Stance
  /** Null where no single word sets the stance. */
  readonly cue: StanceCue | null
  /** Positions of the sentences before, in order. */
  readonly before: readonly PositionClaim[]
}

/** Null where the words touch no issue and name nothing. Criticism of something else is no position on what the report is about. */
export function worded(scene: Scene, token: number, matter: number, {condition, stance, cue, before}: Around): Worded | null {
  const content = upTo(deedOf(scene, token, matter, contentOf(scene, matter, token)), condition, scene)
  const own = issueOf(scene, coreOf(scene, matter, content))
  if (own !== null && !isAllegation(scene, matter)) return {content, issue: own}
  if (isAllegation(scene, matter)) return null
  if (isBarePronoun(scene, content)) {
    const answered = answeredIn(scene, token, before)
    if (answered !== null) return answered
  }
  const wide = widened(scene, token, content)
  const isOpen = !isSomebody(scene, matter)
  const behind = wide.end > content.end ? issueOf(scene, {start: content.end, end: wide.end}) : null
  const answered = pointsAtOffer(scene, content) ? answeredIn(scene, token, before) : null
  const issue =
    behind ??
    antecedentIssue(scene, token) ??
    topicBehind(scene, content, token) ??
    answered?.issue ??
    (isOpen ? topicBefore(scene, content) : null) ??
    (cue?.known ? null : matterNoun(scene, matter)) ??
    issueOf(scene, content) ??
    (isOpen && LOOSE.has(stance) ? mainIssue(scene) : null)
  return issue === null ? null : {content: wide, issue}
}

/** "We will not lower our standards" refuses to "lower our standards": what "we" would do begins with the verb. */
const deedOf = (scene: Scene, token: number, matter: number, content: Span): Span =>
  token === matter && isVerb(scene, token) && subjectsOf(scene, token).some(subject => subject < token && FIRST.has(scene.lemmas[subject]!))
    ? {start: scene.tokens.start[token]!, end: content.end}
    : content

const FIRST = new Set(['we', 'i'])

/** "We accepted", "Bolivia refused it": what was last wanted or offered, within the two sentences before. */
export function answeredIn(scene: Scene, token: number, before: readonly PositionClaim[]): Worded | null {
  const last = before.at(-1)
  const own = scene.document.sentences[scene.tokens.sentence[token]!]
  if (last === undefined || own === undefined || last.sentence.start >= own.start) return null
  const far = scene.tokens.sentence[token]! - scene.tokens.sentence[tokenAt(scene.tokens, last.sentence.start)]!
  return far > NEAR ? null : {content: last.content, issue: last.issue}
}

/** Sentences back to what is answered. */
const NEAR = 2

/** "the idea", "that proposal": what was put forward before. */
const pointsAtOffer = (scene: Scene, {start, end}: Span): boolean => {
  const first = tokenAt(scene.tokens, start)
  const last = first + 1
  return (
    scene.tokens.end[last] === end &&
    (scene.tags[first] === 'DT' || scene.tags[first] === 'PRP$') &&
    (scene.lexicon.is('offers', scene.lemmas[last]!) || scene.lexicon.is('emptyNouns', scene.lemmas[last]!))
  )
}

const isBarePronoun = (scene: Scene, {start, end}: Span): boolean => {
  const token = tokenAt(scene.tokens, start)
  return scene.tokens.end[token] === end && POINTING.has(scene.lemmas[token]!)
}

const POINTING = new Set(['it', 'that', 'this', 'they', 'both', 'these', 'those'])

/** "rejected the allegations" denies them. */
const isAllegation = (scene: Scene, matter: number): boolean =>
  scene.tags[matter]!.startsWith('NN') && scene.lexicon.is('allegations', scene.lemmas[matter]!)

/** "the election, whose result they have refused to recognise": the noun before the relative clause says what it is about. */
function antecedentIssue(scene: Scene, verb: number): string | null {
  const noun = isVerb(scene, verb) ? antecedentOf(scene, verb) : -1
  return noun < 0 ? null : issueOf(scene, {start: scene.tokens.start[Math.max(0, noun - 1)]!, end: scene.tokens.end[noun]!})
}

/** Stances whose words, where they name nothing, are about what the report is about. */
const LOOSE: ReadonlySet<Stance> = new Set([
  'demands',
  'offers',
  'accepts',
  'accepts-if',
  'rejects',
  'open-to',
  'threatens',
  'concedes',
  'withdraws',
])

/** "urged the president": what is wanted of somebody is not the somebody. */
const isSomebody = (scene: Scene, matter: number): boolean => scene.mentionOf[matter]! >= 0
