// What a stance is held over where the tree hangs it elsewhere: "offered last week to set up a fund", "has ruled out closing the mine".
// Between a cue and its matter stand its own particle, adverbs and a time; what comes next is the matter.
import type {StanceCue} from '../model/pack-talks.ts'
import type {Scene} from './scene.ts'
import {isPassive, isVerb} from './slots.ts'

/** Words of adverbs and times that may stand between a cue and its matter. */
const BETWEEN = 6
/** Words between "that" and the verb of its clause. */
const CLAUSE = 16
/** Words of a bare noun phrase. */
const PHRASE = 8

/** Heads of the matter behind a cue; empty where another word stands there first. */
export function mattersBehind(scene: Scene, token: number, cue: StanceCue): readonly number[] {
  const end = scene.document.sentences[scene.tokens.sentence[token]!]?.endToken ?? 0
  const at = skipped(scene, behindWording(scene, token, cue, end), end)
  if (at >= end) return []
  const takesClause = cue.over.includes('clause')
  const lemma = scene.lemmas[at]!
  const tag = scene.tags[at]!
  if (takesClause && tag === 'TO' && at + 1 < end && scene.tags[at + 1] === 'VB') return deed(scene, at + 1)
  if (!isVerb(scene, token)) return cue.over.includes(lemma) ? phraseHead(scene, at + 1, end) : []
  if (isPassive(scene, token)) return []
  if (takesClause && tag === 'VBG') return deed(scene, at)
  if (takesClause && lemma === 'that') return verbBehind(scene, at + 1, end)
  if (cue.over.includes(lemma)) return phraseHead(scene, at + 1, end)
  return cue.over.includes('obj') ? phraseHead(scene, at, end) : []
}

/** "declined on Monday to comment" refuses nothing. */
const deed = (scene: Scene, verb: number): readonly number[] => (scene.lexicon.is('remarks', scene.lemmas[verb]!) ? [] : [verb])

/** Past the cue and the other words of its expression. */
function behindWording(scene: Scene, token: number, cue: StanceCue, end: number): number {
  let at = token + 1
  for (const wording of [...cue.verbs, ...cue.nouns, ...cue.adjectives]) {
    const words = wording.split(' ')
    if (words[0] !== scene.lemmas[token] || token + words.length > end) continue
    if (words.every((word, i) => scene.lemmas[token + i] === word)) at = Math.max(at, token + words.length)
  }
  return at
}

function skipped(scene: Scene, from: number, end: number): number {
  let at = from
  while (at < end && at - from < BETWEEN) {
    if (scene.tags[at] === 'RB' || isTime(scene, at)) at++
    else if (scene.tags[at] === 'IN' && at + 1 < end && isTime(scene, at + 1)) at += 2
    else break
  }
  return at
}

const isTime = (scene: Scene, token: number): boolean => {
  const start = scene.tokens.start[token]!
  return scene.document.times.some(time => time.type !== 'duration' && time.start <= start && start < time.end)
}

/** The verb of a clause, behind its modal and auxiliaries. */
function verbBehind(scene: Scene, from: number, end: number): readonly number[] {
  let verb = -1
  for (let at = from; at < end && at - from < CLAUSE; at++) {
    if (isVerb(scene, at)) verb = at
    else if (verb >= 0 && scene.tags[at] !== 'RB') break
  }
  return verb < 0 ? [] : [verb]
}

/** The last noun of a phrase without a preposition. */
function phraseHead(scene: Scene, from: number, end: number): readonly number[] {
  let head = -1
  for (let at = from; at < end && at - from < PHRASE; at++) {
    const tag = scene.tags[at]!
    if (tag.startsWith('NN')) head = at
    else if (tag !== 'DT' && tag !== 'CD' && tag !== 'POS' && tag !== 'PRP$' && tag !== 'VBN' && !tag.startsWith('JJ')) break
  }
  return head < 0 ? [] : [head]
}
