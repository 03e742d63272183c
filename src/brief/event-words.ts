// An event as one plain sentence in the program's own words, made from its parts alone: who, whom, where, and how certain it is.
import type {Agreement, Event, RecordFile} from '../model/record.ts'
import {firstDay, wordTerm} from './dates.ts'
import type {Lookup} from './lookup.ts'
import {capital} from './marks.ts'
import {ALONE, EVENT_VERBS, type EventVerb, listed, placed, statusWords} from './words.ts'

const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']

/** Kinds that two sides do together: with one side known, the line says less than it seems to. */
const MUTUAL: ReadonlySet<Event['kind']> = new Set(['meeting', 'call', 'round', 'agreement', 'signing', 'exchange'])

/** "Korrell and Solmin met in Aldersund"; the kind of the event alone where nobody is known to have acted. */
export function wordEvent(event: Event, lookup: Lookup): string {
  const names = (ids: readonly string[]): string => listed(ids.map(id => lookup.nameOf(id) ?? id))
  const {others, subjects} = sidesOf(event, lookup)
  const actors = names(event.actors)
  if (event.kind === 'other' || (actors === '' && others.length === 0)) return plainLabel(event, lookup)
  const goal = event.kind === 'visit' && others.length === 0 ? event.place : null
  const told = {...event, recipients: goal ? [goal] : others}
  const verb = verbFor(told, subjects, lookup)
  const object = objectOf(told, verb, names(told.recipients))
  const subject = actors === '' ? 'Somebody not named' : actors
  const place = event.place && event.place !== goal && !event.recipients.includes(event.place) ? lookup.nameOf(event.place) : null
  const rest = [
    ...(place ? [placed(place)] : []),
    ...(event.host && !event.actors.includes(event.host) ? [`hosted by ${lookup.nameOf(event.host) ?? event.host}`] : []),
    ...(event.mediators.length > 0 ? [`mediated by ${names(event.mediators)}`] : []),
  ]
  return [`${subject} ${predicate(event, verb, numberOf(event, lookup), lookup)}${object}`, ...rest].join(' ') + remark(event)
}

/**
 * True where the label alone would mislead: nobody known on one side of what takes two, or nobody at all. Such a line is shown with its sentence.
 */
export function isThin(event: Event, lookup: Lookup): boolean {
  const {others} = sidesOf(event, lookup)
  const people = new Set([...event.actors, ...others])
  if (people.size === 0 || (event.actors.length === 0 && event.kind !== 'attack')) return true
  if (event.kind === 'attack' || event.kind === 'accusation') return others.length === 0
  return MUTUAL.has(event.kind) && people.size < 2 && ![...people].some(id => isMany(id, lookup))
}

/**
 * Recipients who are parties, and those whom the event is about: a group that bears the name of the issue ("64 prisoners" of an exchange
 * on prisoners) is handed over, and sits at no table.
 */
function sidesOf({recipients, issues}: Event, lookup: Lookup): {readonly others: string[]; readonly subjects: string[]} {
  const isSubject = (id: string): boolean => {
    const entity = lookup.entities.get(id)
    return entity?.type === 'group' && issues.some(issue => entity.name.toLowerCase().includes(issue.toLowerCase()))
  }
  return {others: recipients.filter(id => !isSubject(id)), subjects: recipients.filter(isSubject)}
}

function verbFor(event: Event, subjects: readonly string[], lookup: Lookup): EventVerb {
  const {kind, actors, recipients} = event
  const subject = subjects.length > 0 ? listed(subjects.map(id => lookup.nameOf(id) ?? id)) : null
  const verb = event.plover?.mode === 'convict' ? CONVICTED : EVENT_VERBS[kind]
  if ((kind === 'exchange' || kind === 'release') && subject) return withObject(verb, subject)
  const issue = (kind === 'exchange' || kind === 'release') && recipients.length === 0 ? issueHandedOver(event, lookup) : null
  if (issue) return withObject(verb, issue)
  if (kind === 'exchange') return ALONE.exchange!
  if (kind === 'signing' || kind === 'agreement') {
    const agreement = agreementOf(event, lookup)
    if (agreement) return onAgreement(verb, nameOfAgreement(agreement))
  }
  const isAlone =
    recipients.length === 0 && (actors.length < 2 || !MUTUAL.has(kind)) && !actors.some(id => isMany(id, lookup) && MUTUAL.has(kind))
  return (isAlone && ALONE[kind]) || verb
}

/** A sanction by a court, on a person. */
const CONVICTED: EventVerb = {past: 'convicted', infinitive: 'convict', ongoing: 'convicting', joint: ''}

const withObject = (verb: EventVerb, object: string): EventVerb => ({
  past: `${verb.past} ${object}`,
  infinitive: `${verb.infinitive} ${object}`,
  ongoing: `${verb.ongoing} ${object}`,
  joint: verb.joint || 'to',
})

const onAgreement = (verb: EventVerb, name: string): EventVerb => ({
  past: verb.past.replace('an agreement', name),
  infinitive: verb.infinitive.replace('an agreement', name),
  ongoing: verb.ongoing.replace('an agreement', name),
  joint: verb.joint,
})

