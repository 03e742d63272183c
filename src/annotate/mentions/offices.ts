// Whether two words for a post can mean one holder, and who holds an office by the pack.
import type {WorldEntry} from '../../model/pack-world.ts'
import {type Cast, roleAt} from './cast.ts'
import {gazetteerOf} from './gazetteer.ts'
import type {Lexicon} from './lexicon.ts'

/** Titles that the text and the pack give a member. */
export function titlesOf(cast: Cast, who: number): string[] {
  const member = cast.members[who]!
  const told = member.roles.map(role => role.title)
  if (member.pack === null) return told
  const entry = gazetteerOf(cast.packs).byId.get(member.pack)
  const held = entry ? roleAt(entry, cast.published) : null
  return held ? [...told, held.title] : told
}

/** "the envoy" fits "special envoy"; "the leader" fits a president; "the foreign minister" fits no plain "defence minister". */
export function matchesOffice(title: string, asked: string, lexicon: Lexicon): boolean {
  if (title === asked) return true
  const mine = title.split(' ')
  const theirs = asked.split(' ')
  const last = mine.at(-1)!
  const wanted = theirs.at(-1)!
  if (
    last !== wanted &&
    !(theirs.length === 1 || mine.length === 1 || last === wanted
      ? isLike(last, wanted, lexicon)
      : isLike(last, wanted, lexicon) && theirs[0] === mine[0])
  )
    return false
  if (last !== wanted) return true
  // Same noun: what stands before it must not contradict, "foreign" against "defence".
  const more = theirs.slice(0, -1)
  return more.every(word => mine.includes(word)) || mine.length === 1
}

const isLike = (a: string, b: string, lexicon: Lexicon): boolean =>
  (lexicon.likeOffices.get(a) ?? []).some(number => lexicon.likeOffices.get(b)?.includes(number))

const holders = new WeakMap<object, Map<string, WorldEntry[]>>()

/** The one person of the pack who held the office of that country or body on the day of publication; null where the day is unknown. */
export function holderOf(cast: Cast, party: string | null, title: string): WorldEntry | null {
  if (party === null || cast.published === null) return null
  const office = party.startsWith('country/') ? `gov/${party.slice(8)}` : party
  const index = holderIndex(cast)
  const held = (index.get(`${office} ${title}`) ?? []).filter(entry => {
    const role = roleAt(entry, cast.published)
    return role !== null && role.title === title && role.of === office
  })
  return held.length === 1 ? held[0]! : null
}

function holderIndex(cast: Cast): ReadonlyMap<string, readonly WorldEntry[]> {
  let index = holders.get(cast.packs.world)
  if (!index) {
    index = new Map()
    for (const entry of cast.packs.world.entries)
      for (const role of entry.roles) {
        const key = `${role.of} ${role.title}`
        index.set(key, [...(index.get(key) ?? []), entry])
      }
    holders.set(cast.packs.world, index)
  }
  return index
}
