// A place in no list that stands in one slot with a known one of another report: "officials of A and B held talks in Ostrell on Thursday" against
// "talks in Ostrel on Thursday" among the same two. The whole sentences may differ; the slot and the parties beside it may not.
import type {Mention} from '../../model/mention.ts'
import type {ReadDocument} from '../../model/reading.ts'
import {around, type Slot} from './slots.ts'

// Three of the four words around, and two named parties in both sentences: with less, any two summits in one week would meet.
const PARTIES_SHARED = 2

export function findPlaceSlots(documents: readonly ReadDocument[]): Slot[] {
  const known = new Map<string, Slot['a'][]>()
  const unknown: Slot['a'][] = []
  for (const [document, {mentions, somebodies}] of documents.entries())
    for (const mention of mentions) {
      if (mention.level !== 'name' || (mention.type !== 'place' && mention.type !== 'country')) continue
      const {pack, country, roles} = somebodies[mention.entity]!
      if (pack === null && country === null && roles.length === 0) unknown.push({document, mention})
      else if (country !== null)
        for (const key of keysAround(documents[document]!, mention)) known.set(key, [...(known.get(key) ?? []), {document, mention}])
    }
  const slots = new Map<string, Slot>()
  for (const a of unknown)
    for (const key of keysAround(documents[a.document]!, a.mention))
      for (const b of known.get(key) ?? []) {
        if (b.document === a.document || sharedParties(documents, a, b) < PARTIES_SHARED) continue
        slots.set(`${a.document} ${a.mention.start} ${b.document} ${b.mention.start}`, {a, b})
      }
  return [...slots.values()]
}

/** The words around with one of the four left out, four ways. */
function keysAround(document: ReadDocument, mention: Mention): string[] {
  const {before, after} = around(document, mention)
  const words = [before[1], before[0], after[0], after[1]]
  return words.flatMap((_, left) => {
    const kept = words.map((word, i) => (i === left ? '*' : word))
    return kept.includes(undefined) ? [] : [kept.join(' ')]
  })
}

function sharedParties(documents: readonly ReadDocument[], a: Slot['a'], b: Slot['a']): number {
  const mine = partiesBeside(documents[a.document]!, a.mention)
  const theirs = partiesBeside(documents[b.document]!, b.mention)
  return [...mine].filter(party => theirs.has(party)).length
}

/** Pack ids of countries, governments and people in the sentence. */
function partiesBeside(document: ReadDocument, {start, end}: Mention): Set<string> {
  const sentence = document.sentences.find(sentence => sentence.start <= start && end <= sentence.end)
  const parties = new Set<string>()
  if (!sentence) return parties
  for (const mention of document.mentions) {
    if (mention.start < sentence.start || mention.end > sentence.end || mention.type === 'place') continue
    const {pack, actsFor} = document.somebodies[mention.entity]!
    const party = actsFor === null ? pack : (document.somebodies[actsFor]!.pack ?? pack)
    if (party !== null) parties.add(party)
  }
  return parties
}
