// What a position is about where no issue of the packs stands in its words: the noun that is wanted. "asked for diesel" is a position on diesel.
import type {Span} from '../model/span.ts'
import {childrenOf, tokenAt} from '../text/tree.ts'
import {clausesUnder} from './needs.ts'
import type {Scene} from './scene.ts'
import {isPassive, isVerb, objectsOf, subjectsOf} from './slots.ts'

/** Lemma of the noun that the words are about; null where they name nothing but somebody, a number, an offer or a day. */
export function matterNoun(scene: Scene, matter: number, depth = 0): string | null {
  if (!isVerb(scene, matter)) return nounAt(scene, matter, depth) ?? nounOfPredicate(scene, matter)
  const heads = [
    // "that both lists be deposited": what it is done to.
    ...(isPassive(scene, matter) ? subjectsOf(scene, matter) : objectsOf(scene, matter)),
    ...[...childrenOf(scene.tokens, matter)].filter(child => child > matter && PHRASES.has(scene.relations[child]!)),
  ]
  for (const head of heads) {
    const noun = nounAt(scene, head, depth)
    if (noun !== null) return noun
  }
  if (depth >= DEEPEST) return null
  for (const clause of clausesUnder(scene, matter)) {
    if (scene.relations[clause] === 'advcl') continue
    const noun = matterNoun(scene, clause, depth + 1)
    if (noun !== null) return noun
  }
  return null
}

/** The first noun of a phrase that says what is meant: "their return" of "Their return is not negotiable". */
export function phraseNoun(scene: Scene, {start, end}: Span): string | null {
  for (let token = tokenAt(scene.tokens, start); token < scene.tokens.length && scene.tokens.start[token]! < end; token++)
    if (isNaming(scene, token) && scene.relations[token] !== 'compound') return scene.lemmas[token]!
  return null
}

const PHRASES = new Set(['obl', 'nmod'])

/** Clauses and phrases looked into: "agreed to try to keep the name". */
const DEEPEST = 2

/** "that the pieces be public": what a predicate without a noun is said of. */
function nounOfPredicate(scene: Scene, predicate: number): string | null {
  for (const subject of subjectsOf(scene, predicate)) {
    const noun = subject === predicate ? null : nounAt(scene, subject, DEEPEST)
    if (noun !== null) return noun
  }
  return null
}

function nounAt(scene: Scene, token: number, depth: number): string | null {
  const lemma = scene.lemmas[token]!
  if (isNaming(scene, token)) return lemma
  // "a round of consultations", "dozens of pumps", "an end to logging"
  if (depth >= DEEPEST) return null
  for (const child of childrenOf(scene.tokens, token)) {
    if (scene.relations[child] !== 'nmod' || child < token) continue
    const noun = nounAt(scene, child, depth + 1)
    if (noun !== null) return noun
  }
  return null
}

/** A common noun that says by itself what is meant. */
function isNaming(scene: Scene, token: number): boolean {
  const lemma = scene.lemmas[token]!
  return (
    /^NNS?$/.test(scene.tags[token]!) &&
    lemma.length >= SHORTEST &&
    (scene.mentionOf[token]! < 0 || isAnybody(scene, token)) &&
    /^[a-z-]+$/.test(lemma) &&
    !(['offers', 'agreements', 'transparent', 'remarks', 'emptyNouns'] as const).some(list => scene.lexicon.is(list, lemma)) &&
    !isTime(scene, token)
  )
}

/** "appoint an engineer": a somebody whom the words do not point out is what is wanted. */
function isAnybody(scene: Scene, token: number): boolean {
  if (scene.document.mentions[scene.mentionOf[token]!]?.level !== 'nominal') return false
  for (const child of childrenOf(scene.tokens, token)) if (scene.relations[child] === 'det' && scene.lemmas[child] === 'a') return true
  return false
}

/** Letters of a word that names a thing. */
const SHORTEST = 3

const isTime = (scene: Scene, token: number): boolean => {
  const start = scene.tokens.start[token]!
  return scene.document.times.some(time => time.start <= start && start < time.end)
}
