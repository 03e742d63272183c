// What tests share: the packs and the engine, loaded once a run, and a plain article from a text.
export {articleOf} from '../script/cases/article.ts'

import type {Reader} from '../src/annotate/annotate.ts'
import {loadEngineFiles} from '../src/edge/files/engine.ts'
import {readPackFiles} from '../src/edge/files/packs.ts'
import type {Somebody} from '../src/model/mention.ts'
import type {Packs} from '../src/model/packs.ts'
import {compilePacks} from '../src/pack/packs.ts'

let loadedPacks: Packs | undefined
let loadedReader: Reader | undefined

/** A person that no pack knows, by name alone. */
export const somebodyNamed = (name: string): Somebody => ({
  ...{type: 'person', name, aliases: [], pack: null, country: null, roles: []},
  ...{actsFor: null, members: [], unnamed: false},
})

/** The packs as they stand in packs/, compiled from YAML. */
export function testPacks(): Packs {
  loadedPacks ??= compilePacks(readPackFiles())
  return loadedPacks
}

/** Packs and the shipped engine. */
export function testReader(): Reader {
  loadedReader ??= {packs: testPacks(), engine: loadEngineFiles()}
  return loadedReader
}
