// Loads the packs: compiled where they are built, else from the YAML files themselves.
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Packs} from '../../model/packs.ts'
import type {PackFile} from '../../pack/check.ts'
import {packagePath} from './root.ts'

/** The compiled packs of this installation. Throws where `npm run build` has not been run. */
export function loadPacks(): Packs {
  const compiled = packagePath('dist', 'packs.json')
  if (!existsSync(compiled)) throw new Error(`${compiled} is missing: run "npm run build"`)
  return JSON.parse(readFileSync(compiled, 'utf8')) as Packs
}

/** Every YAML file below packs/, sorted by path. */
export function readPackFiles(folder: string = packagePath('packs')): PackFile[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter(path => path.endsWith('.yaml'))
    .map(path => path.replaceAll('\\', '/'))
    .sort()
    .map(path => ({path, text: readFileSync(join(folder, path), 'utf8')}))
}
