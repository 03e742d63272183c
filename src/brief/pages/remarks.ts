// Who said what, a section a speaker: each remark once with its wordings. For a record of any size: one walk, and no list is made twice.
import type {Attribution, Utterance} from '../../model/record.ts'
import {firstDay, shortDate} from '../dates.ts'
import type {Lookup} from '../lookup.ts'
import {marked} from '../marks.ts'
import {chainWords} from '../quotes.ts'
import {type Line, lineOf, type Section, sectionOf} from '../sheet.ts'
import {actWords, counted, driftWords} from '../words.ts'
import {registerOf} from './register.ts'

/** Those who are quoted most come first; remarks of nobody known come last. The remarks of each stand in the order of their days. */
export function remarksBySpeaker(lookup: Lookup): Section[] {
  const {utteranceOf} = registerOf(lookup.record)
  const speakers = new Map<string | null, {readonly day: string; readonly line: Line}[]>()
  const add = (speaker: string | null, wordings: readonly Attribution[], utterance: Utterance | null): void => {
    const remark = {day: dayOf(wordings, lookup), line: remarkLine(utterance?.id ?? null, wordings, utterance, lookup)}
    const remarks = speakers.get(speaker)
    if (remarks) remarks.push(remark)
    else speakers.set(speaker, [remark])
  }
  for (const utterance of lookup.record.utterances) {
    const wordings = utterance.attributions.flatMap(id => lookup.attributions.get(id) ?? []).filter(({content}) => content.length > 0)
    if (wordings.length > 0) add(utterance.speaker, wordings, utterance)
  }
  for (const attribution of lookup.record.attributions)
    if (attribution.kind !== 'indirect' && attribution.content.length > 0 && !utteranceOf.has(attribution.id))
      add(attribution.speaker, [attribution], null)
  return [...speakers]
    .sort(
      ([a, left], [b, right]) => Number(a === null) - Number(b === null) || right.length - left.length || ((a ?? '') < (b ?? '') ? -1 : 1),
    )
    .map(([speaker, remarks]) => {
      const lines = remarks.sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1)).map(({line}) => line)
      return sectionOf(lookup.nameOf(speaker) ?? 'Speaker not determined', lines)
    })
}

/** The day it was said, else the first day that it stood in print; what has neither comes last. */
function dayOf(wordings: readonly Attribution[], lookup: Lookup): string {
  const said = wordings.flatMap(({time}) => firstDay(time) ?? [])[0]
  const printed = wordings.flatMap(({content}) => lookup.printedOn(content[0]!.document) ?? []).sort()[0]
  return said ?? printed ?? '9999'
}

function remarkLine(id: string | null, wordings: readonly Attribution[], utterance: Utterance | null, lookup: Lookup): Line {
  const inOrder = [...wordings].sort((a, b) => placeOf(a, lookup) - placeOf(b, lookup) || a.content[0]!.start - b.content[0]!.start)
  const [first, ...others] = inOrder
  const time = wordings.find(wording => wording.time !== null)?.time ?? null
  const printed = lookup.printedOn(first!.content[0]!.document)
  const reports = new Set(wordings.map(wording => wording.content[0]!.document)).size
  return lineOf(wordingOf(first!), {
    id,
    when: time !== null ? shortDate(time, lookup.year) : printed === null ? 'undated' : `by ${shortDate(printed, lookup.year)}`,
    vouch: `${first!.speaker === null && first!.source ? `${marked(first!.source.quote)} ` : ''}${actWords(first!)}${chainWords(first!, lookup)} · ${counted(reports, 'report')}`,
    cites: lookup.cite(first!.content),
    under: others.map(other => {
      const pair = utterance?.pairs.find(({a, b}) => (a === other.id && b === first!.id) || (b === other.id && a === first!.id))
      return lineOf(`${pair ? driftWords(pair.drift) : 'told again'}: ${wordingOf(other)}${chainWords(other, lookup)}`, {
        cites: lookup.cite(other.content),
      })
    }),
  })
}

const placeOf = ({content}: Attribution, lookup: Lookup): number => lookup.numberOf(content[0]!.document)

const wordingOf = ({content}: Attribution): string => marked(content.map(({quote}) => quote).join(' … '))
