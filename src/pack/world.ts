// Reads packs/world: countries, cities, people in office, bodies, seats of government, outlets, disputed territories; and joins them to one list of entries.
import {z} from 'zod'
import type {WorldEntry, WorldPack, WorldRole} from '../model/pack-world.ts'
import {type PackFile, readPackFile} from './check.ts'

const word = z.string().min(1)
const words = z.array(word).default([])
const at = z
  .tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)])
  .nullable()
  .default(null)
const code = z.string().regex(/^[A-Z]{2}$/, 'an ISO 3166-1 code of two capitals')
const claims = z.array(z.strictObject({party: word, since: z.string().nullable().default(null)})).default([])
const ROLE = /^([^@/\d]+?)(?: @(\S+))? (\d{4}[\d-]*)?\/(\d{4}[\d-]*)?$/
const role = z.string().regex(ROLE, '"title @body from/to", such as "president 2019-05-20/"')

const SCHEMA = z
  .strictObject({
    source: word,
    countries: z.array(z.strictObject({code, name: word, aliases: words, capital: word.optional(), at, claims})),
    cities: word,
    exonyms: z.record(word, z.array(word)),
    demonyms: z.record(code, z.array(word)),
    peoples: words,
    people: z.array(
      z.strictObject({
        name: word,
        aliases: words,
        country: code.nullable(),
        gender: z.enum(['f', 'm']).optional(),
        roles: z.array(role),
        source: word.optional(),
      }),
    ),
    bodies: z.array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9-]+$/),
        name: word,
        aliases: words,
        country: code.nullable().default(null),
        within: word.optional(),
        actsFor: word.optional(),
        /** Names that bodies of other countries bear too: they count only in a report that names the country. */
        scoped: words,
        public: z.literal(true).optional(),
        independent: z.literal(true).optional(),
        source: word.optional(),
      }),
    ),
    seats: z.array(
      z.strictObject({
        name: word,
        aliases: words,
        of: word.optional(),
        in: word.optional(),
        /** Most often the building itself: "met at Camp David". */
        literal: z.literal(true).optional(),
        weak: z.literal(true).optional(),
        town: z.literal(true).optional(),
        /** Buildings of other countries bear the name too. */
        scoped: z.literal(true).optional(),
        source: word.optional(),
      }),
    ),
    outlets: z.array(
      z.strictObject({
        name: word,
        aliases: words,
        country: code.nullable().default(null),
        wire: z.boolean().default(false),
        state: z.boolean().nullable().default(false),
        family: word.nullable().default(null),
        hosts: words,
        platform: z.literal(true).optional(),
        /** A common word or name: it counts only with a word beside it that says what it is. */
        weak: z.literal(true).optional(),
        source: word.optional(),
      }),
    ),
    territories: z.array(
      z.strictObject({name: word, aliases: words, demonyms: words, parent: code.nullable(), claims, at, source: word.optional()}),
    ),
    regions: words,
    towns: z.record(code, z.array(word)),
  })
  .partial()
  .required({source: true})

type WorldFile = z.infer<typeof SCHEMA>

const BLANK = {
  aliases: [],
  scoped: [],
  country: null,
  roles: [],
  actsFor: null,
  within: null,
  at: null,
  claims: [],
  outlet: null,
  hosts: [],
  stands: null,
  weak: false,
  gender: null,
} as const satisfies Partial<WorldEntry>

const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9+]+/g, '-')
    .replace(/^-|-$/g, '')

