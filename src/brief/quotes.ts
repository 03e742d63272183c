// One remark, however many documents carry it: its wording, who carries it, and where wordings part. Can be narrowed to a speaker or to words.
import type {Attribution, RecordFile, Utterance} from '../model/record.ts'
import {shortDate} from './dates.ts'
import {type Lookup, lookUp, numberedSources} from './lookup.ts'
import {marked} from './marks.ts'
import {openingOf} from './opening.ts'
import {type Line, lineOf, type Sheet, sectionOf} from './sheet.ts'
import {titleOfView} from './title.ts'
import {actWords, counted, driftWords} from './words.ts'

export interface QuoteFilter {
  /** Part of the speaker's name or of one of the aliases. */
  readonly by?: string | undefined
  /** Id of an issue ("prisoners"), or words that one of the wordings holds. */
  readonly about?: string | undefined
}

export function writeQuotes(record: RecordFile, filter: QuoteFilter = {}): Sheet {
  const lookup = lookUp(record)
  const onIssue = filter.about === undefined ? new Set<string>() : remarksOnIssue(record, filter.about)
  const remarks = remarksOf(lookup).filter(remark => matches(remark, filter, lookup, onIssue))
  const speakers = [...new Set(remarks.map(remark => remark.speaker))].map(id => ({
    id,
    name: lookup.nameOf(id) ?? 'Speaker not determined',
  }))
  speakers.sort((a, b) => (a.id === null ? 1 : b.id === null ? -1 : a.name < b.name ? -1 : 1))
  const sections = speakers.map(({id, name}) =>
    sectionOf(
      name,
      remarks
        .filter(remark => remark.speaker === id)
        .sort(
          (a, b) => compareDays(dayOf(a, lookup), dayOf(b, lookup)) || placeOf(a.wordings[0]!, lookup) - placeOf(b.wordings[0]!, lookup),
        )
        .map(remark => remarkLine(remark, lookup)),
    ),
  )
  return {
    schema: 'parley/view@1',
    view: 'quotes',
    title: titleOfView(lookup, 'quotes'),
    opening: [
      openingOf(lookup),
      'Words in quotation marks are the characters of the report that is named, which may translate or reword what was said.',
    ],
    sections: sections.length > 0 ? sections : [sectionOf('Quotes', [], 'No remark found.')],
    sources: sourcesShown(remarks, filter, lookup),
    closing: [],
  }
}

/** All reports, or those that carry a remark shown where the view is narrowed; numbers stay as they are. */
function sourcesShown(remarks: readonly Remark[], {by, about}: QuoteFilter, lookup: Lookup): Sheet['sources'] {
  const sources = numberedSources(lookup)
  if (by === undefined && about === undefined) return sources
  const carriers = new Set(remarks.flatMap(({wordings}) => wordings.flatMap(({content}) => content.map(part => part.document))))
  return sources.filter(({document}) => carriers.has(document))
}

interface Remark {
  readonly id: string
  readonly speaker: string | null
  readonly time: string | null
  readonly wordings: readonly Attribution[]
  readonly utterance: Utterance | null
}

/** When it was said, else when it was first printed: one person's words are read in order of time. */
const dayOf = ({time, wordings}: Remark, lookup: Lookup): string | null =>
  time ??
  wordings.flatMap(wording => lookup.documents.find(document => document.id === wording.content[0]?.document)?.published ?? []).sort()[0] ??
  null

/** What has no day at all stands last. */
const compareDays = (a: string | null, b: string | null): number => (a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1)

/** Attributions that an entry on the issue rests on: "an offer on prisoners" need not hold the word. */
function remarksOnIssue({events, positions}: RecordFile, issue: string): Set<string> {
  const entries = [...events.filter(event => event.issues.includes(issue)), ...positions.filter(position => position.issue === issue)]
  return new Set(entries.flatMap(({support}) => support.claims.flatMap(claim => claim.attribution ?? [])))
}

