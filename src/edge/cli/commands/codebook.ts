// `parley codebook`: what every value and field of the record means, as Markdown.
import {readFileSync} from 'node:fs'
import {type Example, writeCodebook} from '../../../brief/codebook/codebook.ts'
import {VERSION} from '../../../parley.ts'
import {packagePath} from '../../files/root.ts'
import {print} from '../output.ts'
import {installedPacks} from '../reader.ts'

export async function runCodebook(): Promise<void> {
  const examples = JSON.parse(readFileSync(packagePath('dist', 'codebook.json'), 'utf8')) as Readonly<Record<string, Example>>
  await print(writeCodebook({version: VERSION, examples, issues: installedPacks().talks.issues}))
}
