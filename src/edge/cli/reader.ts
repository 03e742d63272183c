// The packs and the engine of this installation, with those of one's own where a folder is chosen; loaded on first use: `--help` and a wrong call must not wait for them.
import type {Reader} from '../../annotate/annotate.ts'
import type {Packs} from '../../model/packs.ts'
import {withOwnPack} from '../../pack/own.ts'
import {loadEngineFiles} from '../files/engine.ts'
import {loadPacks, readPackFiles} from '../files/packs.ts'
import {readSources} from '../files/sources.ts'
import {type InputOptions, inputsOf} from './inputs.ts'
import {OWN_PACKS} from './own-packs.ts'

let packs: Packs | undefined
let reader: Reader | undefined

export function installedPacks(): Packs {
  packs ??= withOwn(loadPacks())
  return packs
}

function withOwn(installed: Packs): Packs {
  const folder = process.env[OWN_PACKS]
  return folder === undefined || folder === '' ? installed : withOwnPack(installed, readPackFiles(folder))
}

export function installedReader(): Reader {
  reader ??= {packs: installedPacks(), engine: loadEngineFiles()}
  return reader
}

/** Articles and refusals of the inputs, in their order. */
export function openSources(named: readonly string[], {published, maxDoc}: InputOptions): ReturnType<typeof readSources> {
  const size = maxDoc === undefined ? {} : {maxDocument: maxDoc}
  return readSources(inputsOf(named), {packs: installedPacks(), published: published ?? null, ...size})
}
