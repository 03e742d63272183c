// The cases of ingest: what becomes of a source as it comes in, line by line, and what of it never becomes a claim.
import {readdirSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {linesOfSource, parseIngestCases} from '../script/cases/ingest.ts'
import {packagePath} from '../src/edge/files/root.ts'
import {testPacks} from './support.ts'

for (const name of readdirSync(packagePath('cases', 'ingest')).sort()) {
  describe(name, () => {
    it.each(parseIngestCases(packagePath('cases', 'ingest', name)))('$title', async one => {
      expect(await linesOfSource(one, testPacks())).toEqual(one.expected)
    })
  })
}
