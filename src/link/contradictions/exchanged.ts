// How many people were exchanged or freed, as each report of one day and place counts them: "64 prisoners" and "58 men and women" are figures for
// one thing, though no word is the same and though the sentence with the second figure may name no party.
import type {ReadDocument} from '../../model/reading.ts'
import type {Citation} from '../../model/record.ts'
import {dayOf} from '../../text/similarity-days.ts'
import {foldWord} from '../../text/similarity-words.ts'
import {stemOf} from '../../text/stem.ts'
import type {EventEntry} from '../events.ts'
import {cite, compare} from '../identity.ts'
import type {Linking} from '../linking.ts'
import type {Conflict} from './conflict.ts'

const KINDS = new Set(['exchange', 'release'])
/** Words from a figure to the people it counts ("58 tired and hungry men"), and from those to the verb ("men and women were exchanged"). */
const TO_PEOPLE = 3
const TO_VERB = 4
/** A report that comes out later than this retells. */
const REPORTED_WITHIN_DAYS = 14
/** A sentence or two after a figure stands what the figure leaves out. */
const EXPLAINED_WITHIN = 2

/** Kinds of event whose figures count people. */
export const isCounted = ({event}: EventEntry): boolean => KINDS.has(event.kind)

interface Figure {
  readonly document: number
  readonly sentence: number
  readonly value: number
  readonly citation: Citation
}

/** Conflicts between the figures of different reports on one exchange or release. */
export function exchangedConflicts({event, claims}: EventEntry, linking: Linking): Conflict[] {
  const day = dayOf(event.time)
  if (!KINDS.has(event.kind) || event.status !== 'held' || day === null || event.time!.length !== 'YYYY-MM-DD'.length) return []
  const stories = [...new Set(claims.map(claim => linking.storyOf[claim.document]!))]
  const reports = stories.flatMap(linking.storyDocuments).sort((a, b) => compare(linking.documents[a]!.id, linking.documents[b]!.id))
  const verbs = new Set(claims.flatMap(claim => wordsOf(triggerOf(claim.document, claim.claim.trigger)).map(word => stemOf(word.form))))
  const places = event.place === null ? null : (linking.parties.written.get(event.place)?.mentions ?? [])
  const figures = reports.flatMap((index): Figure[] => {
    const document = linking.documents[index]!
    const published = dayOf(document.published)
    if (published === null || published < day || published > day + REPORTED_WITHIN_DAYS) return []
    const here = places?.filter(mention => mention.document === document.id) ?? null
    const found = figuresIn(document, index, event.time!, verbs, here, linking)
    return new Set(found.map(figure => figure.value)).size === 1 ? found.slice(0, 1) : []
  })
  const conflicts: Conflict[] = []
  for (const [i, a] of figures.entries())
    for (const b of figures.slice(i + 1))
      if (a.value !== b.value)
        conflicts.push({
          kind: 'number',
          about: event.id,
          sides: [
            {value: String(a.value), citation: a.citation},
            {value: String(b.value), citation: b.citation},
          ],
          explanation: explanationIn(a, b, linking) ?? explanationIn(b, a, linking),
        })
  return conflicts

  function triggerOf(document: number, {start, end}: {start: number; end: number}): string {
    return linking.documents[document]!.text.slice(start, end)
  }
}

/** Figures in the sentences that name the day and the place, where it is one. */
function figuresIn(
  document: ReadDocument,
  index: number,
  day: string,
  verbs: ReadonlySet<string>,
  places: readonly Citation[] | null,
  linking: Linking,
): Figure[] {
  return document.sentences.flatMap((sentence, at): Figure[] => {
    const inside = ({start, end}: {start: number; end: number}): boolean => start >= sentence.start && end <= sentence.end
    if (!document.times.some(time => time.value === day && inside(time)) || (places !== null && !places.some(inside))) return []
    const words = wordsOf(document.text.slice(sentence.start, sentence.end))
    return words.flatMap((word, i): Figure[] => {
      const value = numberOf(word.form, linking)
      if (value === null || words.slice(Math.max(0, i - 2), i).some(before => linking.pack.rounding.includes(before.form))) return []
      const people = words.slice(i + 1, i + 2 + TO_PEOPLE).findIndex(({form}) => linking.pack.people.includes(form))
      if (people < 0) return []
      const after = words.slice(i + 2 + people, i + 2 + people + TO_VERB)
      const told = [...words.slice(Math.max(0, i - 1), i), ...untilNumber(after, linking)]
      if (!told.some(({form}) => verbs.has(stemOf(form)))) return []
      return [{document: index, sentence: at, value, citation: cite(document, sentence)}]
    })
  })
}

function untilNumber(words: readonly Word[], linking: Linking): readonly Word[] {
  const next = words.findIndex(({form}) => numberOf(form, linking) !== null)
  return next < 0 ? words : words.slice(0, next)
}

/** A sentence soon after one figure that gives exactly what is missing to the other: "Six others had been released the day before". */
function explanationIn(figure: Figure, other: Figure, linking: Linking): string | null {
  const missing = Math.abs(figure.value - other.value)
  const document = linking.documents[figure.document]!
  for (const sentence of document.sentences.slice(figure.sentence + 1, figure.sentence + 1 + EXPLAINED_WITHIN)) {
    const text = document.text.slice(sentence.start, sentence.end)
    if (wordsOf(text).some(({form}) => numberOf(form, linking) === missing))
      return `“${text}” (${document.publisher ?? document.title ?? document.id})`
  }
  return null
}

interface Word {
  readonly form: string
}

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}]+(?:[,-][\p{L}\p{N}]+)*/gu)].map(([word]) => ({form: foldWord(word)}))

function numberOf(form: string, {pack}: Linking): number | null {
  const digits = form.replaceAll(',', '')
  if (/^\d{1,7}$/.test(digits)) return Number(digits)
  const small = pack.smallNumbers.indexOf(form)
  return small < 0 ? null : small + 1
}
