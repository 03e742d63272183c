// An event as one plain sentence in the program's own words, made from its parts alone: who, whom, where, and how certain it is.
import type {Event} from '../model/record.ts'
import {firstDay} from './dates.ts'
import type {Lookup} from './lookup.ts'
import {listed, statusWords} from './words.ts'

/** What those who act did, will do, and how the other side is joined to it. */
type Phrase = readonly [past: string, infinitive: string, joint: string]

const PHRASES: Readonly<Record<Event['kind'], Phrase>> = {
  meeting: ['met', 'meet', ''],
  call: ['spoke by telephone', 'speak by telephone', 'with'],
  visit: ['paid a visit', 'pay a visit', 'to'],
  round: ['held a round of talks', 'hold a round of talks', 'with'],
  statement: ['made a statement', 'make a statement', 'to'],
  proposal: ['made a proposal', 'make a proposal', 'to'],
  demand: ['made a demand', 'make a demand', 'of'],
  rejection: ['refused', 'refuse', 'what was put by'],
  concession: ['made a concession', 'make a concession', 'to'],
  agreement: ['came to an agreement', 'come to an agreement', 'with'],
  signing: ['signed', 'sign', 'with'],
  release: ['released', 'release', ''],
  exchange: ['made an exchange', 'make an exchange', 'with'],
  ceasefire: ['ceased fire', 'cease fire', 'with'],
  withdrawal: ['withdrew', 'withdraw', 'from'],
  aid: ['gave aid', 'give aid', 'to'],
  sanction: ['imposed sanctions', 'impose sanctions', 'on'],
  threat: ['threatened', 'threaten', ''],
  accusation: ['accused', 'accuse', ''],
  violation: ['broke an agreement', 'break an agreement', 'with'],
  attack: ['attacked', 'attack', ''],
  mobilization: ['mobilized', 'mobilize', 'against'],
  protest: ['protested', 'protest', 'against'],
  gesture: ['made a gesture', 'make a gesture', 'towards'],
  other: ['acted', 'act', 'on'],
}

const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']

/** "Korrell and Solmin met in Aldersund"; the label of the record where nobody is known to have acted. */
export function wordEvent(event: Event, lookup: Lookup): string {
  const names = (ids: readonly string[]): string => listed(ids.map(id => lookup.nameOf(id) ?? id))
  const actors = names(event.actors)
  const recipients = names(event.recipients)
  if (event.kind === 'other' || (actors === '' && recipients === '')) return plainLabel(event, lookup)
  const [, , joint] = PHRASES[event.kind]
  const object = recipients === '' ? '' : ` ${joint === '' ? recipients : `${joint} ${recipients}`}`
  const subject = actors === '' ? 'Somebody not named' : actors
  const place = event.kind === 'visit' && recipients === '' ? 'to' : 'in'
  const rest = [
    ...(event.place && !event.recipients.includes(event.place) ? [`${place} ${lookup.nameOf(event.place) ?? event.place}`] : []),
    ...(event.host && !event.actors.includes(event.host) ? [`hosted by ${lookup.nameOf(event.host) ?? event.host}`] : []),
    ...(event.mediators.length > 0 ? [`mediated by ${names(event.mediators)}`] : []),
  ]
  return [`${subject} ${predicate(event, lookup)}${object}`, ...rest].join(' ') + remark(event)
}

function predicate({kind, status, ordinal, time}: Event, {newest}: Lookup): string {
  const [past, infinitive] = PHRASES[kind].map(words => numbered(words, ordinal)) as unknown as Phrase
  switch (status) {
    case 'held':
    case 'ended':
    case 'unknown':
      return past
    case 'not-held': {
      const day = firstDay(time)
      const isAhead = day !== null && newest !== null && day > newest
      return isAhead ? `will not ${infinitive}` : `did not ${infinitive}`
    }
    case 'ongoing':
    case 'planned':
    case 'proposed':
    case 'conditional':
    case 'threatened':
    case 'cancelled':
      return `to ${infinitive}`
  }
}

/** "held a third round of talks". */
const numbered = (words: string, ordinal: number | null): string => {
  const word = ordinal === null ? undefined : ORDINALS[ordinal]
  return word ? words.replace('a round', `a ${word} round`) : words
}

/** What the verb does not say: proposed, on a condition, called off. */
function remark({status}: Event): string {
  return ['held', 'planned', 'not-held'].includes(status) ? '' : ` (${statusWords(status)})`
}

/** "Meeting in Aldersund, participants not named". */
function plainLabel(event: Event, lookup: Lookup): string {
  if (event.kind === 'other') return event.label + remark(event)
  const place = event.place ? ` in ${lookup.nameOf(event.place) ?? event.place}` : ''
  const kind = event.kind.slice(0, 1).toUpperCase() + event.kind.slice(1)
  const state = event.status === 'held' ? '' : ` (${statusWords(event.status)})`
  return `${kind}${place}, participants not named${state}`
}

export const issueWords = (issue: string): string => issue.replaceAll(/[-_./]/g, ' ')
