// Entries of the record as lines: one wording for an event, a position, an agreement, an assessment, a contradiction, whichever view shows it.
import type {Agreement, Assessment, AttributionLoss, Contradiction, Event, Position, Support} from '../model/record.ts'
import {firstDay, lastDay, shortDate, wordDate, wordTerm} from './dates.ts'
import {isMany, issueWords, wordEvent} from './event-words.ts'
import type {Lookup} from './lookup.ts'
import {capital, clip, marked} from './marks.ts'
import {registerOf} from './pages/register.ts'
import {answerLine} from './replies.ts'
import {type Line, lineOf} from './sheet.ts'
import {citationsOf, citesOf, possessive, signsOf, verbatim, vouchFor, whenOf} from './vouch.ts'
import {accountWords, conflictWords, listed, stanceWords, stateWords} from './words.ts'

/** Kinds that accuse somebody: never told in the program's own voice (DESIGN rule 9). */
const ACCUSING: ReadonlySet<Event['kind']> = new Set(['accusation', 'violation', 'attack'])

export const isAccusing = (event: Event): boolean => ACCUSING.has(event.kind)

/** How a line says who stands behind it: at length, or in short for the one page. */
type Vouch = (support: Support, lookup: Lookup) => string

const PAST: ReadonlySet<Event['status']> = new Set(['held', 'ended', 'ongoing'])

export const DATE_PASSED = 'date passed, no report here'

export function eventLine(event: Event, lookup: Lookup): Line {
  const {support} = event
  const overdue = isOverdue(event, lookup) ? ` (${DATE_PASSED})` : ''
  const told = capital(tellEvent(event, lookup))
  return lineOf(told + overdue, {
    id: event.id,
    when: whenOf(event.time, PAST.has(event.status) ? support : null, lookup),
    vouch: vouchFor(support, lookup),
    cites: citesOf(support, lookup),
    review: event.review,
    signs: signsOf(support, event.status),
    under: ACCUSING.has(event.kind) ? [answerLine(accusedIn(event), citationsOf(support), lookup)] : [],
  })
}

/**
 * The words for an event wherever one is named. An accusation is its speaker's own act; what is alleged in an attack or a breach belongs to
 * whoever tells it, in a heading and in the margin as in a line.
 */
export function tellEvent(event: Event, lookup: Lookup): string {
  const words = wordEvent(event, lookup)
  return ACCUSING.has(event.kind) && event.kind !== 'accusation' ? `${tellersOf(event.support, lookup)}: ${words}` : words
}

/** Planned for a day that the newest report lies beyond: nothing follows from that, and nothing is concluded. */
export function isOverdue(event: Event, lookup: Lookup): boolean {
  const last = lastDay(event.time)
  return event.status === 'planned' && last !== null && lookup.newest !== null && last < lookup.newest
}

/** "Marenia's account", "as [10] puts it": whoever tells it, by name where the reports give one. */
function tellersOf(support: Support, lookup: Lookup): string {
  const names = support.claims.flatMap(claim => {
    const attribution = claim.attribution === null ? undefined : lookup.attributions.get(claim.attribution)
    const name = lookup.nameOf(attribution?.speaker ?? null)
    return name ? [name] : []
  })
  if (names.length > 0) return `According to ${listed([...new Set(names)])}`
  return `As ${listed(numbersOf(support, lookup))} ${support.documents === 1 ? 'puts' : 'put'} it, speaker not determined`
}

const numbersOf = (support: Support, lookup: Lookup): string[] => [...new Set(citesOf(support, lookup).map(cite => `[${cite.number}]`))]

/** Whom an accusation accuses: those it is made against; in an attack or a breach, those who are said to have acted. */
const accusedIn = (event: Event): readonly string[] => (event.kind === 'accusation' ? event.recipients : event.actors)

/** `together`: the same words told of several holders at once, which make one line. */
export function positionLine(
  position: Position,
  lookup: Lookup,
  vouch: Vouch = vouchFor,
  together: readonly Position[] = [position],
): Line {
  const said = wordsOf(position.content, position.support, lookup)
  const holders = [...new Set(together.map(one => holderOf(one, lookup)))]
  const isMutual = together.some(one => one.holder === position.toward)
  const toward = position.toward && !isMutual ? `, towards ${lookup.nameOf(position.toward) ?? position.toward}` : ''
  const condition = position.condition ? ` (condition: ${marked(clip(position.condition.quote, SHORT))})` : ''
  const account = accountWords(position.account, lookup.nameOf(position.voice))
  const wording = isQuoted(position) ? 'quoted' : null
  // What is wanted says which issue it is on; the name of the issue stands in only where no words do.
  const issue = said === '' ? ` (${issueWords(position.issue)})` : ''
  return lineOf(`${capital(listed(holders))} ${stanceOf(position, holders.length, lookup)}${issue}${toward}${said}${condition}`, {
    id: position.id,
    when: whenOf(position.time, position.support, lookup),
    vouch: [account, wording, vouch(position.support, lookup)].filter(Boolean).join(' · '),
    cites: citesOf(position.support, lookup),
    review: position.review,
    signs: signsOf(position.support, position.stance),
  })
}

