// The commands over a record file as a user meets them: add, look, rule, take back, search, forget. What reads a keyboard, runs threads or is the
// first to make and print a record runs in a process of its own; what else is asked runs in this one, which has its engine loaded.
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {RecordFile} from '../src/model/record.ts'
import {EXAMPLE} from './bundled-example.ts'
import {exportOf, parley, parleyHere, type Ran} from './command.ts'

let folder: string
let file: string
const env = () => ({PARLEY_RECORD: file, PARLEY_WHO: 'Editor'})
const run = (...args: string[]): Promise<Ran> => parleyHere(args, env())
const exported = async (): Promise<RecordFile> => JSON.parse((await run('export')).stdout) as RecordFile

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parley-cli-record-'))
  file = join(folder, 'strait.parley')
  expect(parley(['add', EXAMPLE], '', env())).toMatchObject({status: 0})
}, 60_000)
afterAll(() => rmSync(folder, {recursive: true, force: true}))

describe('a record file', () => {
  it('shows what the same reports show when they are named', async () => {
    const {documents: _, ...fromFile} = JSON.parse(parley(['export'], '', env()).stdout) as RecordFile
    const {documents: __, ...atOnce} = JSON.parse(await exportOf(EXAMPLE)) as RecordFile
    expect(fromFile).toEqual(atOnce)
  })

  it('is not changed by adding the same again, and tells each report', async () => {
    const {status, stdout, stderr} = await run('add', '--json', EXAMPLE)
    expect(status).toBe(0)
    expect(
      stdout
        .trim()
        .split('\n')
        .map(line => JSON.parse(line).outcome),
    ).toEqual(Array.from({length: 12}, () => 'known'))
    expect(stderr).toContain('0 added, 12 known')
  })

  it('is the same where threads have read the reports', async () => {
    const other = join(folder, 'threads.parley')
    // Threads run the built program.
    const {status, stdout} = parley(['add', '--json', '--jobs', '2', '--record', other, EXAMPLE], '', env())
    expect([status, stdout.trim().split('\n').length]).toEqual([0, 12])
    expect(JSON.parse((await run('export', '--record', other)).stdout)).toEqual(await exported())
  }, 60_000)

  it('tells how it stands', async () => {
    expect((await run('status')).stdout).toMatch(/12 reports \(2031-03-03 to 2031-03-19\)/)
    expect(JSON.parse((await run('status', '--json')).stdout)).toMatchObject({documents: 12, outdated: 0, settled: true})
  })

  it('finds words', async () => {
    const {stdout} = await run('find', '"lighthouse pier"')
    expect(stdout).toContain('lighthouse pier')
    expect(stdout).toMatch(/^\d+ places? found/)
    expect(JSON.parse((await run('find', 'status:held', '--json', '--limit', '1')).stdout).hits).toHaveLength(1)
  })

  it.each([
    ['no record at all', ['status'], {PARLEY_RECORD: ''}, 'call/no-record'],
    ['a record that is not there', ['brief', '--record', '/nowhere/x.parley'], {}, 'store/missing'],
    ['a record and inputs', ['brief', '--record', 'x.parley', EXAMPLE], {}, 'call/record-and-inputs'],
    ['a ruling on nothing', ['confirm', 'nobody-at-all'], null, 'ruling/unknown'],
    ['a field that does not exist', ['set', 'Daven Korrell', 'mood=good'], null, 'judgement/unknown-id'],
    ['rulings on files that are kept nowhere', ['confirm', 'x', '--on', EXAMPLE], {}, 'call/no-judgements'],
    ['a report that is not there', ['forget', 'nothing.txt'], null, 'store/unknown-report'],
  ])('%s is a wrong call', async (_, args, environment, code) => {
    const {status, stdout, stderr} = await parleyHere(args, environment ?? env())
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(code)
  })
})

