// Whether a report tells of a dispute over work: there "the strike" is one of workers, whoever calls it.
import type {Scene} from './scene.ts'

/** Words of labour that make a report one on a dispute: one may stand in any report. */
const TOLD = 3

const told = new WeakMap<Scene, boolean>()

export function tellsOfLabour(scene: Scene): boolean {
  const known = told.get(scene)
  if (known !== undefined) return known
  const tells = scene.lemmas.filter(lemma => scene.lexicon.is('labour', lemma)).length >= TOLD
  told.set(scene, tells)
  return tells
}
