// Whether the other words of an expression stand with its head: particles and objects of a verb ("call off", "take effect"), compounds of a noun ("phone call").
import {childrenOf} from '../text/tree.ts'
import type {Wording} from './lexicon.ts'
import type {Scene} from './scene.ts'

/** How far a particle may stand from its verb: "called the long-planned meeting off". */
const REACH = 6

export function standsWith(scene: Scene, head: number, wording: Wording<unknown>): boolean {
  for (let i = 0; i < wording.before.length; i++) if (scene.lemmas[head - wording.before.length + i] !== wording.before[i]) return false
  if (wording.after.length === 0) return true
  if (wording.after.every((word, i) => scene.lemmas[head + 1 + i] === word)) return true
  return wording.after.every(word => isDependant(scene, head, word))
}

function isDependant(scene: Scene, head: number, word: string): boolean {
  for (const child of childrenOf(scene.tokens, head)) {
    if (child < head) continue
    if (scene.lemmas[child] === word && child <= head + REACH) return true
    for (const inner of childrenOf(scene.tokens, child))
      if (scene.lemmas[inner] === word && inner > head && inner <= head + REACH) return true
  }
  return false
}
