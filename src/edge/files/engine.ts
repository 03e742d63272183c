// Loads the trained model files of this installation and hands their bytes to the engine. Lazy: nothing is read at import.
import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {gunzipSync} from 'node:zlib'
import {createEngine} from '../../annotate/engine/engine.ts'
import type {Engine} from '../../model/engine.ts'
import {packagePath} from './root.ts'

const PARTS = ['words', 'tags', 'trees', 'names'] as const

let loaded: {folder: string; engine: Engine} | undefined

/** The engine over the files of a folder, models/ of the package where none is given. Kept, since loading takes a third of a second. */
export function loadEngineFiles(folder: string = packagePath('models')): Engine {
  if (loaded?.folder === folder) return loaded.engine
  const packed = PARTS.map(part => readFileSync(join(folder, `${part}.bin`)))
  const id = PARTS.map((part, n) => `${part}@${createHash('sha256').update(packed[n]!).digest('hex')}`).join(' ')
  const engine = createEngine(id, () => {
    const [words, tags, trees, names] = packed.map(bytes => new Uint8Array(gunzipSync(bytes)))
    return {id, words: words!, tags: tags!, trees: trees!, names: names!}
  })
  loaded = {folder, engine}
  return engine
}
