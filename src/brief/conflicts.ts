// Where reports differ: typed contradictions with each side's sentence, and what one report attributes and another tells as fact.
import type {RecordFile} from '../model/record.ts'
import {contradictionLine, lossLine} from './entries.ts'
import {lookUp, numberedSources} from './lookup.ts'
import {marked} from './marks.ts'
import {openingOf} from './opening.ts'
import {type Sheet, sectionOf} from './sheet.ts'
import {titleOfView} from './title.ts'

export function writeConflicts(record: RecordFile): Sheet {
  const lookup = lookUp(record)
  const conflicts = record.contradictions.map(conflict => {
    const line = contradictionLine(conflict, lookup)
    const under = line.under.map((side, i) => {
      const quotes = lookup.cite(conflict.sides[i]?.citations ?? []).filter(cite => marked(cite.citation.quote) !== side.text)
      return {...side, quotes}
    })
    return {...line, under}
  })
  return {
    schema: 'parley/view@1',
    view: 'conflicts',
    title: titleOfView(lookup, 'where reports differ'),
    opening: [
      openingOf(lookup),
      'Parties that disagree stand under positions. A later figure is an update, not a contradiction. Nothing is averaged and no side is called right.',
    ],
    sections: [
      sectionOf('Contradictions', conflicts, 'No contradiction found. That is no proof that there is none.'),
      sectionOf(
        'Attributed here, told as fact there',
        record.losses.map(loss => lossLine(loss, lookup)),
      ),
    ],
    sources: numberedSources(lookup),
    closing: [],
  }
}