/** Utterances, and the direct quotes that stand alone; not a few words of a remark of the same speaker that is shown whole. */
function remarksOf(lookup: Lookup): Remark[] {
  const {utterances, attributions} = lookup.record
  const joined = new Set(utterances.flatMap(utterance => utterance.attributions))
  const together = utterances.map((utterance): Remark => {
    const wordings = utterance.attributions.flatMap(id => lookup.attributions.get(id) ?? [])
    return {id: utterance.id, speaker: utterance.speaker, time: wordings.find(wording => wording.time)?.time ?? null, wordings, utterance}
  })
  const alone = attributions
    .filter(attribution => !joined.has(attribution.id) && attribution.kind !== 'indirect' && attribution.content.length > 0)
    .map((attribution): Remark => ({...attribution, wordings: [attribution], utterance: null}))
  return [...together, ...alone].filter(
    remark => remark.wordings.length > 0 && !remark.wordings.every(wording => isOwnPart(wording, lookup)),
  )
}

/** “I told you it was a window”: what somebody says in a quotation that they themselves said is part of it, and no remark of its own. */
const isOwnPart = ({nestedIn, speaker}: Attribution, lookup: Lookup): boolean =>
  nestedIn !== null && speaker !== null && lookup.attributions.get(nestedIn)?.speaker === speaker

function matches({speaker, wordings}: Remark, {by, about}: QuoteFilter, lookup: Lookup, onIssue: ReadonlySet<string>): boolean {
  const holds = (text: string, words: string): boolean => text.toLowerCase().includes(words.toLowerCase())
  const entity = speaker === null ? undefined : lookup.entities.get(speaker)
  if (by !== undefined && ![entity?.name ?? '', ...(entity?.aliases ?? [])].some(name => holds(name, by))) return false
  return (
    about === undefined || wordings.some(wording => onIssue.has(wording.id) || wording.content.some(content => holds(content.quote, about)))
  )
}

function remarkLine({id, time, wordings, utterance}: Remark, lookup: Lookup): Line {
  const [first, ...others] = [...wordings].sort((a, b) => placeOf(a, lookup) - placeOf(b, lookup))
  const reports = new Set(wordings.map(wording => wording.content[0]?.document))
  return lineOf(wordingOf(first!), {
    id,
    when: time === null ? printedBy(wordings, lookup) : shortDate(time, lookup.year),
    vouch: `${sourceWords(first!)}${actWords(first!)}${chainWords(first!, lookup)} · ${counted(reports.size, 'report')}`,
    cites: lookup.cite(first!.content),
    under: others.map(other => {
      const pairs = utterance?.pairs.filter(({a, b}) => a === other.id || b === other.id) ?? []
      const pair = pairs.find(({a, b}) => a === first!.id || b === first!.id) ?? pairs[0]
      const drift = pair ? driftWords(pair.drift) : 'told again'
      return lineOf(`${drift}: ${wordingOf(other)}${chainWords(other, lookup)}`, {cites: lookup.cite(other.content)})
    }),
  })
}

/** Oldest report first, then as it stands there. */
const placeOf = ({content}: Attribution, lookup: Lookup): number =>
  lookup.numberOf(content[0]?.document ?? '') * MAX_LENGTH + (content[0]?.start ?? 0)

/** Beyond the longest text that is read. */
const MAX_LENGTH = 1e8

function printedBy(wordings: readonly Attribution[], lookup: Lookup): string {
  const carriers = new Set(wordings.map(wording => wording.content[0]?.document))
  const first = lookup.documents.find(document => carriers.has(document.id) && document.published !== null)
  return first ? `by ${shortDate(first.published, lookup.year)}` : 'undated'
}

/** Where nobody was made out as the speaker, the report's own words for the source. */
const sourceWords = ({speaker, source}: Attribution): string => (speaker === null && source ? `${marked(source.quote)} ` : '')

const wordingOf = (attribution: Attribution): string => marked(attribution.content.map(content => content.quote).join(' … '))

/** The way from the speaker to the page, in words: ", told to Northwire, relayed by the Ledger". */
export function chainWords({chain}: Attribution, lookup: Lookup): string {
  const links = chain.filter(link => link.role === 'recorder' || link.role === 'relay')
  return links
    .map(link => {
      const name = link.status === 'unnamed' ? 'a source nobody names' : (lookup.nameOf(link.agent) ?? link.name)
      const doubt = link.status === 'inferred' ? ` (inferred${link.rule ? `, ${link.rule}` : ''})` : ''
      return `, ${link.role === 'recorder' ? 'to' : 'via'} ${name}${doubt}`
    })
    .join('')
}
