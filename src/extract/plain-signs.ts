// Signs of denial and condition that stand in the words themselves. A tree may hang a clause in the wrong place; "denied that" before it remains.
import {CONDITIONAL_MARKS} from './marks.ts'
import type {Scene} from './scene.ts'
import {isVerb} from './slots.ts'

/** Words between "that" and the verb of its clause. */
const CLAUSE_REACH = 14

/** True where the nearest "that" before the verb follows a word of denial: "denied that", "not true that", "rejected reports that". */
export function deniedBefore(scene: Scene, verb: number): boolean {
  const first = scene.document.sentences[scene.tokens.sentence[verb]!]?.firstToken ?? 0
  for (let token = verb - 1; token >= first + 1 && verb - token <= CLAUSE_REACH; token--) {
    if (scene.lemmas[token] !== 'that') {
      if (isFiniteVerb(scene, token)) return false
      continue
    }
    return denies(scene, token - 1, first)
  }
  return false
}

/** True where the nearest "that" before the verb follows a noun of hearsay: "reports that", "rumours that", whoever said something of them. */
export function rumouredBefore(scene: Scene, verb: number): boolean {
  const first = scene.document.sentences[scene.tokens.sentence[verb]!]?.firstToken ?? 0
  for (let token = verb - 1; token > first && verb - token <= CLAUSE_REACH; token--) {
    if (scene.lemmas[token] === 'that')
      return scene.tags[token - 1]!.startsWith('NN') && has(scene.lexicon.governingNouns.get(scene.lemmas[token - 1]!), 'hearsay')
    if (isFiniteVerb(scene, token)) return false
  }
  return false
}

function denies(scene: Scene, word: number, first: number): boolean {
  const {lexicon} = scene
  const lemma = scene.lemmas[word]!
  if (isVerb(scene, word)) return has(lexicon.governingVerbs.get(lemma), 'denial') && !negatedNear(scene, word, first)
  if (has(lexicon.governingAdjectives.get(lemma), 'denial')) return !negatedNear(scene, word, first)
  if (has(lexicon.governingAdjectives.get(lemma), 'speech')) return negatedNear(scene, word, first)
  if (!has(lexicon.governingNouns.get(lemma), 'hearsay')) return false
  for (let token = word - 1; token >= first && word - token <= NEAR; token--) {
    const verbs = lexicon.governingVerbs.get(scene.lemmas[token]!)
    if (
      has(verbs, 'denial') ||
      has(verbs, 'refused') ||
      has(
        lexicon.verbs.get(scene.lemmas[token]!)?.map(each => ({entry: {class: each.entry.governs ?? ''}})),
        'refused',
      )
    )
      return !negatedNear(scene, token, first)
  }
  return false
}

const NEAR = 3

const has = (wordings: readonly {readonly entry: {readonly class: string}}[] | undefined, type: string): boolean =>
  wordings?.some(each => each.entry.class === type) ?? false

const negatedNear = (scene: Scene, word: number, first: number): boolean => {
  for (let token = word - 1; token >= first && word - token <= NEAR; token--)
    if (scene.lemmas[token] === 'not' || scene.lemmas[token] === 'never' || scene.lemmas[token] === "n't") return true
  return false
}

const isFiniteVerb = (scene: Scene, token: number): boolean => {
  const tag = scene.tags[token]!
  return (tag === 'VBD' || tag === 'VBZ' || tag === 'VBP') && scene.relations[token] !== 'aux' && scene.relations[token] !== 'cop'
}

/** Head of a condition that stands behind the verb in its sentence ("… if the president grants an amnesty"), -1 where there is none. */
export function conditionBehind(scene: Scene, verb: number): number {
  const end = scene.document.sentences[scene.tokens.sentence[verb]!]?.endToken ?? 0
  for (let token = verb + 1; token < end; token++) {
    const lemma = scene.lemmas[token]!
    if (lemma === ';' || isSpeech(scene, token)) return -1
    if (lemma !== 'if' && lemma !== 'unless' && lemma !== 'provided' && lemma !== 'once') continue
    if (!CONDITIONAL_MARKS.has(lemma)) continue
    const head = scene.tokens.head[token]!
    return head > token && head < end ? head : token
  }
  return -1
}

/** "offered a loan on condition that both open the line" */
export function isOnCondition(scene: Scene, verb: number): boolean {
  const end = scene.document.sentences[scene.tokens.sentence[verb]!]?.endToken ?? 0
  for (let token = verb + 1; token + 1 < end; token++)
    if (scene.lexicon.is('conditions', scene.lemmas[token]!) && scene.lemmas[token - 1] === 'on' && scene.lemmas[token + 1] === 'that')
      return true
  return false
}

const isSpeech = (scene: Scene, token: number): boolean =>
  isVerb(scene, token) && has(scene.lexicon.governingVerbs.get(scene.lemmas[token]!), 'speech')

export type PlainStatus = 'not-held' | 'refused' | 'planned' | 'proposed' | 'threatened'

const WILL = new Set(['will', 'shall', "'ll", '’ll', 'wo'])
const MAY = new Set(['may', 'might', 'could', 'can'])

/**
 * What the words right before a verb say of it: "have yet to", "refused to", "will not", "might". Null where they say nothing.
 * Only adverbs and auxiliaries may stand between.
 */
export function statusBefore(scene: Scene, verb: number): PlainStatus | null {
  const first = scene.document.sentences[scene.tokens.sentence[verb]!]?.firstToken ?? 0
  let negated = false
  for (let token = verb - 1; token >= first && verb - token <= GROUP; token--) {
    const lemma = scene.lemmas[token]!
    const tag = scene.tags[token]!
    if (lemma === 'not' || lemma === 'never' || lemma === "n't" || lemma === 'n’t') negated = true
    else if (tag === 'TO') return yetBefore(scene, token, first) ? 'not-held' : byGovernor(scene, token - 1, first)
    else if (WILL.has(lemma) && tag === 'MD') return negated ? 'refused' : 'planned'
    else if (MAY.has(lemma) && tag === 'MD') return negated ? 'refused' : 'proposed'
    else if (tag === 'MD') return negated ? 'refused' : null
    else if (lemma !== 'have' && lemma !== 'be' && lemma !== 'do' && tag !== 'RB') return null
    else if (negated && lemma !== 'be') return 'not-held'
  }
  return null
}

const GROUP = 5

const yetBefore = (scene: Scene, to: number, first: number): boolean => {
  for (let token = to - 1; token >= first && to - token <= 2; token--) if (scene.lemmas[token] === 'yet') return true
  return false
}

function byGovernor(scene: Scene, word: number, first: number): PlainStatus | null {
  if (word < first || !isVerb(scene, word)) return null
  // "are to be exchanged", "was to open": set down for later.
  if (scene.lemmas[word] === 'be') return 'planned'
  const verbs = scene.lexicon.governingVerbs.get(scene.lemmas[word]!)?.filter(each => each.after.length === 0)
  if (has(verbs, 'refused')) return negatedNear(scene, word, first) ? null : 'refused'
  if (has(verbs, 'failed')) return negatedNear(scene, word, first) ? null : 'not-held'
  if (has(verbs, 'threatened')) return 'threatened'
  if (has(verbs, 'planned')) return 'planned'
  return has(verbs, 'proposed') ? 'proposed' : null
}
