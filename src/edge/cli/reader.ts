// The packs and the engine of this installation, loaded on first use: `--help` and a wrong call must not wait for them.
import type {Reader} from '../../annotate/annotate.ts'
import {loadEngineFiles} from '../files/engine.ts'
import {loadPacks} from '../files/packs.ts'

let loaded: Reader | undefined

export function installedReader(): Reader {
  loaded ??= {packs: loadPacks(), engine: loadEngineFiles()}
  return loaded
}
