// Both hand-coded sets are whole: every coding parses and every coded line stands in its report. What the program makes of them is measured by
// script/blind.ts.
import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {type CodedSet, codedCases, halfOf} from '../script/blind/coding.ts'
import {loadPacks} from '../src/edge/files/packs.ts'
import {readSources} from '../src/edge/files/sources.ts'

const REPORTS: Record<CodedSet, number> = {blind: 30, coded: 54}

async function textsOf(set: CodedSet): Promise<string[]> {
  const texts: string[] = []
  for await (const source of readSources(
    codedCases(set).map(({report}) => report),
    {packs: loadPacks()},
  )) {
    expect('refused' in source).toBe(false)
    if ('refused' in source) continue
    expect(source.published).toMatch(/^20\d\d-\d\d-\d\d$/)
    texts.push(source.text)
  }
  return texts
}

describe.each(['blind', 'coded'] as const)('the hand-coded reports in cases/%s', set => {
  const cases = codedCases(set)

  it('are as many as were written, none of them twice', async () => {
    const texts = await textsOf(set)
    expect(texts).toHaveLength(REPORTS[set])
    expect(new Set(texts).size).toBe(REPORTS[set])
  })

  it('fall into two halves by number', () => {
    const halves = [...halfOf(cases, 'odd'), ...halfOf(cases, 'even')]
    expect(halfOf(cases, 'odd')).toHaveLength(REPORTS[set] / 2)
    expect(halves.map(({slug}) => slug).sort()).toEqual(cases.map(({slug}) => slug))
  })

  it.each(cases)('$slug: every coded line stands in the report, none is coded twice', ({report, coding}) => {
    const text = readFileSync(report, 'utf8').split('\n---\n').slice(1).join('\n---\n')
    const lines = [...coding.events, ...coding.positions, ...coding.agreements, ...coding.assessments]
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.filter(({says}) => !text.includes(says))).toEqual([])
    expect(new Set(lines.map(line => JSON.stringify(line))).size).toBe(lines.length)
  })
})

describe('the two sets', () => {
  it('share no report', async () => {
    const coded = new Set(await textsOf('coded'))
    expect((await textsOf('blind')).filter(text => coded.has(text))).toEqual([])
  })
})
