// The bundled example as the first record case: the lines of cases/records, and what must never be said of these twelve reports.
import {spawn} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {beforeAll, describe, expect, it} from 'vitest'
import {judge} from '../script/cases/file.ts'
import {parseRecordCase, recordCaseFiles} from '../script/cases/record-file.ts'
import {writeBriefing} from '../src/brief/briefing.ts'
import {packagePath} from '../src/edge/files/root.ts'
import type {RecordFile, Support} from '../src/model/record.ts'
import {writeRecord} from '../src/text/record-notation.ts'
import {exportOf, parleyHere} from './command.ts'

describe.each(recordCaseFiles())('%s', path => {
  it('holds the lines that were signed, and no others', async () => {
    const one = parseRecordCase(readFileSync(path, 'utf8'), path)
    const exported = JSON.parse(await exportOf(packagePath(...one.inputs.split('/')))) as RecordFile
    const {lost, unsigned, improved} = judge(one.expected, writeRecord(exported, one.layers))
    expect({lost, unsigned, improved}).toEqual({lost: [], unsigned: [], improved: []})
  })
})

describe('the example', () => {
  let record: RecordFile
  const number = new Map<string, string>()
  beforeAll(async () => {
    record = JSON.parse(await exportOf(packagePath('examples', 'sellen-strait')))
    for (const document of record.documents) number.set(document.id, document.file!.split('/').at(-1)!.slice(0, 2))
  })
  const carriers = (support: Support): string[] => [...new Set(support.claims.map(claim => number.get(claim.citation.document)!))].sort()

  it('is read whole', () => {
    expect(record.documents).toHaveLength(12)
    expect(record.documents.every(({published, publisher, title}) => published && publisher && title)).toBe(true)
  })

  it('counts a copy and a paraphrase as no origin of their own', () => {
    const copies = new Set(['01', '03', '04'])
    const only = [...record.events, ...record.positions].filter(({support}) => carriers(support).every(carrier => copies.has(carrier)))
    expect(only.filter(({support}) => support.documents > 1).length).toBeGreaterThan(0)
    expect(only.filter(({support}) => support.said[0] > 1).map(({id}) => id)).toEqual([])
  })

  it('holds no meeting of the two leaders on the day for which one is proposed', () => {
    expect(record.events.filter(event => event.time === '2031-03-26' && event.status === 'held').map(event => event.label)).toEqual([])
  })

  it('tells no attack and no breach in its own voice', () => {
    const lines = writeBriefing(record).sections.flatMap(section => section.lines)
    const accusing = new Set(record.events.filter(event => event.kind === 'attack' || event.kind === 'violation').map(event => event.id))
    for (const line of lines.filter(({id}) => accusing.has(id!))) expect(line.text).toMatch(/^According to|^As \[/)
  })
})

describe('parley start', () => {
  it('prints the briefing of the example and ends with --no-serve', async () => {
    const {status, stdout} = await parleyHere(['start', '--no-serve'])
    expect(status).toBe(0)
    expect(stdout).toContain('12 reports, 3–19 March 2031, 8 outlets')
  })

  it('serves the record until it is told to end', async () => {
    const child = spawn(process.execPath, [packagePath('dist', 'src', 'edge', 'cli', 'parley.js'), 'start', '--port', '0'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let out = ''
    const address = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (chunk: Buffer) => {
        out += chunk.toString()
        const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(out)
        if (found) resolve(found[0])
      })
      child.on('exit', () => reject(new Error(`ended early: ${out}`)))
    })
    const response = await fetch(address)
    expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('<title>Parley</title>')])
    const ended = new Promise<number | null>(resolve => child.on('exit', code => resolve(code)))
    child.kill('SIGINT')
    expect(await ended).toBe(0)
  })
})
