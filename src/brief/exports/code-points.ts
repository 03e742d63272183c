// The record with offsets in code points instead of UTF-16 units, for Python, R and whoever counts letters so.
import type {RecordFile} from '../../model/record.ts'
import {eachCitation} from './cited-only.ts'

/** Every report whose text is there; a record without texts cannot be counted anew. */
export function inCodePoints(record: RecordFile): RecordFile {
  const copy = JSON.parse(JSON.stringify(record)) as RecordFile
  const counts = new Map(record.documents.map(({id, text}) => [id, text === null ? null : countPoints(text)]))
  eachCitation(copy, citation => {
    const points = counts.get(citation.document)
    if (!points) return
    citation.start = points[citation.start] ?? citation.start
    citation.end = points[citation.end] ?? citation.end
  })
  return {...copy, offsets: 'code-points'}
}

/** Code points before each unit; a position inside a pair counts the pair as not begun. */
function countPoints(text: string): Int32Array {
  const before = new Int32Array(text.length + 1)
  let points = 0
  for (let i = 0; i < text.length; i++) {
    before[i] = points
    const isPair = isHigh(text.charCodeAt(i)) && i + 1 < text.length && isLow(text.charCodeAt(i + 1))
    if (isPair) before[++i] = points
    points++
  }
  before[text.length] = points
  return before
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000
