// Who stands before an event noun inside its phrase: "US-Russia talks", "Kalvian and Ostreli negotiations".
import {childrenOf} from '../text/tree.ts'
import {caseOf, coordinated, isPossessive, type Party, partiesAt} from './parties.ts'
import type {Scene} from './scene.ts'

export const childrenWhere = (scene: Scene, heads: readonly number[], keeps: (child: number) => boolean): readonly number[] =>
  [...new Set(heads)].flatMap(head => [...childrenOf(scene.tokens, head)].filter(keeps))

/** "US-Russia talks", "Kalvian and Ostreli negotiations". */
export function modifiers(scene: Scene, heads: readonly number[]): readonly Party[] {
  const found: Party[] = []
  for (const child of childrenWhere(scene, heads, child => {
    const relation = scene.relations[child]!
    return (
      (relation === 'amod' || relation === 'compound' || relation === 'nmod') &&
      caseOf(scene, child) === null &&
      !isPossessive(scene, child)
    )
  }))
    for (const each of coordinated(scene, child)) {
      const party = partiesAt(scene, each)[0]
      if (party && !party.place) found.push(party)
    }
  // "Kalvia-Ostrel talks" may be one word or three: every name between the first modifier and the noun takes part.
  for (const head of new Set(heads))
    for (let token = head - 1; token >= 0 && token >= head - 5 && scene.tokens.sentence[token] === scene.tokens.sentence[head]; token--) {
      const mention = scene.mentionAt[token]!
      const word = scene.lemmas[token]!
      if (
        mention >= 0 &&
        scene.relations[token] !== 'nsubj' &&
        scene.tokens.head[token]! <= head &&
        (isCountryLike(scene, mention) || isHyphenated(scene, token)) &&
        joinsHead(scene, token, head)
      ) {
        const {entity} = scene.document.mentions[mention]!
        if (!found.some(party => party.entity === entity)) found.push({entity, token, place: false})
      } else if (mention < 0 && word !== '-' && word !== '–' && word !== '/' && word !== 'and' && !isAdjective(scene, token)) break
    }
  return found.sort((a, b) => a.token - b.token)
}

/** "the Vashenko–Orlin meeting" */
const isHyphenated = (scene: Scene, token: number): boolean =>
  HYPHENS.has(scene.lemmas[token - 1] ?? '') || HYPHENS.has(scene.lemmas[token + 1] ?? '')
const HYPHENS = new Set(['-', '–', '—'])

const isCountryLike = (scene: Scene, mention: number): boolean => {
  const {type} = scene.document.mentions[mention]!
  return type === 'country' || type === 'public-body' || type === 'group' || type === 'organization'
}

/** True where every word between the name and the noun may stand inside its phrase. */
const joinsHead = (scene: Scene, token: number, head: number): boolean => {
  const tag = scene.tags[token]!
  return (tag.startsWith('JJ') || tag.startsWith('NN')) && head - token <= 5 && caseOf(scene, token) === null
}

const isAdjective = (scene: Scene, token: number): boolean => {
  const tag = scene.tags[token]!
  return tag.startsWith('JJ') || tag.startsWith('NN') || tag === 'CD'
}
