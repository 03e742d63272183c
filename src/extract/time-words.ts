// Which words of a document stand in a time expression: asked of many words of a sentence, so worked out once a document.
import type {Scene} from './scene.ts'

const known = new WeakMap<Scene, Uint8Array>()

export const isTimeWord = (scene: Scene, token: number): boolean => timeWords(scene)[token] === 1

function timeWords(scene: Scene): Uint8Array {
  const found = known.get(scene)
  if (found) return found
  const {tokens, document} = scene
  const marks = new Uint8Array(tokens.length)
  let token = 0
  for (const time of [...document.times].sort((a, b) => a.start - b.start)) {
    while (token < tokens.length && tokens.end[token]! <= time.start) token++
    for (; token < tokens.length && tokens.start[token]! < time.end; token++) marks[token] = 1
  }
  known.set(scene, marks)
  return marks
}
