// Thousands of reports: every list of the API is a slice of what was made once. PARLEY_REPORTS=10000 asks it of more, PARLEY_TIMES=1 prints how long each took.
import {beforeAll, describe, expect, it} from 'vitest'
import {prepareLists} from '../src/edge/http/lists.ts'
import type {RecordFile} from '../src/model/record.ts'
import {applicationOf, still} from './desk-of.ts'
import {exampleDesk} from './example-desk.ts'
import {manyTimes} from './many-reports.ts'

const REPORTS = Number(process.env['PARLEY_REPORTS'] ?? 1200)
/** What one answer may hold, in UTF-16 units: a screen or two, never the whole. */
const MOST = 400_000
const PORT = 7411

describe(`with ${REPORTS} reports`, () => {
  let application: ReturnType<typeof applicationOf>
  let record: RecordFile
  beforeAll(async () => {
    const example = (await exampleDesk()).record()
    record = manyTimes(example, Math.ceil(REPORTS / example.documents.length))
    application = applicationOf(still(record), () => PORT)
    await prepareLists(record)
  })

  const paths = (): string[] => [
    '/api/status',
    '/api/briefing',
    '/api/timeline',
    '/api/timeline?offset=3000&limit=60',
    '/api/timeline?kind=meeting&part=past',
    '/api/positions',
    '/api/positions?offset=0&first=100',
    '/api/agreements?offset=60&limit=30',
    '/api/quotes?offset=60&limit=30',
    '/api/people?offset=500',
    '/api/people?words=Korrell',
    '/api/sources?offset=900&limit=60',
    '/api/shared-texts',
    '/api/conflicts',
    '/api/places',
    '/api/review?offset=100&limit=3',
    '/api/documents?offset=900',
    `/api/documents/${record.documents[Math.floor(REPORTS / 2)]!.id}`,
    `/api/entries/${record.events[REPORTS]!.id}`,
    `/api/entities/${record.entities[2 * REPORTS]!.id}`,
    `/api/positions/words?issue=${record.positions[0]!.issue}&holder=${record.positions[0]!.holder}`,
  ]

  it('answers each with a slice, however many there are', async () => {
    expect(record.documents.length).toBeGreaterThanOrEqual(REPORTS)
    const large: string[] = []
    for (const path of paths()) {
      const start = performance.now()
      const response = await application.request(path, {headers: {host: `127.0.0.1:${PORT}`}})
      const {length} = await response.text()
      expect([path, response.status]).toEqual([path, 200])
      if (process.env['PARLEY_TIMES']) console.log(path.slice(0, 60), Math.round(performance.now() - start), 'ms,', length)
      if (length > MOST) large.push(`${path}: ${length}`)
    }
    expect(large).toEqual([])
  })
})
