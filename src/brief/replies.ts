// The answer to an accusation, as far as these reports carry one: a denial by the accused, or by somebody who acts for them, near the accusation.
import type {Citation, RecordFile} from '../model/record.ts'
import type {Lookup} from './lookup.ts'
import {type Line, lineOf} from './sheet.ts'

export const NO_REPLY = 'no reply found in these reports'

/** How far from the accusation a denial may stand to be its answer, in UTF-16 units: some three paragraphs. */
const REACH = 1500

/** "Answer: …" with its own citation. Never an answer to something else on purpose: same report, same passage, the accused's own side. */
export function answerLine(accused: readonly string[], accusations: readonly Citation[], lookup: Lookup): Line {
  const reply = findReply(accused, accusations, lookup)
  if (!reply) return lineOf(`Answer: ${NO_REPLY}`)
  return lineOf(`Answer: denied by ${reply.by}`, {quotes: lookup.cite([reply.words]), cites: lookup.cite([reply.words])})
}

function findReply(
  accused: readonly string[],
  accusations: readonly Citation[],
  lookup: Lookup,
): {readonly by: string; readonly words: Citation} | null {
  const sides = new Set(accused.flatMap(id => [id, lookup.entities.get(id)?.actsFor ?? id]))
  let nearest: {by: string; words: Citation; distance: number} | null = null
  const denials = denialsIn(lookup.record)
  for (const {speaker, words} of [...new Set(accusations.map(({document}) => document))].flatMap(id => denials.get(id) ?? [])) {
    if (!sides.has(speaker) && !sides.has(lookup.entities.get(speaker)?.actsFor ?? '')) continue
    for (const accusation of accusations) {
      const distance = words.start - accusation.start
      if (accusation.document !== words.document || distance < 0 || distance > REACH) continue
      if (nearest && nearest.distance <= distance) continue
      nearest = {by: lookup.nameOf(speaker) ?? 'the accused', words, distance}
    }
  }
  return nearest
}

interface Denial {
  readonly speaker: string
  readonly words: Citation
}

const known = new WeakMap<RecordFile, ReadonlyMap<string, readonly Denial[]>>()

/** By document, once a record. */
function denialsIn(record: RecordFile): ReadonlyMap<string, readonly Denial[]> {
  const found = known.get(record)
  if (found) return found
  const denials = new Map<string, Denial[]>()
  for (const {act, polarity, speaker, content} of record.attributions) {
    const words = content[0]
    if (act !== 'deny' || polarity !== 'positive' || speaker === null || !words) continue
    denials.set(words.document, [...(denials.get(words.document) ?? []), {speaker, words}])
  }
  known.set(record, denials)
  return denials
}
