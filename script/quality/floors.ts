// The floors: the figures that a change may not fall below, with the hash of the sets they were measured on. A floor is only ever raised.
import {createHash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {packagePath} from '../../src/edge/files/root.ts'
import type {Figures} from './figures.ts'

/** Floating point and the scorers' rounding to one decimal. */
const ROUNDING = 0.06

export interface Floors {
  /** Hash of file names and sizes of ../shared/eval and ../shared/data: figures on other sets are not comparable. */
  readonly corpus: string
  readonly floors: Readonly<Record<string, number>>
  /** Floors that stand and are not met, with what holds in their place and why (docs/decisions/0010). */
  readonly setAside?: Readonly<Record<string, {readonly at: number; readonly why: string}>>
}

const file = (): string => packagePath('floors.json')

export const readFloors = (): Floors =>
  existsSync(file()) ? (JSON.parse(readFileSync(file(), 'utf8')) as Floors) : {corpus: '', floors: {}}

export function hashOfSets(shared: string): string {
  const hash = createHash('sha256')
  for (const folder of ['eval', 'data']) {
    for (const name of readdirSync(join(shared, folder), {recursive: true, encoding: 'utf8'}).sort()) {
      const stat = statSync(join(shared, folder, name))
      if (stat.isFile()) hash.update(`${folder}/${name} ${stat.size}\n`)
    }
  }
  return hash.digest('hex').slice(0, 16)
}

/** Figures that fell below their floor: name, floor, figure. A figure that is no longer printed counts as fallen. */
export function fallen(floors: Floors, figures: Figures, areas: readonly string[]): {name: string; floor: number; figure: number | null}[] {
  return Object.entries(floors.floors)
    .filter(([name]) => areas.includes(areaOf(name)))
    .map(([name, floor]) => ({name, floor, figure: figures.get(name) ?? null}))
    .filter(({name, floor, figure}) => figure === null || figure < (floors.setAside?.[name]?.at ?? floor) - ROUNDING)
}

/** Figures below a floor that is set aside: printed at every run, so that nobody forgets them. */
export const setAside = (floors: Floors, figures: Figures): {name: string; floor: number; figure: number; why: string}[] =>
  Object.entries(floors.setAside ?? {}).flatMap(([name, {why}]) => {
    const [floor, figure] = [floors.floors[name], figures.get(name)]
    return floor !== undefined && figure !== undefined && figure < floor - ROUNDING ? [{name, floor, figure, why}] : []
  })

/** An area of run.mjs prints figures under its own name, but for entities, which the seeds' run prints. */
export const areaOf = (name: string): string => {
  const [area = '', set = ''] = name.split(' / ')
  return area === 'seeds' && set.endsWith(': entities') ? 'entities' : area
}

/** Raises floors to the figures seen; never lowers one. */
export function raiseFloors(floors: Floors, figures: Figures, corpus: string): void {
  const raised: Record<string, number> = {...floors.floors}
  for (const [name, figure] of figures) if (figure > (raised[name] ?? 0)) raised[name] = figure
  const sorted = Object.fromEntries(Object.entries(raised).sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(file(), `${JSON.stringify({corpus, floors: sorted, setAside: floors.setAside}, null, 2)}\n`)
}
