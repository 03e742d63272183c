// The same on real readings: a copy, a cut or a rewrite of a report, read from its text by the engine, changes no range of the report's lines.
import {describe, expect, it} from 'vitest'
import {familyDocuments, familyNames} from '../script/cases/family-file.ts'
import type {RecordFile, Support} from '../src/model/record.ts'
import {link, read} from '../src/parley.ts'
import {testReader} from './support.ts'

const families = familyNames().filter(name => /^family-(made-(copy|tail|cut|spin|heavy|ear|chain)|paraphrase|translated)/.test(name))

/** Both ranges behind every claim of a document. */
function rangesOf(record: RecordFile, document: string): Map<string, string> {
  const ranges = new Map<string, string>()
  const supports: Support[] = [...record.events.map(event => event.support), ...record.positions.map(position => position.support)]
  for (const {claims, said, known} of supports)
    for (const claim of claims)
      if (claim.citation.document === document) ranges.set(claim.id, `said ${said.join('..')}, known ${known.join('..')}`)
  return ranges
}

describe('copies and rewrites', () => {
  it.each(families)('%s changes no range of the first report', name => {
    const reader = testReader()
    const documents = familyDocuments(name).map(article => read(article, reader))
    const alone = rangesOf(link(documents.slice(0, 1), [], reader), 'a.txt')
    const together = rangesOf(link(documents, [], reader), 'a.txt')
    expect(alone.size).toBeGreaterThan(0)
    for (const [claim, range] of alone) expect([claim, together.get(claim) ?? range]).toEqual([claim, range])
  })
})