/** "Orvia demands", "negotiators demand". */
function stanceOf({holder, stance}: Position, holders: number, lookup: Lookup): string {
  const words = stanceWords(stance)
  return holders > 1 || isMany(holder, lookup) ? words.replace(/^is /, 'are ').replace(/^([a-z]{4,})s\b/, '$1') : words
}

/** A position is somebody's words: "Marenia (Korrell)" is the envoy's remark, not yet the government's line. */
export function holderOf(position: Pick<Position, 'holder' | 'voice'>, lookup: Lookup): string {
  const holder = lookup.nameOf(position.holder) ?? position.holder
  const voice = position.voice === null || position.voice === position.holder ? null : lookup.nameOf(position.voice)
  return voice ? `${holder} (${voice})` : holder
}

/** The report's own characters in quotation marks; anything else without. */
function wordsOf(content: string, support: Support, lookup: Lookup): string {
  if (content === '') return ''
  return `: ${verbatim(content, support, lookup) ? marked(content) : clip(content)}`
}

/** True where the words stand in quotation marks in a report: then they are the speaker's, else the reporter's. */
const isQuoted = ({content, support}: Position): boolean =>
  support.claims.some(claim => claim.assertion === 'quoted' && claim.citation.quote.includes(content))

export function agreementLine(agreement: Agreement, lookup: Lookup, vouch: Vouch = vouchFor): Line {
  const parties = agreement.parties.map(id => lookup.nameOf(id) ?? id)
  const facts = [
    parties.length > 0 ? listed(parties) : 'parties not named',
    ...(agreement.term ? [wordTerm(agreement.term)] : []),
    ...(agreement.issues.length > 0 ? [agreement.issues.map(issueWords).join(', ')] : []),
  ]
  const behind = latestSupport(agreement)
  // A sentence that tells only of a breach names an agreement and says nothing of its state.
  const state = behind.documents > 0 ? stateWords(agreement.state) : 'state not told in these reports'
  return lineOf(`${capital(agreement.label)}: ${state} (${facts.join('; ')})`, {
    id: agreement.id,
    when: whenOf(agreement.history.at(-1)?.time ?? null, behind, lookup),
    vouch: behind.documents > 0 ? vouch(behind, lookup) : null,
    cites: citesOf(behind, lookup),
    review: agreement.review,
    signs: signsOf(behind, agreement.state),
    under: [...clauseLines(agreement, lookup), ...violationLines(agreement, lookup, vouch)],
  })
}

const NOBODY: Support = {claims: [], documents: 0, sides: [], origins: [], said: [0, 0], known: [0, 0]}

/** What stands behind the present state. */
const latestSupport = (agreement: Agreement): Support =>
  agreement.history.findLast(step => step.state === agreement.state)?.support ?? agreement.history.at(-1)?.support ?? NOBODY

function clauseLines(agreement: Agreement, lookup: Lookup): Line[] {
  return agreement.clauses.map(clause => {
    const who = listed(clause.obligor.map(id => lookup.nameOf(id) ?? id))
    const due = clause.due ? `, due ${wordDate(clause.due)}` : ''
    return lineOf(`Clause${who ? ` on ${who}` : ''}: ${clip(clause.content)}${due}`, {cites: citesOf(clause.support, lookup)})
  })
}

/** An alleged breach names its accuser and carries the answer; where no accuser is named, that is said. */
export function violationLines(agreement: Agreement, lookup: Lookup, vouch: Vouch = vouchFor): Line[] {
  return agreement.violations.map(violation => {
    const by = listed(violation.by.map(id => lookup.nameOf(id) ?? id)) || 'a party not named'
    const accusers = listed(violation.allegedBy.map(id => lookup.nameOf(id) ?? id))
    const deniers = listed(violation.deniedBy.map(id => lookup.nameOf(id) ?? id))
    const reply = answerLine(violation.by, citationsOf(violation.support), lookup)
    const answer = deniers && reply.cites.length === 0 ? lineOf(`Answer: denied by ${deniers}`) : reply
    const head =
      violation.voice === 'own'
        ? `Breach by ${by}, as the report itself puts it`
        : `Breach by ${by} alleged by ${accusers || 'a report that names no source'}`
    return lineOf(head, {
      when: shortDate(violation.time, lookup.year) || null,
      vouch: vouch(violation.support, lookup),
      cites: citesOf(violation.support, lookup),
      under: [answer],
    })
  })
}

