// Shape of the compiled pack `world`: countries, cities, governments and their seats, people in office, bodies, outlets, disputed territories.
import type {EntityType} from './mention.ts'

export interface WorldRole {
  readonly title: string
  /** Id of the entry whose office it is: `gov/ua`, `body/un`. */
  readonly of: string | null
  /** EDTF dates, null where open or unknown. */
  readonly from: string | null
  readonly to: string | null
}

export interface WorldEntry {
  /** `country/ru`, `gov/ru`, `person/…`, `body/…`, `outlet/…`, `territory/…`, `place/…`. */
  readonly id: string
  readonly type: EntityType
  readonly name: string
  readonly aliases: readonly string[]
  /** Those of its names that count only in a report that names its country: "Congress". */
  readonly scoped: readonly string[]
  /** ISO 3166-1 alpha-2; null for disputed places, which have claims. */
  readonly country: string | null
  readonly roles: readonly WorldRole[]
  /** Entry it speaks for: the Kremlin's is `gov/ru`. */
  readonly actsFor: string | null
  readonly within: string | null
  readonly at: readonly [number, number] | null
  readonly claims: readonly {readonly party: string; readonly since: string | null}[]
  readonly outlet: {readonly wire: boolean; readonly state: boolean | null; readonly family: string | null} | null
  /** Host names of an outlet. */
  readonly hosts: readonly string[]
  /** seat: a building or street that stands for a government ("the Kremlin"); capital: a town that may. */
  readonly stands: 'seat' | 'capital' | null
  /** A common word or name ("Time", "Dawn"): it counts only beside a word that says what it is. */
  readonly weak: boolean
  readonly gender: 'f' | 'm' | null
}

export interface WorldPack {
  readonly entries: readonly WorldEntry[]
  /** Lower-case demonym or adjective ("russian", "americans") → ISO code; '' for a people of a disputed territory. */
  readonly demonyms: Readonly<Record<string, string>>
  /** Lower-case adjectives of peoples that are no country's. */
  readonly peoples: readonly string[]
  /** Towns that stand for a body though they are no capital of it: Brussels for the EU. */
  readonly townsFor: Readonly<Record<string, string>>
  /** Other spellings of places → the name that cities or entries carry. */
  readonly exonyms: Readonly<Record<string, string>>
  /** One city a line: name, ISO code, latitude, longitude, thousands of people, by tabs; most people first. */
  readonly cities: string
}
