// Compiles packs/**/*.yaml to dist/packs.json, so that run time parses no YAML.
import {writeFileSync} from 'node:fs'
import {readPackFiles} from '../src/edge/files/packs.ts'
import {compilePacks} from '../src/pack/packs.ts'

writeFileSync(new URL('../packs.json', import.meta.url), JSON.stringify(compilePacks(readPackFiles())))
