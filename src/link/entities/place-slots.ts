// A place in no list that stands in one slot with a known one of another report: "officials of A and B held talks in Ostrell on Thursday" against
// "talks in Ostrel on Thursday" among the same two. The whole sentences may differ; the slot and the parties beside it may not.
import type {Mention} from '../../model/mention.ts'
import type {ReadDocument} from '../../model/reading.ts'
import {around, type Slot} from './slots.ts'

// Three of the four words around, and two named parties in both sentences: with less, any two summits in one week would meet.
const PARTIES_SHARED = 2

export interface PlaceSlots {
  /** Adds a document by number. Gives the slots that it shares with those before it. */
  readonly add: (number: number, document: ReadDocument) => readonly Slot[]
}

interface Seen {
  readonly document: number
  readonly mention: Mention
  readonly parties: ReadonlySet<string>
}

export function growPlaceSlots(): PlaceSlots {
  const known = new Map<string, Seen[]>()
  const unknown = new Map<string, Seen[]>()

  return {
    add(number, document) {
      const slots = new Map<string, Slot>()
      for (const mention of document.mentions) {
        if (mention.level !== 'name' || (mention.type !== 'place' && mention.type !== 'country')) continue
        const {pack, country, roles} = document.somebodies[mention.entity]!
        const isUnknown = pack === null && country === null && roles.length === 0
        if (!isUnknown && country === null) continue
        const words = keysAround(document, mention)
        if (words.length === 0) continue
        const parties = partiesBeside(document, mention)
        const seen = {document: number, mention, parties}
        const [own, others] = isUnknown ? [unknown, known] : [known, unknown]
        // A party of the sentence is part of the key: without one, every town of which somebody spoke "in … on Thursday" would be looked at.
        for (const key of words.flatMap(word => [...parties].map(party => `${word} ${party}`))) {
          const list = own.get(key)
          if (list) list.push(seen)
          else own.set(key, [seen])
          for (const other of others.get(key) ?? []) {
            if (other.document === number || shared(parties, other.parties) < PARTIES_SHARED) continue
            slots.set(`${mention.start} ${other.document} ${other.mention.start}`, isUnknown ? {a: seen, b: other} : {a: other, b: seen})
          }
        }
      }
      return [...slots.values()]
    },
  }
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

const shared = (mine: ReadonlySet<string>, theirs: ReadonlySet<string>): number => [...mine].filter(party => theirs.has(party)).length

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
