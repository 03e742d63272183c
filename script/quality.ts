// Measures the program on the evaluation sets of ../shared and holds it to the floors.
// `npm run quality -- [--quick] [--release] [--raise] [area…]`; areas: attribution time events stories derivation seeds entities names pronouns nlp html feeds hostile.
import {existsSync} from 'node:fs'
import {resolve} from 'node:path'
import {packagePath} from '../src/edge/files/root.ts'
import {type Figures, measure, QUICK_AREAS, SLOW_AREAS} from './quality/figures.ts'
import {areaOf, fallen, hashOfSets, raiseFloors, readFloors, setAside} from './quality/floors.ts'

const PARALLEL = 2
const words = process.argv.slice(2)
const isQuick = words.includes('--quick')
const shared = resolve(process.env['PARLEY_SHARED'] ?? packagePath('..', 'shared'))
if (!existsSync(resolve(shared, 'eval'))) {
  console.log(`LEFT OUT: no evaluation sets at ${shared} (set PARLEY_SHARED)`)
  process.exit(0)
}
const named = words.filter(word => !word.startsWith('--'))
// stories and derivation last longest, so that two runs at a time end together
const longestFirst = [
  'stories',
  'attribution',
  'derivation',
  'nlp',
  'time',
  'events',
  'seeds',
  'entities',
  'names',
  'pronouns',
  'html',
  'feeds',
  'hostile',
]
const all: readonly string[] = isQuick ? QUICK_AREAS : [...QUICK_AREAS, ...SLOW_AREAS]
const areas = named.length > 0 ? named : longestFirst.filter(area => all.includes(area))

const started = Date.now()
const figures: Figures = new Map()
const waiting = [...roundsOf(areas)]
await Promise.all(
  Array.from({length: PARALLEL}, async () => {
    for (let round = waiting.shift(); round !== undefined; round = waiting.shift()) {
      const seen = await measure(round, shared, words.includes('--release'), text => console.log(text.trimEnd()))
      for (const [name, figure] of seen) figures.set(name, figure)
    }
  }),
)

const floors = readFloors()
const corpus = hashOfSets(shared)
console.log(`\n${figures.size} figures in ${Math.round((Date.now() - started) / 1000)} s`)
if (floors.corpus !== '' && floors.corpus !== corpus) {
  console.log(`The sets at ${shared} are not those of the floors (${floors.corpus}, here ${corpus}): figures printed, floors not held.`)
} else {
  const below = fallen(floors, figures, areas)
  for (const {name, floor, figure} of below) console.log(`BELOW ITS FLOOR  ${name}: ${figure ?? 'no figure'}, floor ${floor}`)
  for (const {name, floor, figure, why} of setAside(floors, figures)) console.log(`SET ASIDE  ${name}: ${figure}, floor ${floor}: ${why}`)
  const skipped = Object.keys(floors.floors).filter(name => !areas.includes(areaOf(name)))
  if (skipped.length > 0) console.log(`Floors skipped (${skipped.length}): ${[...new Set(skipped.map(areaOf))].join(', ')}`)
  if (words.includes('--raise')) raiseFloors(floors, figures, corpus)
  console.log(below.length === 0 ? 'No floor was broken.' : `${below.length} floors broken.`)
  process.exitCode = below.length === 0 ? 0 : 1
}

/** Areas that are measured in one run: seeds and entities are scored on the same three records, which are made once. */
function roundsOf(areas: readonly string[]): readonly string[] {
  if (!areas.includes('seeds') || !areas.includes('entities')) return areas
  return areas.filter(area => area !== 'entities').map(area => (area === 'seeds' ? 'seeds entities' : area))
}
