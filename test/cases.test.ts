// The cases are the documentation: each says which lines must come out of a text, which are missed today (?) and which are wrong today (!).
import {readFileSync} from 'node:fs'
import {basename, dirname} from 'node:path'
import {describe, expect, it} from 'vitest'
import {articleOf} from '../script/cases/article.ts'
import {judge, parseCaseFile} from '../script/cases/file.ts'
import {caseFiles} from '../script/cases/find.ts'
import {linesOf} from '../script/cases/said.ts'
import {testReader} from './support.ts'

for (const path of caseFiles()) {
  const file = parseCaseFile(readFileSync(path, 'utf8'), path)
  describe(`${basename(dirname(path))}/${basename(path)}`, () => {
    it.each(file.cases.map((one, i) => ({...one, name: `${i + 1} ${one.title}`})))('$name', one => {
      const verdict = judge(one.expected, linesOf(articleOf(one.text, one.known), file.layers, testReader()))
      expect({lost: verdict.lost, unsigned: verdict.unsigned, improved: verdict.improved}).toEqual({lost: [], unsigned: [], improved: []})
    })
  })
}
