// Prints every layer of a sentence in the notation of the cases, with the rule that made each line.
// `npm run try -- "Marenia rejected the plan on Friday." --published 2031-03-04 [--publisher NAME]`; without a sentence, standard input is read.
import {readFileSync} from 'node:fs'
import {parseArgs} from 'node:util'
import {describeDocument} from '../src/brief/layers.ts'
import {loadEngineFiles} from '../src/edge/files/engine.ts'
import {loadPacks} from '../src/edge/files/packs.ts'
import {read} from '../src/parley.ts'
import {articleOf} from './cases/article.ts'

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {published: {type: 'string'}, publisher: {type: 'string'}},
})
const text = positionals.length > 0 ? positionals.join(' ') : readFileSync(0, 'utf8')
const known = {...(values.published ? {published: values.published} : {}), ...(values.publisher ? {publisher: values.publisher} : {})}
const article = articleOf(text, known)
process.stdout.write(describeDocument(read(article, {packs: loadPacks(), engine: loadEngineFiles()}), {rules: true}))
