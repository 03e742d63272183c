// Where reports of one thing cannot both be right: number, date, place, participant, outcome, polarity, wording. Precision first: two sentences must say
// the same and differ in one respect only; a later figure is an update; two parties who disagree are no contradiction of reports.
import type {Citation, Contradiction, Derivation} from '../model/record.ts'
import {dayOf} from '../text/similarity-days.ts'
import type {AgreementEntry} from './agreements.ts'
import type {Conflict} from './contradictions/conflict.ts'
import {exchangedConflicts, isCounted} from './contradictions/exchanged.ts'
import {officeConflicts} from './contradictions/offices.ts'
import {agreementOutcomes, eventOutcomes} from './contradictions/outcomes.ts'
import {areApart, type EventFrame, frameOf, isOnOneMap, type LinkedEvent} from './events/same-event.ts'
import {statusOf} from './events/status.ts'
import type {EventEntry} from './events.ts'
import {byCitation, byFirstCitation, idOf} from './identity.ts'
import type {Linking} from './linking.ts'
import {pairsByKey} from './merging.ts'

/** Sentences at .5 say the same: .1 % of reports of other events reach .4. */
const SAME_SENTENCE = 0.5

type Kind = Contradiction['kind']

export interface ConflictFinder {
  /**
   * `wording` are the contradictions that linking the utterances found. Where one text is a rewrite of the other (by document ids) they are drift:
   * rewriting programs replace words inside quotation marks blindly. Of a translation only another figure is more than another translator's choice.
   */
  readonly find: (
    entries: {readonly events: readonly EventEntry[]; readonly agreements: readonly AgreementEntry[]},
    wording: readonly Contradiction[],
    derivedAs: (a: string, b: string) => ReadonlySet<Derivation['kind']>,
  ) => Contradiction[]
}

/** Finds contradictions again and again while a record grows: what was found inside an entry or a story holds until that changes. */
export function findConflicts(linking: Linking): ConflictFinder {
  const inEntry = new WeakMap<EventEntry, readonly Conflict[]>()
  let inStory = new Map<number, StoryConflicts>()
  return {
    find({events, agreements}, wording, derivedAs) {
      const byStory = new Map<number, EventEntry[]>()
      for (const entry of events)
        for (const story of new Set(entry.claims.map(claim => linking.storyOf[claim.document]!))) {
          const list = byStory.get(story)
          if (list) list.push(entry)
          else byStory.set(story, [entry])
        }
      const known = inStory
      inStory = new Map(
        [...byStory].map(([story, entries]) => {
          const before = known.get(story)
          const same = before?.entries.length === entries.length && entries.every((entry, i) => entry === before.entries[i])
          return [story, same ? before : {entries, conflicts: eventConflicts(entries, story, linking)}]
        }),
      )
      const conflicts = [
        ...[...inStory.values()].flatMap(story => story.conflicts),
        ...events.flatMap(entry => conflictsOf(entry)),
        ...agreements.flatMap(entry => agreementOutcomes(entry, linking)),
        ...officeConflicts(linking),
      ]
      const grouped = new Map<string, Conflict[]>()
      for (const conflict of conflicts) {
        const key = `${conflict.about} ${conflict.kind}`
        const list = grouped.get(key)
        if (list) list.push(conflict)
        else grouped.set(key, [conflict])
      }
      return [...[...grouped.values()].map(joined), ...wording.filter(({sides}) => !isDrift(sides, derivedAs, linking))].sort(
        byFirstCitation(
          contradiction => contradiction.sides[0]?.citations[0],
          contradiction => `${contradiction.kind} ${contradiction.id}`,
        ),
      )
    },
  }

  function conflictsOf(entry: EventEntry): readonly Conflict[] {
    const known = inEntry.get(entry)
    if (known) return known
    const counted = exchangedConflicts(entry, linking)
    const found = entryConflicts(entry, counted, linking)
    // How many were exchanged is told by reports that may carry no claim of the entry: it is asked anew.
    if (!isCounted(entry)) inEntry.set(entry, found)
    return found
  }
}

interface StoryConflicts {
  readonly entries: readonly EventEntry[]
  readonly conflicts: readonly Conflict[]
}