/** Joins the files of packs/world into one pack. Throws PackError where a file does not fit. */
export function readWorldPack(files: readonly PackFile[]): WorldPack {
  const read = files.filter(file => file.path.startsWith('world/')).map(file => readPackFile(file, SCHEMA))
  const all = <Key extends keyof WorldFile>(key: Key): NonNullable<WorldFile[Key]>[] =>
    read.flatMap(file => (file[key] === undefined ? [] : [file[key]])) as NonNullable<WorldFile[Key]>[]
  const demonyms = demonymsOf(read)
  const adjectives = new Map(
    all('demonyms').flatMap(table => Object.entries(table).map(([country, forms]) => [country, forms[0]!] as const)),
  )
  const capitals = new Set(
    all('countries')
      .flat()
      .map(({capital}) => capital),
  )
  const claimed = new Map(
    all('territories')
      .flat()
      .map(({name, claims}) => [name, claims]),
  )
  const entries: WorldEntry[] = [
    ...all('countries')
      .flat()
      .flatMap(country => countryEntries(country, adjectives.get(country.code)))
      // A capital that others claim keeps speaking for its government, and has no country of its own on the map.
      .map(entry => {
        const claims = entry.stands === 'capital' ? claimed.get(entry.name) : undefined
        return claims ? {...entry, claims, country: null, within: null} : entry
      }),
    ...all('people')
      .flat()
      .map(person => ({
        ...BLANK,
        id: `person/${slug(person.name)}`,
        type: 'person' as const,
        name: person.name,
        aliases: person.aliases,
        country: person.country,
        gender: person.gender ?? null,
        roles: person.roles.map(text => readRole(text, person.country)),
        actsFor: partyOf(
          person.roles.map(text => readRole(text, person.country)),
          person.country,
        ),
      })),
    ...all('bodies')
      .flat()
      .map(body => ({
        ...BLANK,
        id: `body/${body.id}`,
        type: body.public ? ('public-body' as const) : ('organization' as const),
        name: body.name,
        aliases: [...body.aliases, ...body.scoped],
        scoped: body.scoped,
        country: body.country,
        within: body.within ? `body/${body.within}` : null,
        actsFor: body.actsFor ?? (body.public && !body.independent && body.country ? `gov/${body.country.toLowerCase()}` : null),
      })),
    ...all('seats')
      .flat()
      .filter(seat => !seat.town)
      .map(seat => ({
        ...BLANK,
        id: `seat/${slug(seat.name)}`,
        type: seat.literal || !seat.of ? ('place' as const) : ('public-body' as const),
        name: seat.name,
        aliases: seat.aliases,
        scoped: seat.scoped ? [seat.name, ...seat.aliases] : [],
        country: seat.of?.startsWith('gov/') ? seat.of.slice(4).toUpperCase() : null,
        actsFor: seat.of ?? null,
        within: seat.in ? `city/${slug(seat.in)}` : null,
        stands: seat.literal || !seat.of ? null : ('seat' as const),
        weak: seat.weak ?? false,
      })),
    ...all('outlets')
      .flat()
      .map(outlet => ({
        ...BLANK,
        id: `outlet/${slug(outlet.name)}`,
        type: 'outlet' as const,
        name: outlet.name,
        aliases: outlet.aliases,
        country: outlet.country,
        hosts: outlet.hosts,
        weak: outlet.weak ?? false,
        outlet: {wire: outlet.wire, state: outlet.platform ? null : outlet.state, family: outlet.family},
      })),
    ...all('territories')
      .flat()
      .filter(territory => !capitals.has(territory.name))
      .map(territory => ({
        ...BLANK,
        id: `territory/${slug(territory.name)}`,
        type: 'place' as const,
        name: territory.name,
        aliases: territory.aliases,
        country: territory.claims.length > 1 ? null : territory.parent,
        within: territory.parent && territory.claims.length <= 1 ? `country/${territory.parent.toLowerCase()}` : null,
        claims: territory.claims,
        at: territory.at,
      })),
    ...all('towns')
      .flatMap(table => Object.entries(table))
      .flatMap(([country, names]) =>
        names.map(name => ({
          ...BLANK,
          id: `city/${slug(name)}`,
          type: 'place' as const,
          name,
          country,
          within: `country/${country.toLowerCase()}`,
        })),
      ),
    ...all('regions')
      .flat()
      .map(name => ({...BLANK, id: `region/${slug(name)}`, type: 'place' as const, name})),
  ]
  const exonyms: Record<string, string> = {}
  for (const table of all('exonyms')) for (const [name, others] of Object.entries(table)) for (const other of others) exonyms[other] = name
  const townsFor = Object.fromEntries(
    all('seats')
      .flat()
      .filter(seat => seat.town && seat.of)
      .map(seat => [seat.name, seat.of!]),
  )
  return {
    entries,
    demonyms,
    peoples: all('peoples')
      .flat()
      .map(people => people.toLowerCase()),
    exonyms,
    townsFor,
    cities: all('cities').join(''),
  }
}

function demonymsOf(files: readonly WorldFile[]): Record<string, string> {
  const demonyms: Record<string, string> = {}
  for (const file of files) {
    for (const [country, forms] of Object.entries(file.demonyms ?? {})) for (const form of forms) demonyms[form.toLowerCase()] = country
    for (const territory of file.territories ?? [])
      for (const form of territory.demonyms)
        demonyms[form.toLowerCase()] ??= territory.parent && territory.claims.length <= 1 ? territory.parent : ''
  }
  return demonyms
}

function countryEntries(country: NonNullable<WorldFile['countries']>[number], adjective: string | undefined): WorldEntry[] {
  const id = country.code.toLowerCase()
  const disputed = country.claims.length > 0
  const entry: WorldEntry = {
    ...BLANK,
    id: `country/${id}`,
    type: 'country',
    name: country.name,
    aliases: country.aliases,
    country: disputed ? null : country.code,
    claims: country.claims,
  }
  const government: WorldEntry = {
    ...BLANK,
    id: `gov/${id}`,
    type: 'public-body',
    name: `${country.code === 'US' ? 'US' : (adjective ?? country.name)} government`,
    country: disputed ? null : country.code,
    actsFor: `country/${id}`,
  }
  if (country.capital === undefined) return [entry, government]
  const capital: WorldEntry = {
    ...BLANK,
    id: `city/${slug(country.capital)}${country.capital === country.name ? '-city' : ''}`,
    type: 'place',
    name: country.capital,
    country: disputed ? null : country.code,
    within: `country/${id}`,
    actsFor: `gov/${id}`,
    at: country.at,
    stands: 'capital',
  }
  // Singapore, Djibouti, Monaco: the name is the country's, and the town needs no entry.
  return country.capital === country.name ? [entry, government] : [entry, government, capital]
}

function readRole(text: string, country: string | null): WorldRole {
  const [, title, of, from, to] = ROLE.exec(text)!
  return {title: title!.trim(), of: of ?? (country ? `gov/${country.toLowerCase()}` : null), from: from ?? null, to: to ?? null}
}

/** The party of the last office: a minister's government, an official's body. */
function partyOf(roles: readonly WorldRole[], country: string | null): string | null {
  const last = roles.findLast(role => role.to === null) ?? roles.at(-1)
  return last?.of ?? (country && last ? `gov/${country.toLowerCase()}` : null)
}
