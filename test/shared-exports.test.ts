// What is made to be handed on: no byte of any format holds a stretch of a report that the record does not cite, and offsets count as is asked for.
import {unzipSync} from 'fflate'
import {describe, expect, it} from 'vitest'
import {citedOnly, eachCitation} from '../src/brief/exports/cited-only.ts'
import {inCodePoints} from '../src/brief/exports/code-points.ts'
import {writeSchema} from '../src/brief/schema/json-schema.ts'
import {recordSchema} from '../src/brief/schema/record.ts'
import {FORMATS, writeExport} from '../src/edge/export/write-export.ts'
import type {Citation, RecordFile} from '../src/model/record.ts'
import {record} from './fixture-record.ts'

const citationsOf = (of: RecordFile): Citation[] => {
  const found: Citation[] = []
  eachCitation(of, citation => found.push(citation))
  return found
}

/** Labels and contents of the record may repeat words of a report that stand in a citation elsewhere. */
const told = letters(JSON.stringify({...record, documents: record.documents.map(document => ({...document, text: null}))}))

/** Runs of six words that no citation touches. */
const uncited = record.documents.flatMap(({id, text}) => {
  const mine = citationsOf(record).filter(({document}) => document === id)
  const words = [...text!.matchAll(/[A-Za-z]+/g)]
  return words.flatMap((word, i) => {
    const last = words[i + 5]
    if (last === undefined) return []
    const [start, end] = [word.index, last.index + last[0].length]
    const run = letters(text!.slice(start, end))
    return mine.some(one => one.start < end && one.end > start) || told.includes(run) ? [] : [run]
  })
})

function letters(text: string): string {
  return text.replace(/[^A-Za-z]+/g, ' ')
}

/** Words of a file, a zipped one unpacked. */
function wordsIn(bytes: string | Uint8Array): string {
  if (typeof bytes === 'string') return letters(bytes.replaceAll('\\n', ' '))
  const parts = Object.values(unzipSync(bytes)).map(part => new TextDecoder().decode(part))
  return parts.map(part => letters(part.replace(/<[^<>]*>/g, ''))).join(' ')
}

const held = (words: string): string[] => uncited.filter(run => words.includes(run))

describe('a shared export', () => {
  it('has something to leave out', async () => {
    expect(uncited.length).toBeGreaterThan(100)
    expect(held(wordsIn((await writeExport(record, {format: 'json'})).bytes))).toEqual(uncited)
  })

  it.each(FORMATS)('as %s carries cited sentences, not whole texts', async format => {
    expect(held(wordsIn((await writeExport(format === 'json' ? citedOnly(record) : record, {format})).bytes))).toEqual([])
  })

  it('leaves every citation where it was', () => {
    const shared = citedOnly(record)
    const texts = new Map(shared.documents.map(({id, text}) => [id, text!]))
    for (const {document, start, end, quote} of citationsOf(shared)) expect(texts.get(document)!.slice(start, end)).toBe(quote)
    expect(shared.documents.map(({text}) => text!.length)).toEqual(record.documents.map(({text}) => text!.length))
  })
})

describe('offsets in code points', () => {
  const flags = '🏳️ Ostrel 🕊️ met'
  const odd: RecordFile = JSON.parse(JSON.stringify(record))
  odd.documents[0]!.text = `${flags}\n${odd.documents[0]!.text}`
  eachCitation(odd, citation => {
    if (citation.document !== odd.documents[0]!.id) return
    citation.start += flags.length + 1
    citation.end += flags.length + 1
  })

  it('slice true in a language that counts letters', () => {
    const counted = inCodePoints(odd)
    const texts = new Map(counted.documents.map(({id, text}) => [id, [...text!]]))
    for (const {document, start, end, quote} of citationsOf(counted)) expect(texts.get(document)!.slice(start, end).join('')).toBe(quote)
    expect(citationsOf(counted)).not.toEqual(citationsOf(odd))
    expect(inCodePoints(record)).toEqual({...record, offsets: 'code-points'})
  })

  it('say so in the record, as the schema has it', () => {
    expect(recordSchema.parse(inCodePoints(odd)).offsets).toBe('code-points')
    expect(JSON.stringify(writeSchema('record'))).toContain('code-points')
  })
})
