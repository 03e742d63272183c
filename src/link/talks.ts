// Talks: one negotiation over time, made of the stories whose parties are the same. Talks held side by side share one party at most and stay apart.
import type {Story, Talks} from '../model/record.ts'
import type {EventEntry} from './events.ts'
import {compare, idOf} from './identity.ts'
import type {Linking} from './linking.ts'
import {mergeBest, pairsByKey} from './merging.ts'
import type {PositionEntry} from './positions.ts'

const AT_THE_TABLE = new Set([
  'meeting',
  'round',
  'call',
  'visit',
  'proposal',
  'demand',
  'rejection',
  'concession',
  'agreement',
  'signing',
  'exchange',
  'ceasefire',
])
const PARTY_TYPES = new Set(['country', 'organization', 'public-body', 'group'])
/** A party named in fewer of a story's dealings than this share of the busiest one is a bystander. */
const TAKES_PART = 0.34
const SHARED_PARTIES = 2

interface StoryTalks {
  readonly story: number
  readonly parties: readonly string[]
  readonly issues: readonly string[]
}

/** Talks in the order of their stories, and for each story the number of its talks (null where fewer than two parties deal). */
export function findTalks(
  stories: readonly Story[],
  events: readonly EventEntry[],
  positions: readonly PositionEntry[],
  linking: Linking,
): {talks: Talks[]; talksOf: (story: number) => string | null} {
  const numberOf = new Map(stories.flatMap((story, number) => story.documents.map(id => [id, number] as const)))
  const storyOf = ({document}: {readonly document: number}): number => numberOf.get(linking.documents[document]!.id)!
  const eventsIn = byStory(events, storyOf, stories.length)
  const positionsIn = byStory(positions, storyOf, stories.length)
  const parts = stories
    .map((_, story) => partiesIn(story, eventsIn[story]!, positionsIn[story]!, linking))
    .filter(part => part.parties.length >= SHARED_PARTIES)
  const orderOf = new Map(events.map((entry, i) => [entry, i]))
  const shared = (a: number, b: number): number => parts[a]!.parties.filter(party => parts[b]!.parties.includes(party)).length
  const apart = (a: number, b: number): boolean => shared(a, b) < SHARED_PARTIES
  const edges = pairsByKey(parts.map(part => part.parties.map(String)))
    .filter(([a, b]) => !apart(a, b))
    .map(([a, b]) => ({a, b, score: shared(a, b) / new Set([...parts[a]!.parties, ...parts[b]!.parties]).size}))
  const clusters = mergeBest(parts.length, edges, apart).clusters
  const idByStory = new Map<number, string>()
  const talks = clusters.map(cluster => {
    const members = cluster.map(i => parts[i]!)
    const own = new Set(members.flatMap(({story}) => eventsIn[story]!))
    const ordered = [...own].sort((a, b) => orderOf.get(a)! - orderOf.get(b)!)
    const entry = talksOf(members, stories, ordered, linking)
    for (const {story} of members) idByStory.set(story, entry.id)
    return entry
  })
  return {talks, talksOf: story => idByStory.get(story) ?? null}
}

/** Entries by the stories of the documents that carry them. */
function byStory<Entry extends {readonly claims: readonly {readonly document: number}[]}>(
  entries: readonly Entry[],
  storyOf: (claim: {readonly document: number}) => number,
  count: number,
): Entry[][] {
  const lists = Array.from({length: count}, (): Entry[] => [])
  for (const entry of entries) for (const story of new Set(entry.claims.map(storyOf))) lists[story]!.push(entry)
  return lists
}

/** Who deals with whom in a story: those at the table, weighed by how many dealings name them. */
function partiesIn(story: number, events: readonly EventEntry[], positions: readonly PositionEntry[], linking: Linking): StoryTalks {
  const counts = new Map<string, number>()
  const issues = new Set<string>()
  for (const {event} of events) {
    if (event.background || !AT_THE_TABLE.has(event.kind)) continue
    const parties = linking.parties.namedPartiesOf([...event.actors, ...event.recipients])
    if (parties.length < SHARED_PARTIES) continue
    for (const party of parties) if (isParty(party, linking)) counts.set(party, (counts.get(party) ?? 0) + 1)
    for (const issue of event.issues) issues.add(issue)
  }
  for (const {position} of positions) issues.add(position.issue)
  const most = Math.max(0, ...counts.values())
  const parties = [...counts].filter(([, count]) => count >= TAKES_PART * most).map(([party]) => party)
  return {story, parties: parties.sort(compare), issues: [...issues].sort(compare)}
}

const isParty = (id: string, {parties}: Linking): boolean => PARTY_TYPES.has(parties.entities.get(id)?.type ?? '')

function talksOf(parts: readonly StoryTalks[], stories: readonly Story[], events: readonly EventEntry[], linking: Linking): Talks {
  const members = parts.map(part => stories[part.story]!)
  const counts = new Map<string, number>()
  for (const party of parts.flatMap(part => part.parties)) counts.set(party, (counts.get(party) ?? 0) + 1)
  const parties = [...counts]
    .filter(([, count]) => count >= parts.length / 2)
    .sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))
    .map(([party]) => party)
  const issues = [...new Set(parts.flatMap(part => part.issues))].sort(compare)
  const froms = members.flatMap(story => story.from ?? []).sort()
  const tos = members.flatMap(story => story.to ?? []).sort()
  return {
    id: idOf('talks', ...members.map(story => story.id)),
    label: `${parties.map(linking.parties.nameOf).join(' – ')}: talks`,
    stories: members.map(story => story.id),
    parties,
    issues,
    from: froms[0] ?? null,
    to: tos.at(-1) ?? null,
    delegations: delegationsOf(parties, events, linking),
  }
}

/** People of each party who met the others, the one named most often first. */
function delegationsOf(parties: readonly string[], events: readonly EventEntry[], linking: Linking): Talks['delegations'] {
  const counts = new Map<string, number>()
  const since = new Map<string, string>()
  for (const {event, claims} of events) {
    if (event.background || !['meeting', 'round', 'call'].includes(event.kind)) continue
    for (const person of linking.parties.peopleOf([...event.actors, ...event.recipients])) {
      counts.set(person, (counts.get(person) ?? 0) + claims.length)
      if (event.time !== null && event.time < (since.get(person) ?? '9')) since.set(person, event.time)
    }
  }
  return parties.flatMap(party => {
    const people = [...counts.keys()].filter(person => linking.parties.partyOf(person) === party)
    people.sort((a, b) => counts.get(b)! - counts.get(a)! || compare(a, b))
    const advisers = people.filter(person => isAdviser(person, linking))
    const others = people.filter(person => !advisers.includes(person))
    if (people.length === 0) return []
    const from = people.flatMap(person => since.get(person) ?? []).sort()[0] ?? null
    return [{party, lead: others.slice(0, 1), members: others.slice(1), advisers, from}]
  })
}

const isAdviser = (person: string, {parties, pack}: Linking): boolean =>
  (parties.written.get(person)?.roles ?? []).some(role =>
    role.title
      .toLowerCase()
      .split(' ')
      .some(word => pack.adviserTitles.includes(word)),
  )
