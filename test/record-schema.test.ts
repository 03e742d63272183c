// What the program prints fits its published schema, checked by a validator that is not ours (ajv), for the example and for the shared seeds.
import {existsSync} from 'node:fs'
import {join, resolve} from 'node:path'
import Ajv2020 from 'ajv/dist/2020.js'
import {describe, expect, it} from 'vitest'
import {writeSchema} from '../src/brief/schema/json-schema.ts'
import {packagePath} from '../src/edge/files/root.ts'
import type {Reading} from '../src/model/reading-file.ts'
import type {Citation, RecordFile} from '../src/model/record.ts'
import {exportOf, readingsOf} from './command.ts'
import {record} from './fixture-record.ts'

const ajv = new Ajv2020.default({allErrors: false, strict: false})
const fits = {
  record: ajv.compile(writeSchema('record', 'closed')),
  reading: ajv.compile({...writeSchema('reading', 'closed'), $id: 'reading'}),
  open: ajv.compile({...writeSchema('record', 'open'), $id: 'open'}),
}

function expectToFit(kind: keyof typeof fits, value: unknown): void {
  fits[kind](value)
  expect(fits[kind].errors ?? []).toEqual([])
}

describe('the schema', () => {
  it('takes a record made by hand', () => {
    expectToFit('record', record)
    expectToFit('open', record)
  })

  it('bears added fields, but not in our own output', () => {
    expect(fits.open({...record, later: 1})).toBe(true)
    expect(fits.record({...record, later: 1})).toBe(false)
  })

  it.each([
    ['a missing list', {...record, events: undefined}],
    ['an unknown status', {...record, events: [{...record.events[0], status: 'rumoured'}]}],
    ['a date that is no EDTF', {...record, events: [{...record.events[0], time: 'last Friday'}]}],
    ['another schema', {...record, schema: 'parley/record@2'}],
  ])('refuses %s', (_, value) => expect(fits.record(JSON.parse(JSON.stringify(value)))).toBe(false))
})

/** Every citation of a record, wherever it stands. */
function citationsIn(value: unknown): Citation[] {
  if (Array.isArray(value)) return value.flatMap(citationsIn)
  if (value === null || typeof value !== 'object') return []
  if ('quote' in value && 'document' in value) return [value as Citation]
  return Object.values(value).flatMap(citationsIn)
}

const example = packagePath('examples', 'sellen-strait')
const shared = resolve(process.env['PARLEY_SHARED'] ?? packagePath('..', 'shared'))
const seeds = join(shared, 'seeds')
const bundles: readonly (readonly [string, string])[] = [
  ['the example', example],
  ...(existsSync(seeds) ? [['the seeds', seeds] as const] : []),
]
if (!existsSync(seeds)) console.warn(`record-schema: ${seeds} is not there (set PARLEY_SHARED), so the seeds are left out`)

describe.each(bundles)('%s', (_, folder) => {
  it('give a record that fits, and every citation slices true', async () => {
    const exported = JSON.parse(await exportOf(folder)) as RecordFile
    expectToFit('record', exported)
    const texts = new Map(exported.documents.map(document => [document.id, document.text!]))
    const citations = citationsIn({...exported, documents: exported.documents.map(document => document.flags)})
    expect(citations.length).toBeGreaterThan(0)
    expect(citations.filter(({document, start, end, quote}) => texts.get(document)?.slice(start, end) !== quote)).toEqual([])
  })

  it('name only documents, entities and attributions that the record holds', async () => {
    const exported = JSON.parse(await exportOf(folder)) as RecordFile
    const known = new Set([...exported.documents, ...exported.entities, ...exported.attributions, ...exported.origins].map(({id}) => id))
    const named = [
      ...exported.events.flatMap(({actors, recipients, host, mediators, place, support}) => [
        ...actors,
        ...recipients,
        host,
        ...mediators,
        place,
        ...support.origins,
      ]),
      ...exported.events.flatMap(({support}) => support.claims.map(claim => claim.attribution)),
      ...exported.positions.flatMap(({holder, voice, toward}) => [holder, voice, toward]),
      ...exported.agreements.flatMap(({parties, violations}) => [
        ...parties,
        ...violations.flatMap(({by, allegedBy, deniedBy}) => [...by, ...allegedBy, ...deniedBy]),
      ]),
      ...exported.attributions.flatMap(({speaker, addressee, nestedIn}) => [speaker, addressee, nestedIn]),
      ...exported.stories.flatMap(({documents}) => documents),
    ]
    expect(named.filter(id => id !== null && !known.has(id))).toEqual([])
  })

  it('give readings that fit, with and without words and text', async () => {
    for (const line of await readingsOf(folder, '--tokens', '--with-text')) {
      expectToFit('reading', line)
      const {tokens: _, text: __, ...bare} = line as Reading
      expectToFit('reading', bare)
    }
  })
})
