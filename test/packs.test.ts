// The packs that people edit: what is wrong is said with file, line and field, all of it at once; what the world pack must hold is counted.
import {describe, expect, it} from 'vitest'
import {readPackFiles} from '../src/edge/files/packs.ts'
import {checkPacks, compilePacks} from '../src/pack/packs.ts'
import {parleyHere} from './command.ts'
import {testPacks} from './support.ts'

const files = readPackFiles()
const changed = (path: string, change: (text: string) => string) =>
  files.map(file => (file.path === path ? {path, text: change(file.text)} : file))
const lineOf = (path: string, words: string): number =>
  files
    .find(file => file.path === path)!
    .text.split('\n')
    .findIndex(line => line.includes(words)) + 1

describe('parley pack check', () => {
  it('finds nothing in the packs as they are', () => {
    expect(checkPacks(files)).toEqual([])
  })

  it('names file, line and field of each slip, in every file', () => {
    const broken = changed('world/people.yaml', text => text.replace('country: RU', 'country: ru')).map(file =>
      file.path === 'world/seats.yaml' ? {...file, text: file.text.replace('- {name: ', '- {nome: ')} : file,
    )
    const problems = checkPacks(broken)
    expect(problems).toContainEqual(
      expect.stringMatching(
        new RegExp(`^packs/world/people\\.yaml:${lineOf('world/people.yaml', 'country: RU')}: people\\.\\d+\\.country: `),
      ),
    )
    expect(problems.filter(problem => problem.startsWith('packs/world/seats.yaml:')).length).toBeGreaterThan(0)
  })

  it('tells where YAML itself breaks off', () => {
    expect(checkPacks(changed('world/outlets.yaml', text => `${text}\n- {name: [`))[0]).toMatch(/^packs\/world\/outlets\.yaml:\d+: /)
  })

  it('says of a file that no section reads it', () => {
    expect(checkPacks([...files, {path: 'times/holidays.yaml', text: 'source: us\n'}])).toEqual([
      'packs/times/holidays.yaml:1: (file): no section reads a file of this name',
    ])
  })

  it('stops a build at the first file that does not fit', () => {
    expect(() => compilePacks(changed('world/people.yaml', text => text.replace('country: RU', 'country: ru')))).toThrow(
      'packs/world/people.yaml:',
    )
  })

  it('is a command that counts what it read', async () => {
    const {status, stdout} = await parleyHere(['pack', 'check'])
    expect(status).toBe(0)
    expect(stdout).toContain('no problem found')
    expect((await parleyHere(['pack', 'check', '/nowhere'])).status).toBe(2)
  })
})

describe('the world pack', () => {
  const {entries, exonyms} = testPacks().world
  const count = (kind: string): number => entries.filter(({id}) => id.startsWith(`${kind}/`)).length

  it('holds enough actors, seats of government, old and foreign names of places, and outlets', () => {
    expect(count('person') + count('body')).toBeGreaterThanOrEqual(250)
    expect(count('seat')).toBeGreaterThanOrEqual(120)
    expect(Object.keys(exonyms).length).toBeGreaterThanOrEqual(300)
    expect(count('outlet')).toBeGreaterThanOrEqual(150)
  })

  it('gives a place that two claim no country, capitals among them', () => {
    const claimed = entries.filter(({id, claims}) => claims.length > 1 && !id.startsWith('gov/'))
    expect(claimed.filter(({country}) => country !== null).map(({name}) => name)).toEqual([])
    expect(claimed.map(({name}) => name)).toContain('Jerusalem')
  })

  it('names no claimant that is neither a country of the pack nor written out', () => {
    const codes = new Set(entries.filter(({id}) => id.startsWith('country/')).map(({id}) => id.slice(8).toUpperCase()))
    const unknown = entries
      .flatMap(({claims}) => claims.map(({party}) => party))
      .filter(party => /^[A-Z]{2}$/.test(party) && !codes.has(party))
    expect(unknown).toEqual([])
  })

  it('lets no term of office end before it begins', () => {
    const upsideDown = entries.flatMap(({name, roles}) =>
      (roles ?? [])
        .filter(role => role.from !== null && role.to !== null && role.to < role.from.slice(0, role.to.length))
        .map(role => `${name}: ${role.title}`),
    )
    expect(upsideDown).toEqual([])
  })
})
