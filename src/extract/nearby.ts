// Who stands near a verb where the tree names nobody: the name before it, the first party behind it. A parser may be wrong; word order remains.
import {type Party, partiesAt} from './parties.ts'
import type {Scene} from './scene.ts'
import {isVerb} from './slots.ts'
import type {Trigger} from './trigger.ts'

/** Where the tree names nobody: the last name before the verb with no other verb and no preposition in front of it. */
export function beforeVerb(scene: Scene, verb: number): readonly Party[] {
  if (scene.relations[verb] === 'acl' || scene.relations[verb] === 'advcl' || scene.relations[verb] === 'xcomp') return []
  const first = scene.document.sentences[scene.tokens.sentence[verb]!]?.firstToken ?? 0
  for (let token = verb - 1; token >= first && verb - token <= FAR; token--) {
    const relation = scene.relations[token]!
    if (isVerb(scene, token) && relation !== 'aux' && relation !== 'cop') return []
    if (scene.mentionAt[token]! >= 0)
      return hasPreposition(scene, token, first) ? [] : partiesAt(scene, token).filter(party => !party.place)
  }
  return []
}

const FAR = 6

/** Whom the actors act for: "Turkish authorities" do nothing to Turkey. */
export const sidesOf = (scene: Scene, actors: readonly number[]): readonly number[] =>
  actors.flatMap(actor => scene.document.somebodies[actor]?.actsFor ?? [])

/** Types whose deed falls on the country in which it is done: "imposed a curfew in Ostrel". A meeting there does not. */
const FALLS_ON = new Set([
  'ASSAULT',
  'COERCE',
  'SANCTION',
  'MOBILIZE',
  'RETREAT',
  'CONCEDE',
  'AID',
  'THREATEN',
  'REJECT',
  'PROTEST',
  'ACCUSE',
])

/** Where the tree gives nobody at the other end: the first party after the word, inside its clause (or the clause that it governs). */
export function afterVerb(scene: Scene, trigger: Trigger): readonly Party[] {
  const {token, pattern} = trigger
  const end = scene.document.sentences[scene.tokens.sentence[token]!]?.endToken ?? 0
  let land: readonly Party[] = []
  for (let at = token + 1; at < end && at - token <= FAR_AFTER; at++) {
    const tag = scene.tags[at]!
    if (endsClause(scene, at, tag) && (pattern.governs === null || isSpeechVerb(scene, at))) break
    const index = scene.mentionAt[at]!
    if (index < 0) continue
    const mention = scene.document.mentions[index]!
    const head = mention.head >= 0 ? mention.head : at
    const above = scene.tokens.head[head]!
    if (scene.relations[head] === 'nsubj' && (pattern.governs === null || (above >= 0 && isSpeechVerb(scene, above)))) break
    const parties = partiesAt(scene, head).filter(party => !party.place)
    if (parties.length > 0) {
      if (!isLocative(scene, at, mention.start)) return parties.slice(0, 1)
      if (land.length === 0 && mention.type === 'country' && pattern.plover !== null && FALLS_ON.has(pattern.plover))
        land = parties.slice(0, 1)
    }
    while (at + 1 < end && scene.tokens.start[at + 1]! < mention.end) at++
  }
  return land
}

const FAR_AFTER = 24

const endsClause = (scene: Scene, token: number, tag: string): boolean =>
  tag === 'WP' ||
  tag === 'WDT' ||
  ((tag === 'VBD' || tag === 'VBZ' || tag === 'VBP' || tag === 'MD') && scene.relations[token] !== 'amod') ||
  tag === ':' ||
  CLAUSE_OPENERS.has(scene.lemmas[token]!)

const CLAUSE_OPENERS = new Set([
  'if',
  'unless',
  'after',
  'once',
  'until',
  'provided',
  'because',
  'although',
  'while',
  'when',
  'whether',
  'before',
  'as',
])

const isSpeechVerb = (scene: Scene, token: number): boolean =>
  isVerb(scene, token) && (scene.lexicon.governingVerbs.get(scene.lemmas[token]!) ?? []).some(each => each.entry.class === 'speech')

function isLocative(scene: Scene, token: number, start: number): boolean {
  for (let at = token; at >= 0 && at > token - FAR; at--)
    if (scene.tokens.end[at]! <= start) {
      const tag = scene.tags[at]!
      if (tag === 'IN' || tag === 'TO')
        return scene.lexicon.is('at', scene.lemmas[at]!) || scene.lemmas[at] === 'between' || scene.lemmas[at] === 'among'
      if (!(tag === 'DT' || tag.startsWith('JJ') || tag.startsWith('NN'))) return false
    }
  return false
}

const hasPreposition = (scene: Scene, token: number, first: number): boolean => {
  const start = scene.document.mentions[scene.mentionAt[token]!]!.start
  for (let at = token; at >= first && at > token - FAR; at--)
    if (scene.tokens.end[at]! <= start) {
      const tag = scene.tags[at]!
      if (tag === 'IN' || tag === 'TO') return true
      if (tag !== 'DT' && tag !== 'JJ') return false
    }
  return false
}
