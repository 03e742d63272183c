// Which class the word above gives to what stands below it: "offered to meet" proposes, "offered that …" tells. The way it hangs there decides.
import type {EventPattern, Governor, GovernorClass} from '../model/pack-talks.ts'
import {fullRelationOf} from '../text/tree.ts'
import {clauseOf} from './clause.ts'
import type {ByWord, Wording} from './lexicon.ts'
import type {Scene} from './scene.ts'
import {isInfinitive, isPassive, isVerb} from './slots.ts'
import {standsWith} from './wording.ts'

/** Classes that may hold over each kind of dependant, best first. */
const OVER_FINITE: readonly GovernorClass[] = [
  'denial',
  'threatened',
  'demanded',
  'speech',
  'thought',
  'hearsay',
  'seeming',
  'proposed',
  'planned',
  'causing',
]
const OVER_INFINITIVE: readonly GovernorClass[] = [
  'threatened',
  'refused',
  'failed',
  'demanded',
  'planned',
  'proposed',
  'seeming',
  'begun',
  'ongoing',
  'causing',
  'ended',
  'thought',
  'speech',
  'cancelled',
  'hearsay',
]
const OVER_GERUND: readonly GovernorClass[] = [
  'denial',
  'refused',
  'failed',
  'threatened',
  'hearsay',
  'proposed',
  'begun',
  'ongoing',
  'ended',
  'planned',
  'cancelled',
  'causing',
  'speech',
]
const OVER_OBJECT: readonly GovernorClass[] = [
  'denial',
  'refused',
  'cancelled',
  'failed',
  'threatened',
  'doing',
  'joining',
  'hosting',
  'mediating',
  'begun',
  'ongoing',
  'ended',
  'planned',
  'demanded',
  'proposed',
  'causing',
  'happening',
  'thought',
  'speech',
]
const OVER_SUBJECT: readonly GovernorClass[] = ['happening', 'presupposing', 'ended', 'begun', 'ongoing', 'planned', 'failed', 'cancelled']
/** "The talks are due to resume". */
const OVER_SUBJECT_OF_STATE: readonly GovernorClass[] = ['planned']
const OVER_NOUN: readonly GovernorClass[] = [
  'refused',
  'cancelled',
  'failed',
  'threatened',
  'planned',
  'begun',
  'ended',
  'ongoing',
  'proposed',
  'thought',
  'denial',
  'demanded',
]
const OVER_NOUN_CLAUSE: readonly GovernorClass[] = [
  'denial',
  'threatened',
  'refused',
  'failed',
  'planned',
  'thought',
  'proposed',
  'demanded',
  'speech',
  'hearsay',
]

export function classOver(scene: Scene, dependant: number, head: number): GovernorClass | null {
  const {lexicon} = scene
  if (isVerb(scene, head)) {
    // "is to meet", "was to sign"
    if (scene.lemmas[head] === 'be' && isInfinitive(scene, dependant)) return 'planned'
    if (scene.lemmas[head] === 'have' && isInfinitive(scene, dependant)) return 'proposed'
    const patterns =
      scene.relations[dependant] === 'obj'
        ? withObject(scene, head)
        : isFiniteClause(scene, dependant)
          ? withoutObject(scene, head)
          : lexicon.verbs
    return pick(scene, head, lexicon.governingVerbs, patterns, orderFor(scene, dependant, head))
  }
  const tag = scene.tags[head]!
  if (tag.startsWith('JJ') || tag === 'RB' || tag === 'RP') {
    // "the talks are constructive": the noun is what is judged.
    if (scene.relations[dependant] === 'nsubj')
      return pick(scene, head, lexicon.governingAdjectives, lexicon.adjectives, OVER_SUBJECT_OF_STATE) ?? 'presupposing'
    return pick(
      scene,
      head,
      lexicon.governingAdjectives,
      lexicon.adjectives,
      isInfinitive(scene, dependant) ? OVER_INFINITIVE : OVER_FINITE,
    )
  }
  if (scene.relations[dependant] === 'nsubj') return 'presupposing'
  return pick(scene, head, lexicon.governingNouns, lexicon.nouns, isVerb(scene, dependant) ? OVER_NOUN_CLAUSE : OVER_NOUN)
}

/** "called the truce a first page" calls for nothing: a pattern that asks for a preposition says nothing of a bare object. */
function withObject(scene: Scene, verb: number): ByWord<EventPattern> {
  const lemma = scene.lemmas[verb]!
  const fitting = (scene.lexicon.verbs.get(lemma) ?? []).filter(
    ({entry}) => !(entry.object.length > 0 && entry.object.every(wanted => wanted.endsWith(':*'))),
  )
  return new Map([[lemma, fitting]])
}

/** "reiterated that the union stands ready" demands nothing: a pattern that asks for a noun as object says nothing of a clause. */
function withoutObject(scene: Scene, verb: number): ByWord<EventPattern> {
  const lemma = scene.lemmas[verb]!
  const fitting = (scene.lexicon.verbs.get(lemma) ?? []).filter(
    ({entry}) => entry.object.length === 0 || entry.object.some(wanted => wanted.includes(':')),
  )
  return new Map([[lemma, fitting]])
}

const isFiniteClause = (scene: Scene, token: number): boolean => {
  const {tense} = clauseOf(scene, token)
  return scene.relations[token] === 'ccomp' && tense !== 'none'
}

/** What a verb says of its subject. */
export const classOfSubject = (scene: Scene, verb: number): GovernorClass | null =>
  pick(scene, verb, scene.lexicon.governingVerbs, scene.lexicon.verbs, isPassive(scene, verb) ? OVER_OBJECT : OVER_SUBJECT)

function orderFor(scene: Scene, dependant: number, head: number): readonly GovernorClass[] {
  const relation = scene.relations[dependant]!
  if (isVerb(scene, dependant) || relation === 'ccomp' || relation === 'xcomp' || relation === 'parataxis') {
    const clause = clauseOf(scene, dependant)
    if (clause.infinitive) return OVER_INFINITIVE
    if (clause.gerund) return OVER_GERUND
    return OVER_FINITE
  }
  if (relation === 'nsubj')
    return fullRelationOf(scene.tokens, dependant) === 'nsubj:pass' || isPassive(scene, head) ? OVER_OBJECT : OVER_SUBJECT
  return OVER_OBJECT
}

function pick(
  scene: Scene,
  head: number,
  governors: ByWord<Governor>,
  patterns: ByWord<EventPattern>,
  order: readonly GovernorClass[],
): GovernorClass | null {
  const lemma = scene.lemmas[head]!
  let best: GovernorClass | null = null
  let bestRank = order.length
  let bestWords = 0
  const consider = (type: GovernorClass | null, wording: Wording<unknown>): void => {
    if (type === null) return
    const rank = order.indexOf(type)
    if (rank < 0) return
    const words = wording.before.length + wording.after.length
    if (words < bestWords || (words === bestWords && rank >= bestRank)) return
    if (!standsWith(scene, head, wording)) return
    best = type
    bestRank = rank
    bestWords = words
  }
  for (const wording of governors.get(lemma) ?? []) consider(wording.entry.class, wording)
  for (const wording of patterns.get(lemma) ?? []) consider(wording.entry.governs, wording)
  return best
}

/** "voted on Tuesday to carry on": an infinitive behind a past verb of deciding is what was decided, also where the parser takes it for a purpose. */
export const isDecided = (scene: Scene, verb: number, head: number): boolean =>
  classOver(scene, verb, head) === 'planned' && scene.tags[head] === 'VBD' && scene.lemmas[head] !== 'be'
