// Reports for properties of linking: a few meetings told over and over, so that documents share events, speakers and whole sentences.
import fc from 'fast-check'
import {report, type Told} from './reports.ts'

/** A sentence of one of a few meetings, so that documents share events, speakers and whole sentences. */
const told = fc
  .record({
    day: fc.integer({min: 9, max: 12}),
    who: fc.constantFrom(
      ['Ostrel', 'Mirvan'],
      ['Vashenko of Ostrel', 'Ruiz of Mirvan'],
      ['Kalvia', 'Mirvan'],
      ['Vashenko of Ostrel', 'Mirvan'],
    ),
    place: fc.constantFrom(undefined, 'Port Tallin', 'Lake Onver'),
    status: fc.constantFrom('held' as const, 'planned' as const, 'not-held' as const),
    by: fc.constantFrom(undefined, 'Vashenko of Ostrel', 'Orlo of Kalvia'),
    recorder: fc.constantFrom(undefined, 'Kalvia Herald', 'Sorrend Radio'),
    dated: fc.boolean(),
    words: fc.constantFrom(
      'talks on prisoners and grain',
      'a meeting about the northern border crossing',
      'four hours behind closed doors',
    ),
  })
  .map(({day, who, place, status, by, recorder, dated, words}): Told => {
    const event = {
      actors: who,
      status,
      ...(place === undefined ? {} : {place}),
      ...(dated ? {time: `2031-04-${String(day).padStart(2, '0')}`} : {}),
    }
    const speech = by === undefined ? {} : {by, ...(recorder === undefined ? {} : {recorder})}
    return {
      text: `${who.join(' and ')} came together for ${words} ${place === undefined ? '' : `in ${place} `}on day ${day}.`,
      event,
      ...speech,
    }
  })

export const generatedReports = fc
  .array(fc.tuple(fc.array(told, {minLength: 1, maxLength: 5}), fc.constantFrom(null, '2031-04-10', '2031-04-12')), {
    minLength: 2,
    maxLength: 7,
  })
  .map(parts => parts.map(([sentences, published], i) => report(`${i}.txt`, sentences, {published})))