function isDrift(
  [first, second]: Contradiction['sides'],
  derivedAs: (a: string, b: string) => ReadonlySet<Derivation['kind']>,
  {pack}: Linking,
): boolean {
  const [a, b] = [first?.citations[0], second?.citations[0]]
  if (first === undefined || second === undefined || a === undefined || b === undefined) return false
  const kinds = derivedAs(a.document, b.document)
  if (kinds.has('rewrite')) return true
  const hasFigure = ({value}: {value: string}): boolean =>
    value.split(' ').some(word => /\d/.test(word) || pack.smallNumbers.includes(word))
  return kinds.has('translation') && !(hasFigure(first) && hasFigure(second))
}

function joined(conflicts: readonly Conflict[]): Contradiction {
  const values = new Map<string, Citation[]>()
  for (const {sides} of conflicts)
    for (const {value, citation} of sides) {
      const list = values.get(value) ?? []
      if (!list.some(other => byCitation(other, citation) === 0)) list.push(citation)
      values.set(value, list)
    }
  const sides = [...values].map(([value, citations]) => ({value, citations: citations.sort(byCitation)}))
  sides.sort((a, b) => byCitation(a.citations[0]!, b.citations[0]!) || (a.value < b.value ? -1 : 1))
  const {kind, about} = conflicts[0]!
  const explanation = conflicts.find(conflict => conflict.explanation)?.explanation ?? null
  return {id: idOf('contradiction', kind, about, ...sides.map(side => side.value)), kind, about, sides, explanation}
}

/** Two claims whose sentences say the same and that only a date, a place or a person keeps apart. */
function eventConflicts(entries: readonly EventEntry[], story: number, linking: Linking): Conflict[] {
  const items = entries.flatMap(({event, claims}) =>
    claims.filter(claim => linking.storyOf[claim.document] === story).map(claim => ({event, claim, frame: frameOf(claim, linking)})),
  )
  const keys = items.map(({frame}) => frame.parties.map(party => `${frame.group} ${party}`))
  const conflicts: Conflict[] = []
  for (const [i, j] of pairsByKey(keys)) {
    const a = items[i]!
    const b = items[j]!
    if (a.claim.document === b.claim.document || a.claim.claim.kind !== b.claim.claim.kind) continue
    if (statusOf(a.claim) !== statusOf(b.claim) || linking.alike(a.claim, b.claim) < SAME_SENTENCE) continue
    const differing = respects(a.claim, b.claim, a.frame, b.frame, linking)
    if (differing.length !== 1) continue
    const [kind, first, second] = differing[0]!
    conflicts.push({
      kind,
      about: a.event.id,
      sides: [
        {value: first, citation: a.claim.citation},
        {value: second, citation: b.claim.citation},
      ],
    })
  }
  return conflicts
}

/** In which respects two claims differ, with both values. */
function respects(a: LinkedEvent, b: LinkedEvent, frameA: EventFrame, frameB: EventFrame, linking: Linking): [Kind, string, string][] {
  const found: [Kind, string, string][] = []
  const {parties} = linking
  const first = a.claim.time
  const second = b.claim.time
  if (first !== null && second !== null && isDay(first) && isDay(second) && first !== second) found.push(['date', first, second])
  if (a.claim.place !== null && b.claim.place !== null && isOnOneMap(a, b, linking) && !parties.placesAgree(a.claim.place, b.claim.place))
    found.push(['place', parties.nameOf(a.claim.place), parties.nameOf(b.claim.place)])
  const people = otherPerson(frameA, frameB, linking)
  if (people !== null) found.push(['participant', ...people])
  const withoutTime = (claim: LinkedEvent): LinkedEvent => ({...claim, claim: {...claim.claim, time: null, place: null}})
  if (found.length === 1 && found[0]![0] !== 'participant') {
    const [plainA, plainB] = [withoutTime(a), withoutTime(b)]
    if (areApart(plainA, plainB, frameOf(plainA, linking), frameOf(plainB, linking), {...linking, ruled: () => null})) return []
  }
  return found
}

const isDay = (time: string): boolean => /^\d{4}-\d{2}-\d{2}/.test(time) && !time.includes('/')

