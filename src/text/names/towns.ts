// The towns of packs/world, read once a pack: name, country, place on the map, people.
import type {WorldPack} from '../../model/pack-world.ts'

export interface Town {
  readonly name: string
  readonly country: string
  readonly at: readonly [number, number]
  /** Thousands. */
  readonly people: number
}

const townsOf = new WeakMap<WorldPack, readonly Town[]>()

/** Most people first; names as the pack writes them, older names and other spellings replaced. */
export function readTowns(world: WorldPack): readonly Town[] {
  const known = townsOf.get(world)
  if (known) return known
  const towns = world.cities
    .split('\n')
    .filter(line => line !== '')
    .map((line): Town => {
      const [name = '', country = '', latitude = '', longitude = '', people = ''] = line.split('\t')
      return {name: world.exonyms[name] ?? name, country, at: [Number(latitude), Number(longitude)], people: Number(people)}
    })
  townsOf.set(world, towns)
  return towns
}

const places = new WeakMap<WorldPack, ReadonlyMap<string, readonly [number, number]>>()

/** Where the town lies; null where the pack does not know it. */
export function placeOfTown(world: WorldPack, name: string, country: string): readonly [number, number] | null {
  let index = places.get(world)
  if (!index) {
    // The largest town of a name comes first and stays.
    const found = new Map<string, readonly [number, number]>()
    for (const town of readTowns(world)) {
      const key = `${town.country} ${town.name}`
      if (!found.has(key)) found.set(key, town.at)
    }
    index = found
    places.set(world, index)
  }
  return index.get(`${country} ${name}`) ?? null
}
