// Where the package lies: the folder that holds package.json, from the sources as from dist/.
import {existsSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

/** Absolute path of a file of the package. */
export function packagePath(...parts: readonly string[]): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder)
  return join(folder, ...parts)
}
