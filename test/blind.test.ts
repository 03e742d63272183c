// The blind set is whole: every coding parses and every coded line stands in its report. What the program makes of it is measured by script/blind.ts.
import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {blindCases} from '../script/blind/coding.ts'
import {loadPacks} from '../src/edge/files/packs.ts'
import {readSources} from '../src/edge/files/sources.ts'

const REPORTS = 30

describe('the blind set', () => {
  const cases = blindCases()

  it('holds 30 reports, none of them twice', async () => {
    const texts: string[] = []
    for await (const source of readSources(
      cases.map(({report}) => report),
      {packs: loadPacks()},
    )) {
      expect('refused' in source).toBe(false)
      if (!('refused' in source)) {
        expect(source.published).toMatch(/^20\d\d-\d\d-\d\d$/)
        texts.push(source.text)
      }
    }
    expect(texts).toHaveLength(REPORTS)
    expect(new Set(texts).size).toBe(REPORTS)
  })

  it.each(cases)('$slug: every coded line stands in the report', ({report, coding}) => {
    const text = readFileSync(report, 'utf8').split('\n---\n').slice(1).join('\n---\n')
    const lines = [...coding.events, ...coding.positions, ...coding.agreements, ...coding.assessments]
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.filter(({says}) => !text.includes(says))).toEqual([])
  })
})
