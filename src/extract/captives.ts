// Whether a report tells of prisoners: then "the twelfth exchange" is one of people, and "four of the six surveyors" can be set free.
import type {Scene} from './scene.ts'

/** Who is freed, whoever "he" is. */
export const PERSONAL: ReadonlySet<string> = new Set(['he', 'she', 'him', 'her'])

const told = new WeakMap<Scene, boolean>()

/** The report names people by their captivity twice or more. */
export function tellsOfCaptives(scene: Scene): boolean {
  const known = told.get(scene)
  if (known !== undefined) return known
  const tells = scene.lemmas.filter(lemma => scene.lexicon.is('prisoners', lemma)).length > 1
  told.set(scene, tells)
  return tells
}
