// A coding sheet of lines drawn at random, and what a filled one says: the record's own precision with its interval. The draw depends on the
// seed and on what the lines rest on, never on their order.
import type {Citation, RecordFile, Review} from '../model/record.ts'
import {agreementLine, eventLine, positionLine} from './entries.ts'
import {lookUp, publisherOf} from './lookup.ts'

export interface SampledLine {
  /** A claim of the line: it finds the line again after re-reading. */
  readonly claim: string
  readonly kind: 'event' | 'position' | 'agreement'
  readonly line: string
  readonly status: string
  readonly sentence: string
  readonly report: string
  readonly published: string | null
  readonly review: Review
}

export function drawSample(record: RecordFile, count: number, seed: number): SampledLine[] {
  const lookup = lookUp(record)
  const documents = new Map(record.documents.map(document => [document.id, document]))
  const row = (
    kind: SampledLine['kind'],
    line: string,
    status: string,
    review: Review,
    claims: readonly {id: string; citation: Citation}[],
  ): SampledLine[] => {
    const first = claims[0]
    const document = first && documents.get(first.citation.document)
    if (!first || !document) return []
    const source = {report: publisherOf(document), published: document.published, sentence: first.citation.quote}
    return [{claim: first.id, kind, line, status, review, ...source}]
  }
  const lines = [
    ...record.events.flatMap(event => row('event', eventLine(event, lookup).text, event.status, event.review, event.support.claims)),
    ...record.positions.flatMap(position =>
      row('position', positionLine(position, lookup).text, position.stance, position.review, position.support.claims),
    ),
    ...record.agreements.flatMap(agreement =>
      row(
        'agreement',
        agreementLine(agreement, lookup).text,
        agreement.state,
        agreement.review,
        agreement.history.flatMap(({support}) => support.claims),
      ),
    ),
  ]
  return lines
    .map(line => ({line, draw: scramble(line.claim, seed)}))
    .sort((a, b) => a.draw - b.draw || (a.line.claim < b.line.claim ? -1 : 1))
    .slice(0, count)
    .map(({line}) => line)
}

/** FNV-1a over seed and id: the same draw on every machine. */
function scramble(id: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193)
  hash ^= hash >>> 15
  return Math.imul(hash, 0x2c1b3c6d) >>> 0
}

export interface Precision {
  readonly kind: string
  readonly right: number
  readonly coded: number
  readonly low: number
  readonly high: number
}

/** Of the lines that were coded y or n, by kind and all together. */
export function precisionOf(coded: readonly {readonly kind: string; readonly right: boolean}[]): Precision[] {
  const kinds = [...new Set(coded.map(({kind}) => kind))].sort()
  return [...kinds, 'all'].map(kind => {
    const mine = kind === 'all' ? coded : coded.filter(one => one.kind === kind)
    const right = mine.filter(one => one.right).length
    return {kind, right, coded: mine.length, ...wilson(right, mine.length)}
  })
}

/** 95 of 100 intervals made so hold the share (Wilson 1927): honest for few lines and for shares near one. */
const Z = 1.96

export function wilson(right: number, of: number): {readonly low: number; readonly high: number} {
  if (of === 0) return {low: 0, high: 1}
  const share = right / of
  const centre = share + (Z * Z) / (2 * of)
  const spread = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of))
  const whole = 1 + (Z * Z) / of
  return {low: Math.max(0, (centre - spread) / whole), high: Math.min(1, (centre + spread) / whole)}
}
