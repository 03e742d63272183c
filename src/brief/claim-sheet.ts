// The answers about a draft in words, sentence by sentence. Never a verdict: who carries it, what is otherwise there, or that nothing was found.
import type {Beside, ClaimAnswers, Difference, SentenceAnswer} from '../model/claim-answer.ts'
import type {RecordFile} from '../model/record.ts'
import {wordDate} from './dates.ts'
import {labelOf} from './entries.ts'
import {type Lookup, lookUp, publisherOf} from './lookup.ts'
import {clip, marked} from './marks.ts'
import {counted, listed, ranged} from './words.ts'

export function describeClaims(answers: ClaimAnswers, record: RecordFile): string {
  const lookup = lookUp(record)
  return answers.sentences.map(sentence => describe(sentence, answers, lookup)).join('\n\n')
}

function describe(sentence: SentenceAnswer, answers: ClaimAnswers, lookup: Lookup): string {
  const lines = [clip(sentence.text, WIDE), `  ${outcomeWords(sentence, answers)}`]
  for (const beside of sentence.beside) lines.push(...besideLines(beside, sentence, lookup))
  for (const {words, outcome, citation, differences} of sentence.quotations) {
    const where = citation === null ? '' : ` in [${lookup.numberOf(citation.document)}]`
    if (outcome === 'letter-by-letter') lines.push(`  Quotation ${marked(words)}: letter by letter${where}`)
    else if (outcome === 'not-found') lines.push(`  Quotation ${marked(words)}: in none of these reports`)
    else lines.push(`  Quotation ${marked(words)} differs${where}: ${differences.map(wordChange).join('; ')}`)
  }
  return lines.join('\n')
}

const WIDE = 400

function outcomeWords({outcome, beside, quotations}: SentenceAnswer, {reports, from, to}: ClaimAnswers): string {
  if (outcome === 'carried') return 'Carried by:'
  const isMisquoted = quotations.some(quotation => quotation.outcome === 'differs')
  if (outcome === 'in-conflict')
    return beside.length > 0 || !isMisquoted ? 'In conflict with:' : 'In conflict with the wording of the reports:'
  const days = from === null ? 'undated' : from === to ? wordDate(from) : `${wordDate(from)} to ${wordDate(to)}`
  const near = beside.length > 0 ? ' Nearest:' : ''
  return `Not found in these ${counted(reports, 'report')} (${days}); this says nothing about whether it is so.${near}`
}

function besideLines(
  {entry, kind, citation, documents, said, known, accordingTo, differences}: Beside,
  {outcome}: SentenceAnswer,
  lookup: Lookup,
): string[] {
  const label = entry === null ? 'a sentence that no entry rests on' : `${labelOf(entry, lookup)} (${kind} ${entry})`
  const counts =
    said === null || known === null
      ? ''
      : `; ${counted(documents.length, 'report')}, recorded ${ranged([...said])}, first-hand ${ranged([...known])}`
  const voice = accordingTo.length > 0 ? `; as the words of ${listed([...accordingTo])}` : ''
  const document = lookup.documents[lookup.numberOf(citation.document) - 1]
  const source = document ? `${publisherOf(document)}, ${wordDate(document.published)}` : citation.document
  return [
    `  - ${label}${counts}${voice}`,
    `    ${marked(citation.quote)} [${lookup.numberOf(citation.document)}] ${source}`,
    ...(differences.length > 0
      ? [`    ${outcome === 'carried' ? 'But another report: ' : ''}${differences.map(differenceWords).join('; ')}`]
      : []),
  ]
}

const PARTS: Readonly<Record<Difference['part'], string>> = {
  number: 'another number',
  date: 'another date',
  place: 'another place',
  person: 'somebody else',
  polarity: 'the opposite',
  stronger: 'stronger here than there',
  weaker: 'weaker here than there',
  wording: 'another wording',
  'not-there': 'not in it',
}

function differenceWords({part, here, there}: Difference): string {
  if (there === null) return `not in it: ${clip(here)}`
  return `${PARTS[part]}: ${clip(here)} here, ${clip(there)} there`
}

const wordChange = ({here, there}: {readonly here: string; readonly there: string}): string =>
  here === '' ? `left out ${marked(there)}` : there === '' ? `put in ${marked(here)}` : `${marked(here)} for ${marked(there)}`