/** The agreement that the same sentences tell of; null where there is none or where two share as many. */
function agreementOf({support}: Event, {record}: Lookup): Agreement | null {
  const {agreementsAt} = toldIn(record)
  const sentences = new Set(support.claims.map(({citation}) => sentenceKey(citation)))
  const counts = new Map<Agreement, number>()
  for (const key of sentences) for (const agreement of agreementsAt.get(key) ?? []) counts.set(agreement, (counts.get(agreement) ?? 0) + 1)
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1])
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : null
}

interface ToldIn {
  /** Agreements that have a name of their own, by the sentences that tell of them. */
  readonly agreementsAt: ReadonlyMap<string, ReadonlySet<Agreement>>
  /** Names of groups, lower case. */
  readonly groups: readonly string[]
}

const known = new WeakMap<RecordFile, ToldIn>()

/** Built once a record: with ten thousand reports each event would otherwise walk all agreements. */
function toldIn(record: RecordFile): ToldIn {
  const found = known.get(record)
  if (found) return found
  const agreementsAt = new Map<string, Set<Agreement>>()
  for (const agreement of record.agreements)
    if (agreement.label !== 'agreement')
      for (const step of agreement.history)
        for (const {citation} of step.support.claims) {
          const key = sentenceKey(citation)
          agreementsAt.set(key, (agreementsAt.get(key) ?? new Set()).add(agreement))
        }
  const groups = [...new Set(record.entities.flatMap(({type, name}) => (type === 'group' ? [name.toLowerCase()] : [])))]
  const built = {agreementsAt, groups}
  known.set(record, built)
  return built
}

const sentenceKey = ({document, start}: {readonly document: string; readonly start: number}): string => `${document} ${start}`

/** What was exchanged or released where nobody is named: an issue that some group of the record bears in its name ("64 prisoners"). */
function issueHandedOver({issues, support}: Event, {record}: Lookup): string | null {
  const named = issues.find(
    issue =>
      support.claims.some(({citation}) => citation.quote.toLowerCase().includes(issue)) &&
      toldIn(record).groups.some(name => name.endsWith(issue)),
  )
  return named ?? null
}

/** "a 30-day truce". */
function nameOfAgreement({label, term}: Agreement): string {
  const length = term === null || /\d/.test(label) ? '' : `${wordTerm(term).replace(/^(\d+) ([a-z]+?)s?$/, '$1-$2')} `
  const name = length + label
  return `${/^(?:[aeio]|8|11\b|18\b)/i.test(name) ? 'an' : 'a'} ${name}`
}

const objectOf = ({recipients}: Event, {joint}: EventVerb, names: string): string =>
  recipients.length === 0 ? '' : ` ${joint === '' ? names : `${joint} ${names}`}`

function predicate({kind, status, ordinal, time}: Event, verb: EventVerb, number: 'one' | 'many', {newest}: Lookup): string {
  const [past, infinitive, ongoing] = [verb.past, verb.infinitive, verb.ongoing].map(words => numbered(words, ordinal)) as [
    string,
    string,
    string,
  ]
  switch (status) {
    case 'held':
    case 'unknown':
      return past
    case 'ended':
      return verb.ended ?? EVENT_VERBS[kind].ended ?? past
    case 'not-held': {
      const day = firstDay(time)
      const isAhead = day !== null && newest !== null && day > newest
      return isAhead ? `will not ${infinitive}` : `did not ${infinitive}`
    }
    case 'ongoing':
      return `${number === 'many' ? 'are' : 'is'} ${ongoing}`
    case 'cancelled':
      return `${number === 'many' ? 'were' : 'was'} to ${infinitive}`
    case 'threatened':
      return kind === 'threat' ? past : `threatened to ${infinitive}`
    case 'planned':
    case 'proposed':
    case 'conditional':
      return `to ${infinitive}`
  }
}

const numberOf = ({actors}: Event, lookup: Lookup): 'one' | 'many' =>
  actors.length > 1 || actors.some(id => isMany(id, lookup)) ? 'many' : 'one'

/** "negotiators", "the parties": a group that is many by its name. */
export function isMany(id: string, lookup: Lookup): boolean {
  const entity = lookup.entities.get(id)
  return entity?.type === 'group' && entity.name.endsWith('s')
}

/** "held a third round of talks". */
const numbered = (words: string, ordinal: number | null): string => {
  const word = ordinal === null ? undefined : ORDINALS[ordinal]
  return word ? words.replace('a round', `a ${word} round`) : words
}

/** What the verb does not say: proposed, on a condition, called off. */
const remark = ({status}: Event): string =>
  ['proposed', 'conditional', 'cancelled', 'unknown'].includes(status) ? ` (${statusWords(status)})` : ''

/** "Meeting in Aldersund, participants not named". */
function plainLabel(event: Event, lookup: Lookup): string {
  const state = event.status === 'held' ? '' : ` (${statusWords(event.status)})`
  if (event.kind === 'other') return event.label + state
  const place = event.place ? ` in ${lookup.nameOf(event.place) ?? event.place}` : ''
  return `${capital(event.kind)}${place}, participants not named${state}`
}

export const issueWords = (issue: string): string => issue.replaceAll(/[-_./]/g, ' ')
