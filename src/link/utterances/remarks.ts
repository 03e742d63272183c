// The remarks of all documents, each with its id, its speaker in the record and its words.
import {sha256} from '@noble/hashes/sha2.js'
import {bytesToHex} from '@noble/hashes/utils.js'
import type {Attribution} from '../../model/attribution.ts'
import type {Document} from '../../model/document.ts'
import type {ReadDocument} from '../../model/reading.ts'
import type {Citation} from '../../model/record.ts'
import type {Span} from '../../model/span.ts'
import {type Word, wordsOf} from './words.ts'

export interface Remark {
  readonly id: string
  readonly document: number
  readonly attribution: Attribution
  /** Entity id, null where the speaker has none. */
  readonly speaker: string | null
  /** What was said: the words between quotation marks where there are any, else all of the content. */
  readonly wording: string
  readonly words: readonly Word[]
  readonly isQuoted: boolean
  /** First day on which it may have been said, ISO; null where unknown. */
  readonly day: string | null
}

/** Id of an attribution in the record: a hash of the document, its content and its cue, the same on every machine. */
export function attributionIdOf(
  document: Pick<Document, 'id' | 'text'>,
  attribution: Pick<Attribution, 'content' | 'cue' | 'source'>,
): string {
  const spans = [...attribution.content, ...(attribution.cue ? [attribution.cue] : []), ...attribution.source]
  const parts = spans.map(span => `${span.start}-${span.end}:${document.text.slice(span.start, span.end)}`)
  return bytesToHex(sha256(new TextEncoder().encode(['attribution', document.id, ...parts].join('\u0000')))).slice(0, 16)
}

/** What somebody said or wrote; what they think or want is no remark, and neither is what they declined to say. */
export function collectRemarks(documents: readonly ReadDocument[], entityOf: (document: number, somebody: number) => string): Remark[] {
  const remarks: Remark[] = []
  documents.forEach((document, index) => {
    for (const attribution of document.attributions) {
      if (SILENT.has(attribution.act)) continue
      const wording = attribution.content.map(span => bare(document.text, span)).join(' … ')
      const speaker =
        attribution.speaker === null || document.somebodies[attribution.speaker]?.unnamed ? null : entityOf(index, attribution.speaker)
      remarks.push({
        id: attributionIdOf(document, attribution),
        document: index,
        attribution,
        speaker,
        wording,
        words: wordsOf(wording),
        isQuoted: attribution.kind !== 'indirect',
        day: (attribution.time ?? document.published)?.slice(0, 10) ?? null,
      })
    }
  })
  return remarks
}

const SILENT = new Set<Attribution['act']>(['decline', 'want', 'believe', 'expect', 'show'])

/** Without the quotation marks around it. */
const bare = (text: string, {start, end}: Span): string => text.slice(start, end).replace(/^[\s"“”„«»‘'`]+|[\s"“”„«»’'`]+$/gu, '')

export const citationOf = ({id, text}: Pick<Document, 'id' | 'text'>, {start, end}: Span): Citation => ({
  document: id,
  start,
  end,
  quote: text.slice(start, end),
})
