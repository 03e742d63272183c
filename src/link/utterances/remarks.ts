// The remarks of all documents, each with its id, its speaker in the record and its words.
import type {Attribution} from '../../model/attribution.ts'
import type {ReadDocument} from '../../model/reading.ts'
import type {Span} from '../../model/span.ts'
import {idOf} from '../identity.ts'
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

/** Id of an attribution in the record: a hash of the document and where the attribution stands in it, the same on every machine. */
export function attributionIdOf(document: {readonly id: string}, attribution: Pick<Attribution, 'source' | 'cue' | 'content'>): string {
  let ids = knownIds.get(attribution)
  if (ids === undefined || ids.document !== document.id) {
    const {source, cue, content} = attribution
    const spans = [...source, ...(cue ? [cue] : []), ...content].flatMap(span => [span.start, span.end])
    ids = {document: document.id, id: idOf('attribution', document.id, ...spans)}
    knownIds.set(attribution, ids)
  }
  return ids.id
}

/** An attribution is asked for its id again and again: by its claims, its utterance, its origins. */
const knownIds = new WeakMap<object, {readonly document: string; readonly id: string}>()

/** What somebody said or wrote; what they think or want is no remark, and neither is what they declined to say. */
export const remarksOf = (
  document: ReadDocument,
  index: number,
  entityOf: (document: number, somebody: number) => string,
): readonly Remark[] =>
  saidIn(document).map(said => {
    const {speaker} = said.attribution
    const isNobody = speaker === null || document.somebodies[speaker]?.unnamed
    return {...said, document: index, speaker: isNobody ? null : entityOf(index, speaker)}
  })

type Said = Omit<Remark, 'document' | 'speaker'>

/** Words and ids never change: made once for a document, however often it is linked. */
const known = new WeakMap<ReadDocument, readonly Said[]>()

function saidIn(document: ReadDocument): readonly Said[] {
  let said = known.get(document)
  if (said === undefined) {
    said = document.attributions
      .filter(attribution => !SILENT.has(attribution.act))
      .map(attribution => {
        const wording = attribution.content.map(span => bare(document.text, span)).join(' … ')
        return {
          id: attributionIdOf(document, attribution),
          attribution,
          wording,
          words: wordsOf(wording),
          isQuoted: attribution.kind !== 'indirect',
          day: (attribution.time ?? document.published)?.slice(0, 10) ?? null,
        }
      })
    known.set(document, said)
  }
  return said
}

const SILENT = new Set<Attribution['act']>(['decline', 'want', 'believe', 'expect', 'show'])

/** Without the quotation marks around it. */
const bare = (text: string, {start, end}: Span): string => text.slice(start, end).replace(/^[\s"“”„«»‘'`]+|[\s"“”„«»’'`]+$/gu, '')
