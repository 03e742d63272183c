// What a report tells of, by its words: in one on prisoners "the twelfth exchange" is one of people and "four of the six surveyors" can be set free; in
// one on a dispute over work "the strike" is one of workers, whoever calls it.
import type {Scene} from './scene.ts'

/** Words of a list of the packs that make a report one on its matter: fewer may stand in any report. */
const ENOUGH = {prisoners: 2, labour: 3} as const

const told = new WeakMap<Scene, Map<keyof typeof ENOUGH, boolean>>()

export function tellsOf(scene: Scene, matter: keyof typeof ENOUGH): boolean {
  const known = told.get(scene) ?? new Map<keyof typeof ENOUGH, boolean>()
  told.set(scene, known)
  let tells = known.get(matter)
  if (tells === undefined) {
    tells = scene.lemmas.filter(lemma => scene.lexicon.is(matter, lemma)).length >= ENOUGH[matter]
    known.set(matter, tells)
  }
  return tells
}
