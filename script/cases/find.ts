// Where the cases lie.
import {readdirSync} from 'node:fs'
import {packagePath} from '../../src/edge/files/root.ts'

/** Absolute paths of the case files of the reading stages, sorted. */
export function caseFiles(): string[] {
  return ['annotate', 'extract'].flatMap(stage => {
    const folder = packagePath('cases', stage)
    return readdirSync(folder, {recursive: true, encoding: 'utf8'})
      .filter(name => name.endsWith('.md'))
      .sort()
      .map(name => packagePath('cases', stage, name))
  })
}