/** A condition beside the words that it stands on. */
const SHORT = 60

const SHORT_WORDS = 4

const DIRECTION: Readonly<Record<Assessment['direction'], string>> = {progress: 'progress', none: 'no progress', mixed: 'both sides of it'}

export function assessmentLine(assessment: Assessment, lookup: Lookup, vouch: Vouch = vouchFor): Line {
  const by = lookup.nameOf(assessment.by) ?? 'speaker not determined'
  // A word alone tells nobody what was said of it: "breakthrough" may be expected or ruled out.
  const cites = citesOf(assessment.support, lookup)
  const isShort = assessment.words.quote.trim().split(/\s+/).length < SHORT_WORDS
  return lineOf(
    `${by} ${assessment.by !== null && isMany(assessment.by, lookup) ? 'see' : 'sees'} ${DIRECTION[assessment.direction]}${isShort ? '' : `: ${marked(assessment.words.quote)}`}`,
    {
      id: assessment.id,
      when: whenOf(assessment.time, assessment.support, lookup),
      vouch: vouch(assessment.support, lookup),
      cites,
      quotes: isShort ? cites.slice(0, 1) : [],
    },
  )
}

export function contradictionLine(conflict: Contradiction, lookup: Lookup): Line {
  return lineOf(`${conflictWords(conflict.kind)}: ${labelOf(conflict.about, lookup)}`, {
    id: conflict.id,
    under: [
      ...conflict.sides.map(side =>
        lineOf(conflict.kind === 'wording' ? marked(side.value) : side.value, {cites: lookup.cite(side.citations)}),
      ),
      ...(conflict.explanation ? [lineOf(`The reports explain: ${conflict.explanation}`)] : []),
    ],
  })
}

export function lossLine(loss: AttributionLoss, lookup: Lookup): Line {
  const [told, attributed] = loss.because
  const [without, withSpeaker] = [lookup.numberOf(told.document), lookup.numberOf(attributed.document)]
  return lineOf(`As fact in [${without}], attributed in [${withSpeaker}]`, {
    id: loss.claim,
    under: [lineOf(marked(told.quote), {cites: lookup.cite([told])}), lineOf(marked(attributed.quote), {cites: lookup.cite([attributed])})],
  })
}

/** What an id of the record stands for, in words. */
export function labelOf(id: string, lookup: Lookup): string {
  const found = registerOf(lookup.record).entries.get(id)
  switch (found?.kind) {
    case 'event':
      return tellEvent(found.entry, lookup)
    case 'agreement':
      return found.entry.label
    case 'position': {
      const {entry} = found
      return `${holderOf(entry, lookup)} ${stanceOf(entry, 1, lookup)}${entry.content === '' ? ` (${issueWords(entry.issue)})` : wordsOf(entry.content, entry.support, lookup)}`
    }
    case 'assessment':
      return `${lookup.nameOf(found.entry.by) ?? 'somebody not named'} on how it is going`
    case 'conflict':
      return `${conflictWords(found.entry.kind)}: ${labelOf(found.entry.about, lookup)}`
  }
  const attribution = lookup.attributions.get((found?.kind === 'utterance' ? found.entry.attributions[0] : undefined) ?? id)
  if (attribution) {
    const speaker = lookup.nameOf(attribution.speaker)
    return `${speaker ? `${possessive(speaker)} remark` : 'a remark'} ${marked(attribution.content[0]?.quote ?? '')}`
  }
  return lookup.nameOf(id) ?? id
}

/** By day, then by id; what has no day comes last. */
export function byTime(a: {time: string | null; id: string}, b: {time: string | null; id: string}): number {
  const [left, right] = [`${firstDay(a.time) ?? '9999'} ${a.id}`, `${firstDay(b.time) ?? '9999'} ${b.id}`]
  return left < right ? -1 : left > right ? 1 : 0
}

/** Strongest first: more reports, then a date, then the id, so that no order of arrival shows. */
export function byWeight(
  a: {support: Support; time: string | null; id: string},
  b: {support: Support; time: string | null; id: string},
): number {
  const dated = Number(b.time !== null) - Number(a.time !== null)
  return (
    b.support.documents - a.support.documents ||
    citationsOf(b.support).length - citationsOf(a.support).length ||
    dated ||
    (a.id < b.id ? -1 : 1)
  )
}
