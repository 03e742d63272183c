// Which folder of one's own packs a command uses: the one that --pack or PARLEY_PACK names, else the packs/ beside the record file. The choice stands
// in the environment, so that reading threads share it.
import {existsSync} from 'node:fs'
import {dirname, join, resolve} from 'node:path'
import {readPackFiles} from '../files/packs.ts'
import {packagePath} from '../files/root.ts'
import {WrongCall} from './wrong-call.ts'

export const OWN_PACKS = 'PARLEY_PACK'

export function chooseOwnPacks({pack, record}: {readonly pack?: string; readonly record?: string}): void {
  if (pack !== undefined) {
    if (!existsSync(pack)) throw new WrongCall('pack/no-folder', `${pack} is no folder: --pack names one that holds issues.yaml`)
    if (readPackFiles(pack).length === 0) throw new WrongCall('pack/no-files', `${pack} holds no .yaml file`)
    process.env[OWN_PACKS] = pack
    return
  }
  const file = record ?? process.env['PARLEY_RECORD']
  if ((process.env[OWN_PACKS] ?? '') !== '' || file === undefined || file === '') return
  const beside = join(dirname(resolve(file)), 'packs')
  // In a clone the packs of the program itself stand there.
  if (beside === packagePath('packs') || !existsSync(beside) || readPackFiles(beside).length === 0) return
  process.env[OWN_PACKS] = beside
}