/** The one person of a party in each claim, where they differ and everybody else is the same. */
function otherPerson(a: EventFrame, b: EventFrame, {parties}: Linking): [string, string] | null {
  const onlyA = a.people.filter(person => !b.people.includes(person))
  const onlyB = b.people.filter(person => !a.people.includes(person))
  if (onlyA.length !== 1 || onlyB.length !== 1 || parties.partyOf(onlyA[0]!) !== parties.partyOf(onlyB[0]!)) return null
  return [parties.nameOf(onlyA[0]!), parties.nameOf(onlyB[0]!)]
}

/** Kinds whose figures grow from report to report. */
const GROWING = new Set(['attack', 'violation', 'protest', 'mobilization'])

/** Figures and outcomes inside one entry. */
function entryConflicts({event, claims, notes}: EventEntry, counted: readonly Conflict[], linking: Linking): Conflict[] {
  const conflicts = [...counted, ...eventOutcomes({event, claims, notes}, linking)]
  for (const [i, a] of claims.entries())
    for (const b of claims.slice(i + 1, i + 1 + MOST_COMPARED)) {
      if (a.document === b.document) continue
      if (statusOf(a) === statusOf(b) && counted.length === 0) conflicts.push(...numberConflicts(event, a, b, linking))
      if (isOpposite(a, b)) conflicts.push(polarityConflict(event, a, b))
    }
  return conflicts
}

const MOST_COMPARED = 60

function numberConflicts(event: EventEntry['event'], a: LinkedEvent, b: LinkedEvent, linking: Linking): Conflict[] {
  if (!ofOneMoment(event.kind, a, b, linking)) return []
  const conflicts: Conflict[] = []
  for (const first of a.claim.numbers) {
    const others = b.claim.numbers.filter(number => number.of === first.of)
    const own = a.claim.numbers.filter(number => number.of === first.of)
    // A report that gives two figures for one thing may mean two things ("48 prisoners for 50").
    if (others.length !== 1 || own.length !== 1) continue
    const second = others[0]!
    if (second.value === first.value || isRounded(first.span.start, a, linking) || isRounded(second.span.start, b, linking)) continue
    conflicts.push({
      kind: 'number',
      about: event.id,
      sides: [
        {value: `${first.value} ${first.of}`, citation: a.citation},
        {value: `${second.value} ${second.of}`, citation: b.citation},
      ],
    })
  }
  return conflicts
}

/** A later figure is an update, unless both reports speak of the same moment. */
function ofOneMoment(kind: string, a: LinkedEvent, b: LinkedEvent, {documents}: Linking): boolean {
  const first = dayOf(documents[a.document]!.published)
  const second = dayOf(documents[b.document]!.published)
  if (first !== null && first === second) return true
  return !GROWING.has(kind) && a.claim.time !== null && isDay(a.claim.time) && a.claim.time === b.claim.time
}

const WORDS_BEFORE = 24

function isRounded(at: number, {document}: LinkedEvent, {documents, pack}: Linking): boolean {
  const before = documents[document]!.text.slice(Math.max(0, at - WORDS_BEFORE), at).toLowerCase()
  const words = before.split(/[^\p{L}]+/u).filter(word => word !== '')
  return words.slice(-2).some(word => pack.rounding.includes(word))
}

/** Held in one report's own voice, not held in another's. A party that denies is a party that denies. */
function isOpposite(a: LinkedEvent, b: LinkedEvent): boolean {
  const own = ({claim}: LinkedEvent): boolean =>
    claim.attribution === null && (claim.assertion === 'narrated' || claim.assertion === 'unclear')
  const pair = [statusOf(a), statusOf(b)].sort().join(' ')
  return own(a) && own(b) && pair === 'held not-held' && a.claim.time !== null && a.claim.time === b.claim.time
}

const polarityConflict = (event: EventEntry['event'], a: LinkedEvent, b: LinkedEvent): Conflict => ({
  kind: 'polarity',
  about: event.id,
  sides: [
    {value: statusOf(a), citation: a.citation},
    {value: statusOf(b), citation: b.citation},
  ],
})
