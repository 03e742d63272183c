// The dated events in the JSON that TimelineJS 3 reads (`{title, events: [{start_date, end_date, text, group, unique_id}]}`).
// Its `text` fields are taken as HTML by the reader, so every character of ours and of the reports is escaped.
import type {RecordFile} from '../../model/record.ts'
import {firstDay, lastDay, wordDate} from '../dates.ts'
import {byTime, tellEvent} from '../entries.ts'
import {lookUp, publisherOf} from '../lookup.ts'
import {titleOfTalks} from '../title.ts'
import {vouchFor} from '../vouch.ts'
import {statusWords} from '../words.ts'
import {escapeMarkup} from './markup.ts'

export function writeTimelineJs(record: RecordFile): string {
  const lookup = lookUp(record)
  const events = [...record.events].sort(byTime).flatMap(event => {
    const [first, last] = [firstDay(event.time), lastDay(event.time)]
    if (first === null || last === null) return []
    const citation = event.support.claims[0]?.citation
    const document = record.documents.find(one => one.id === citation?.document)
    const sentence = citation && document ? `<p>“${escapeMarkup(citation.quote)}” (${escapeMarkup(publisherOf(document))})</p>` : ''
    return [
      {
        unique_id: event.id,
        start_date: dayOf(first),
        ...(last !== first ? {end_date: dayOf(last)} : {}),
        display_date: wordDate(event.time),
        group: event.background ? 'background' : statusWords(event.status),
        text: {
          headline: escapeMarkup(tellEvent(event, lookup)),
          text: `${sentence}<p>${escapeMarkup(vouchFor(event.support, lookup))}</p>`,
        },
      },
    ]
  })
  return `${JSON.stringify({title: {text: {headline: escapeMarkup(titleOfTalks(lookup) ?? 'Timeline')}}, events}, null, 1)}\n`
}

function dayOf(iso: string): {year: number; month: number; day: number} {
  const [year, month, day] = iso.split('-').map(Number)
  return {year: year!, month: month!, day: day!}
}
