// Issues of one's own, as a user has them: a folder named on the command, or a packs/ folder beside the record.
import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {PackError} from '../src/pack/check.ts'
import {withOwnPack} from '../src/pack/own.ts'
import {parley, parleyHere} from './command.ts'
import {testPacks} from './support.ts'

const OWN = `source: the desk's own
issues:
  - {id: lighthouse, label: the lighthouse, words: [lighthouse]}
  - {id: inspections, label: inspections, words: [boarding party]}
`
const REPORT = 'Brazil rejected the transfer of the lighthouse on Saturday. Chile demands that the boarding parties leave.'

function project(): {readonly folder: string; readonly report: string; readonly packs: string} {
  const folder = mkdtempSync(join(tmpdir(), 'parley-own-'))
  const packs = join(folder, 'packs')
  mkdirSync(packs)
  writeFileSync(join(packs, 'issues.yaml'), OWN)
  const report = join(folder, 'report.txt')
  writeFileSync(report, REPORT)
  return {folder, report, packs}
}

const issuesOf = (stdout: string): string[] => [...stdout.matchAll(/^ON (.+)$/gm)].map(match => match[1]!).sort()

// A process keeps the packs it has loaded: what is read with others runs in one of its own.
describe('issues of one’s own', () => {
  it('are found where --pack names their folder, and win over a general issue in the same words', async () => {
    const {report, packs} = project()
    const {status, stdout} = parley(['positions', report, '--pack', packs, '--published', '2031-05-04'])
    expect([status, issuesOf(stdout)]).toEqual([0, ['INSPECTIONS', 'LIGHTHOUSE']])
    expect(issuesOf((await parleyHere(['positions', report, '--published', '2031-05-04'])).stdout)).not.toContain('LIGHTHOUSE')
  })

  it('are found in a packs folder beside the record', () => {
    const {report, folder} = project()
    const record = join(folder, 'talks.parley')
    expect(parley(['add', report, '--record', record, '--published', '2031-05-04']).status).toBe(0)
    expect(issuesOf(parley(['positions', '--record', record]).stdout)).toEqual(['INSPECTIONS', 'LIGHTHOUSE'])
  })

  it('reach the threads that read', () => {
    const {report, packs} = project()
    const {stdout} = parley(['read', '--json', '--jobs', '2', report, '--pack', packs, '--published', '2031-05-04'])
    expect(stdout).toContain('"issue":"lighthouse"')
  })

  it('are checked by "pack check", and a fault names file, line and field', async () => {
    const {packs} = project()
    expect((await parleyHere(['pack', 'check', packs])).stdout).toContain('issues of your own: 1')
    writeFileSync(join(packs, 'more.yaml'), 'source: ours\nissues:\n  - {id: tolls, label: tolls}\n')
    const {status, stderr} = await parleyHere(['pack', 'check', packs])
    expect([status, stderr]).toEqual([2, expect.stringMatching(/talks\/more\.yaml:3: issues\.0\.words.*pack\/bad-entry/s)])
  })

  it('are talks only, and give the packs another hash', () => {
    const joined = withOwnPack(testPacks(), [{path: 'issues.yaml', text: OWN}])
    expect(joined.hash).not.toBe(testPacks().hash)
    expect(() => withOwnPack(testPacks(), [{path: 'world/people.yaml', text: 'source: ours'}])).toThrow(PackError)
  })
})
