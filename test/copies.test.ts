// The same on real readings: a copy, a cut or a rewrite of a report, read from its text by the engine, changes no range of the report's lines.
import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {packagePath} from '../src/edge/files/root.ts'
import type {RecordFile, Support} from '../src/model/record.ts'
import {link, read} from '../src/parley.ts'
import {articleOf, testReader} from './support.ts'

const families = readdirSync(packagePath('cases', 'link'))
  .filter(name => /^family-(made-(copy|tail|cut|spin|heavy|ear|chain)|paraphrase|translated)/.test(name))
  .sort()

const documentsOf = (name: string) =>
  readFileSync(packagePath('cases', 'link', name, 'family.md'), 'utf8')
    .split(/^==>$/m)[0]!
    .split(/^document /m)
    .slice(1)
    .map(part => {
      const lines = part.split('\n').filter(line => line !== '')
      const known = (key: string): string | null => lines.find(line => line.startsWith(`${key} `))?.slice(key.length + 1) ?? null
      const told = lines.slice(1).filter(line => !/^(published|publisher) /.test(line))
      const text = told.map(line => line.slice(line.indexOf(' ') + 1)).join(' ')
      return {...articleOf(text), id: lines[0]!, file: lines[0]!, published: known('published'), publisher: known('publisher')}
    })

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
    const documents = documentsOf(name).map(article => read(article, reader))
    const alone = rangesOf(link(documents.slice(0, 1), [], reader), 'a.txt')
    const together = rangesOf(link(documents, [], reader), 'a.txt')
    expect(alone.size).toBeGreaterThan(0)
    for (const [claim, range] of alone) expect([claim, together.get(claim) ?? range]).toEqual([claim, range])
  })
})
