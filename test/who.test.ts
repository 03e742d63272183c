// Who is one and the same across reports, from the text itself: cases/who has the reports and the pairs a reader would join or keep apart.
import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {packagePath} from '../src/edge/files/root.ts'
import type {RecordFile} from '../src/model/record.ts'
import {link, read} from '../src/parley.ts'
import {articleOf, testReader} from './support.ts'

interface Pair {
  readonly line: string
  readonly missed: boolean
  readonly a: Named
  readonly b: Named
  readonly relation: '=' | '≠' | '~' | '→'
}
interface Named {
  readonly words: string
  readonly report: string
}

const PAIR = /^(\? )?(.+) \[(\d)\] ([=≠~→]) (.+) \[(\d)\]$/

function casesOf(file: string): {title: string; reports: {head: string; text: string}[]; pairs: Pair[]}[] {
  return readFileSync(file, 'utf8')
    .split(/^# /m)
    .slice(1)
    .map(part => {
      const [given, wanted] = part.split('\n==>\n') as [string, string]
      const [title, ...blocks] = given.trim().split(/\n\n/)
      const reports = blocks.map(block => ({head: block.slice(0, block.indexOf('\n')), text: block.slice(block.indexOf('\n') + 1)}))
      const pairs = wanted
        .trim()
        .split('\n')
        .map(line => {
          const match = PAIR.exec(line)
          if (!match) throw new Error(`${file}: "${line}" is no pair`)
          const [, mark, a, i, relation, b, j] = match
          return {
            ...{line, missed: mark !== undefined, relation: relation as Pair['relation']},
            ...{a: {words: a!, report: `r${i}`}, b: {words: b!, report: `r${j}`}},
          }
        })
      return {title: title!, reports, pairs}
    })
}

function recordOf(reports: readonly {head: string; text: string}[]): RecordFile {
  const documents = reports.map(({head, text}, i) => {
    const [publisher, published] = head.split(', ')
    return read({...articleOf(text, {publisher: publisher!, published: published!}), id: `r${i + 1}`}, testReader())
  })
  return link(documents, [], testReader())
}

/** The entity of the mention with these words; of a longer one where none has just these. */
function entityOf({words, report}: Named, record: RecordFile): string | null {
  const text = record.documents.find(document => document.id === report)!.text!
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`"${words}" does not stand in report ${report}`)
  const end = start + words.length
  const overlapping = record.entities
    .flatMap(({id, mentions}) => mentions.filter(mention => mention.document === report).map(mention => ({id, ...mention})))
    .filter(mention => mention.start < end && mention.end > start)
    .sort((a, b) => Math.abs(a.end - end) + Math.abs(a.start - start) - Math.abs(b.end - end) - Math.abs(b.start - start))
  return overlapping[0]?.id ?? null
}

function relationIn(record: RecordFile, {a, b}: Pair): string {
  const [first, second] = [entityOf(a, record), entityOf(b, record)]
  if (first === null || second === null) return 'not found'
  if (first === second) return '='
  if (record.entities.find(({id}) => id === first)?.actsFor === second) return '→'
  const possible = record.judgements.some(({verdict, of}) => verdict === 'possible' && of.includes(first) && of.includes(second))
  return possible ? '~' : '≠'
}

/** Not joined is not joined, whether or not the record wonders about it. */
const fits = (found: string, wanted: Pair['relation']): boolean => found === wanted || (wanted === '≠' && found !== '=')

const folder = packagePath('cases', 'who')
for (const file of readdirSync(folder).sort())
  describe(`cases/who/${file}`, () => {
    it.each(casesOf(packagePath('cases', 'who', file)))('$title', ({reports, pairs}) => {
      const record = recordOf(reports)
      for (const pair of pairs) {
        const found = relationIn(record, pair)
        const remark = pair.missed ? 'reached now, delete the "?"' : `found ${found}`
        expect(fits(found, pair.relation), `${pair.line}: ${remark}`).toBe(!pair.missed)
      }
    })
  })
