// Long runs: a run that was ended goes on where it stood, one bad file is one line, and the bar tells rate and time left.
import {appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {drawBar} from '../src/edge/cli/progress.ts'
import {openDone} from '../src/edge/cli/resume.ts'
import {countFiles} from '../src/edge/files/sources.ts'
import {parley, parleyHere} from './command.ts'

const folder = mkdtempSync(join(tmpdir(), 'long-runs-'))
const reports = join(folder, 'reports.jsonl')
const report = (n: number) =>
  JSON.stringify({id: `r${n}`, text: `The envoy of Ostrel met the president of Kalvia for the ${n}th time, officials said.`})
beforeAll(() => writeFileSync(reports, `${[1, 2, 3, 4, 5].map(report).join('\n')}\n`))
afterAll(() => rmSync(folder, {recursive: true}))

const ids = (path: string) =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line).id)

describe('a run that ended', () => {
  it('goes on after the last whole line, and says nothing twice', async () => {
    const out = join(folder, 'readings.jsonl')
    expect((await parleyHere(['read', '--json', '--resume', out, reports])).status).toBe(0)
    const whole = readFileSync(out, 'utf8')
    expect(ids(out)).toEqual(['r1', 'r2', 'r3', 'r4', 'r5'])
    // As a kill in the middle of the fourth line leaves it.
    truncateSync(out, whole.indexOf('"id":"r4"') + 20)
    const again = await parleyHere(['read', '--json', '--resume', out, reports])
    expect(again.stderr).toContain('3 done before')
    expect(readFileSync(out, 'utf8')).toBe(whole)
    expect(parley(['read', '--json', '--resume', out, '--jobs', '2', reports]).status).toBe(0)
    expect(readFileSync(out, 'utf8')).toBe(whole)
  })

  it('starts over from an empty, missing or foreign file without a word lost', async () => {
    expect((await openDone(join(folder, 'none'))).count).toBe(0)
    const odd = join(folder, 'odd.jsonl')
    writeFileSync(odd, 'no line of ours, and no end')
    expect((await openDone(odd)).count).toBe(0)
    expect(readFileSync(odd, 'utf8')).toBe('')
  })

  it('knows ids and files with odd letters in them', async () => {
    const odd = join(folder, 'letters.jsonl')
    writeFileSync(odd, `${JSON.stringify({schema: 'parley/reading@1', id: 'a "quoted" \\ id', file: 'földer/“a”.html'})}\n`)
    const done = await openDone(odd)
    expect(done.has({refused: true, id: 'a "quoted" \\ id', file: 'földer/“a”.html', code: '', message: ''})).toBe(true)
    expect(done.has({refused: true, id: 'another', file: 'földer/“a”.html', code: '', message: ''})).toBe(false)
  })
})

describe('one bad document', () => {
  it('is one line; with --strict it is the last', async () => {
    const bad = join(folder, 'bad.jsonl')
    writeFileSync(bad, `${report(1)}\n{broken\n${report(2)}\n`)
    const usual = await parleyHere(['read', '--json', bad])
    expect([usual.status, usual.stdout.trim().split('\n').length]).toEqual([1, 3])
    const strict = await parleyHere(['read', '--json', '--strict', bad])
    expect([strict.status, strict.stdout.trim().split('\n').length]).toEqual([1, 2])
    expect(strict.stderr).toContain('not read')
  })

  it('wants JSON lines to go on with', async () =>
    expect((await parleyHere(['read', '--resume', join(folder, 'x.jsonl'), reports])).status).toBe(2))
})

describe('the bar', () => {
  it('tells how far, how fast and how long still', () => {
    expect(drawBar(50, 200, 5000)).toBe('[=====               ] 50 of 200, 10/s, 15 s left')
    expect(drawBar(1, 4000, 2000)).toContain('0.5/s, 2 h 13 min left')
    expect(drawBar(50, null, 100_000)).toBe('50 read, 0.5/s')
  })

  it('counts the files before, where they can be counted', async () => {
    appendFileSync(join(folder, 'more.txt'), 'One.')
    expect(await countFiles([reports, join(folder, 'more.txt')])).toBe(2)
    expect(await countFiles([folder])).toBeGreaterThan(2)
    expect(await countFiles(['-'])).toBeNull()
  })
})
