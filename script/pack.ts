// Compiles packs/**/*.yaml to dist/packs.json, so that run time parses no YAML, and the examples of the codebook to dist/codebook.json.
import {writeFileSync} from 'node:fs'
import {readPackFiles} from '../src/edge/files/packs.ts'
import {packagePath} from '../src/edge/files/root.ts'
import {compilePacks} from '../src/pack/packs.ts'
import {findExamples} from './codebook/examples.ts'

writeFileSync(packagePath('dist', 'packs.json'), JSON.stringify(compilePacks(readPackFiles())))
writeFileSync(packagePath('dist', 'codebook.json'), JSON.stringify(findExamples()))
