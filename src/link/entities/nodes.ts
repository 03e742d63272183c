// One node for each somebody of each document: its names, its posts, the party it speaks for, and a hash that never changes.
import type {Somebody} from '../../model/mention.ts'
import type {Packs} from '../../model/packs.ts'
import type {ReadDocument} from '../../model/reading.ts'
import {foldName} from '../../text/names/fold.ts'
import {type PreparedName, prepareName} from '../../text/names/prepare.ts'
import {romaniseWord} from '../../text/names/romanise.ts'
import {idOf} from '../identity.ts'
import type {Reading} from './lands.ts'

export interface Node {
  readonly document: number
  readonly somebody: number
  /** Smallest hash of its mentions; hash of what it is where it has none. */
  readonly hash: string
  /** Hash of every mention. */
  readonly hashes: readonly string[]
  readonly type: string
  readonly name: string
  readonly prepared: PreparedName
  /** One word only: "Drost". */
  readonly lone: boolean
  readonly pack: string | null
  readonly country: string | null
  readonly titles: readonly string[]
  /** Key of the party it speaks for, or ''. */
  readonly party: string
  /** Party and words of a state's body, in no order and without the nation: one for "Kalvian Foreign Ministry" and "Kalvia's Ministry of Foreign Affairs". */
  readonly bodyKey: string | null
  readonly unnamed: boolean
  readonly members: readonly number[]
  /** True where it is known by a name and not only by a noun. */
  readonly named: boolean
  /** True where some mention is a name. */
  readonly byName: boolean
}

/** The nodes of one document; `number` is the document's. */
export function readNodes(document: ReadDocument, number: number, loneName: (somebody: Somebody) => Reading, packs: Packs): Node[] {
  const hashes = hashesOf(document)
  const named = document.somebodies.map(() => false)
  for (const mention of document.mentions) if (mention.level === 'name') named[mention.entity] = true
  return document.somebodies.map((somebody, at): Node => {
    const mine = hashes[at]!
    const {type, name} = loneName(somebody)
    const prepared = prepareName(name, packs.names)
    const party = somebody.actsFor === null ? null : document.somebodies[somebody.actsFor]!
    return {
      document: number,
      somebody: at,
      hash: mine[0] ?? idOf('entity', somebody.pack ?? `${document.id} ${somebody.type} ${somebody.name}`),
      hashes: mine,
      type,
      name,
      prepared,
      lone: prepared.words.length < 2,
      pack: somebody.pack,
      country: somebody.country,
      titles: somebody.roles.map(role => role.title),
      party: party ? (party.pack ?? loneName(party).name) : '',
      bodyKey:
        party && somebody.type === 'public-body' ? bodyKeyOf(name, party.pack ?? loneName(party).name, loneName(party).name, packs) : null,
      unnamed: somebody.unnamed,
      members: somebody.members,
      // A party that is only spoken for has no mention of its own, and is known by its name all the same.
      byName: named[at]!,
      named: named[at]! || type === 'country' || (mine.length === 0 && somebody.type !== 'group'),
    }
  })
}

/** Hashes never change: made once for a document, however often it is linked. */
const knownHashes = new WeakMap<ReadDocument, readonly (readonly string[])[]>()

/** Hashes of the mentions of each somebody, ascending. */
function hashesOf(document: ReadDocument): readonly (readonly string[])[] {
  let hashes = knownHashes.get(document)
  if (hashes === undefined) {
    const made: string[][] = document.somebodies.map(() => [])
    for (const mention of document.mentions) made[mention.entity]!.push(mentionHash(document, mention))
    hashes = made.map(list => list.sort())
    knownHashes.set(document, hashes)
  }
  return hashes
}

const SHARED_WITH_LAND = 4

/** "foreign ministry" under its party; null where nothing but the nation is left. */
function bodyKeyOf(name: string, party: string, land: string, packs: Packs): string | null {
  const stem = foldName(land).slice(0, SHARED_WITH_LAND)
  const own = foldName(name)
    .split(' ')
    .filter(
      word =>
        word.length > 1 && !word.startsWith(stem) && packs.world.demonyms[word] === undefined && !packs.names.bodyFillers.includes(word),
    )
  return own.length < 2
    ? null
    : `${party} ${own
        .map(word => romaniseWord(word))
        .sort()
        .join(' ')}`
}

/** 16 hexadecimal digits of document id, span and words: what people's judgements point at. */
export const mentionHash = (
  document: {readonly id: string; readonly text: string},
  span: {readonly start: number; readonly end: number},
): string => idOf(document.id, span.start, span.end, document.text.slice(span.start, span.end))