describe('rulings on the command line', () => {
  it('correct an entry, are told with who, and are taken back', async () => {
    const event = (await exported()).events.find(({kind}) => kind === 'exchange')!
    expect((await run('set', event.id, 'time=2031-03-16', '--why', 'the ferry log')).status).toBe(0)
    const changed = await exported()
    const now = changed.events.find(({kind}) => kind === 'exchange')!
    expect([now.time, now.review]).toEqual(['2031-03-16', 'confirmed'])
    expect(changed.judgements.find(({by}) => by === 'person')).toMatchObject({who: 'Editor', reason: 'the ferry log', field: 'time'})
    expect((await run('show', event.support.claims[0]!.id)).stdout).toContain(`Entry ${now.id}`)
    expect((await run('undo')).status).toBe(0)
    expect((await exported()).events.find(({kind}) => kind === 'exchange')!.time).toBe(event.time)
  }, 60_000)

  it('join two names and part two spellings', async () => {
    const korrell = (await exported()).entities.find(({name}) => name === 'Daven Korrell')!
    const misspelt = korrell.aliases.find(alias => alias.startsWith('Darven'))!
    expect((await run('split', 'Daven Korrell', misspelt)).status).toBe(0)
    expect((await exported()).entities.filter(({name}) => name === 'Daven Korrell' || name === misspelt)).toHaveLength(2)
    expect((await run('merge', 'Daven Korrell', misspelt)).status).toBe(0)
    expect((await exported()).entities.filter(({name}) => name === 'Daven Korrell' || name === misspelt)).toHaveLength(1)
    await run('undo')
  }, 60_000)

  it('go out as a sheet and come in again, once', async () => {
    const [event] = (await exported()).events
    await run('confirm', event!.id, '--why', '=SUM(A1)')
    const sheet = join(folder, 'rulings.csv')
    writeFileSync(sheet, (await run('judge')).stdout)
    expect(readFileSync(sheet, 'utf8')).toContain("'=SUM(A1)")
    expect((await run('judge', sheet)).stdout).toContain('0 taken in, 1 known')
    const other = join(folder, 'other.jsonl')
    expect((await parleyHere(['judge', sheet, '--on', EXAMPLE, '--judgements', other], {PARLEY_RECORD: ''})).stdout).toContain(
      '1 taken in, 0 known',
    )
    expect(JSON.parse(readFileSync(other, 'utf8'))).toMatchObject({kind: 'confirm', who: 'Editor', reason: '=SUM(A1)'})
    await run('undo')
  }, 60_000)

  it('are asked for one by one', async () => {
    const answers = 'y\nn\ne\nmood=good\ne\ntime=2031-03-14\nq\n'
    const {status, stdout} = parley(['review', '--kind', 'events'], answers, env())
    expect(status).toBe(0)
    expect(stdout).toContain('"mood" is no field of an event')
    expect(stdout).toContain('1 right, 1 wrong, 1 corrected, 0 skipped')
    expect((await exported()).judgements.filter(({by}) => by === 'person').map(({kind}) => kind)).toEqual(['confirm', 'dismiss', 'set'])
    for (let i = 0; i < 3; i++) await run('undo')
  }, 60_000)

  it('add a line that was missed', async () => {
    expect((await run('add-line', '1:businesslike', 'gesture', 'held')).status).toBe(0)
    expect((await exported()).events.filter(({rule}) => rule === 'person/add')).toHaveLength(1)
    await run('undo')
  }, 60_000)
})

describe('a record as a whole', () => {
  it('is copied, and a report is forgotten in one and not in the other', async () => {
    const copy = join(folder, 'copy.parley')
    expect((await run('backup', copy)).status).toBe(0)
    expect(await run('backup', copy)).toMatchObject({status: 2})
    expect((await run('forget', join(EXAMPLE, '12-meridian-analysis.txt'), '--record', copy)).stdout).toContain('1 report forgotten')
    expect((await run('status', '--record', copy)).stdout).toContain('11 reports')
    expect((await run('status')).stdout).toContain('12 reports')
    expect(readFileSync(copy, 'latin1')).not.toContain('meridian')
    expect(existsSync(`${copy}-wal`)).toBe(false)
    expect((await run('reread')).stdout).toContain('0 reports read again')
  }, 60_000)
})
