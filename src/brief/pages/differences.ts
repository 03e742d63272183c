// Where reports differ, side by side: each value with the sentences that give it. Nothing is averaged and no side is called right.
import type {Contradiction} from '../../model/record.ts'
import {labelOf} from '../entries.ts'
import type {Lookup} from '../lookup.ts'
import {capital} from '../marks.ts'
import {conflictWords} from '../words.ts'
import {articleHead} from './article.ts'
import type {Sentence} from './evidence.ts'

export interface Difference {
  readonly id: string
  readonly kind: Contradiction['kind'] | 'attribution'
  readonly question: string
  readonly about: {readonly id: string; readonly label: string} | null
  readonly sides: readonly {readonly value: string; readonly sentences: readonly Sentence[]}[]
  readonly explanation: string | null
}

export function differencesOf(lookup: Lookup): Difference[] {
  const {contradictions, losses} = lookup.record
  const sentence = (citation: Sentence['citation']): Sentence[] => {
    const document = lookup.documentOf(citation.document)
    return document ? [{citation, report: articleHead(document, lookup)}] : []
  }
  return [
    ...contradictions.map(({id, kind, about, sides, explanation}) => ({
      ...{id, kind, question: conflictWords(kind), explanation, about: {id: about, label: capital(labelOf(about, lookup))}},
      sides: sides.map(({value, citations}) => ({value, sentences: citations.flatMap(sentence)})),
    })),
    ...losses.map(({claim, because: [told, attributed]}) => ({
      ...{id: claim, kind: 'attribution' as const, question: 'Attributed here, told as fact there', about: null, explanation: null},
      sides: [
        {value: 'as fact', sentences: sentence(told)},
        {value: 'attributed', sentences: sentence(attributed)},
      ],
    })),
  ]
}
