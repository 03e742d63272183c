// `parley pack check`: says of a folder of packs where it does not fit its schema, line by line, and counts what is in it.
import {existsSync} from 'node:fs'
import type {PackFile} from '../../../pack/check.ts'
import {withOwnPack} from '../../../pack/own.ts'
import {checkPacks, compilePacks} from '../../../pack/packs.ts'
import {loadPacks, readPackFiles} from '../../files/packs.ts'
import {packagePath} from '../../files/root.ts'
import {print} from '../output.ts'
import {EXIT, WrongCall} from '../wrong-call.ts'

export async function runPackCheck(folder: string | undefined): Promise<void> {
  const where = folder ?? packagePath('packs')
  if (!existsSync(where))
    throw new WrongCall('pack/no-folder', `${where} is no folder: name the folder that holds world/, talks/ and the others`)
  const files = readPackFiles(where)
  if (files.length === 0) throw new WrongCall('pack/no-files', `${where} holds no .yaml file`)
  if (files.every(({path}) => isOwn(path))) {
    const installed = loadPacks()
    const added = withOwnPack(installed, files).talks.issues.length - installed.talks.issues.length
    await print(`no problem found; issues of your own: ${added}`)
    return
  }
  const problems = checkPacks(files)
  for (const problem of problems) process.stderr.write(`${problem}\n`)
  if (problems.length > 0) {
    process.stderr.write(`parley: ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in ${files.length} files\n`)
    process.exitCode = EXIT.someNotRead
    return
  }
  await print(countsOf(files))
}

/** A folder of one's own has nothing but talks. */
const isOwn = (path: string): boolean => !path.includes('/') || path.startsWith('talks/')

/** What the world pack holds, since that is the part that grows by hand. */
function countsOf(files: readonly PackFile[]): string {
  const {world} = compilePacks(files)
  const counts = new Map<string, number>()
  for (const {id} of world.entries) {
    const kind = id.split('/')[0]!
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  const lines = [...counts].sort(([, a], [, b]) => b - a).map(([kind, count]) => `${String(count).padStart(7)} ${kind}`)
  return [`${files.length} files, no problem found. The world pack holds:`, ...lines].join('\n')
}
