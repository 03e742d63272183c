// A cited sentence of a report, taken apart like the sentence that is asked about, with who is named where in it.
import type {Layers} from '../model/engine.ts'
import type {Citation, RecordFile} from '../model/record.ts'
import {foldWord} from '../text/similarity-words.ts'
import {stemOf} from '../text/stem.ts'
import {type ClaimWords, type Facts, factsOf} from './claim-facts.ts'

export interface Evidence {
  readonly citation: Citation
  readonly layers: Pick<Layers, 'tokens'>
  readonly facts: Facts
  /** Stems of every word, with and without its ending. */
  readonly stems: ReadonlySet<string>
  readonly entities: ReadonlySet<string>
  /** EDTF values of the days that the report gives there. */
  readonly days: readonly string[]
  /** The same with their places in the quote. */
  readonly datedSpans: readonly {readonly start: number; readonly end: number; readonly value: string}[]
  /** Entities whose mention holds the token. */
  entitiesAt(token: number): readonly string[]
}

export type Weigh = (citation: Citation) => Evidence

/** Each sentence is read once a question, however many entries rest on it. */
export function evidenceOf(record: RecordFile, analyze: (text: string) => Layers, words: ClaimWords): Weigh {
  const mentions = new Map<string, {start: number; end: number; entity: string}[]>()
  for (const {id, mentions: all} of record.entities)
    for (const {document, start, end} of all) {
      const list = mentions.get(document)
      if (list) list.push({start, end, entity: id})
      else mentions.set(document, [{start, end, entity: id}])
    }
  const times = new Map<string, {start: number; end: number; value: string}[]>()
  for (const {citation, value} of record.times) {
    if (value === null) continue
    const list = times.get(citation.document)
    const time = {start: citation.start, end: citation.end, value}
    if (list) list.push(time)
    else times.set(citation.document, [time])
  }
  const known = new Map<string, Evidence>()
  return citation => {
    const key = `${citation.document} ${citation.start} ${citation.end}`
    const evidence = known.get(key) ?? weigh(citation)
    known.set(key, evidence)
    return evidence
  }

  function weigh(citation: Citation): Evidence {
    const {document, start, end, quote} = citation
    const layers = analyze(quote)
    const {tokens} = layers
    const inside = (mentions.get(document) ?? []).filter(mention => mention.start >= start && mention.end <= end)
    const dated = (times.get(document) ?? []).filter(time => time.start >= start && time.end <= end)
    const stems = new Set<string>()
    for (let i = 0; i < tokens.length; i++) {
      stems.add(stemOf(foldWord(quote.slice(tokens.start[i], tokens.end[i]))))
      stems.add(stemOf(foldWord(tokens.lemma(i))))
    }
    return {
      citation,
      layers,
      facts: factsOf(layers, quote, {start: 0, end: quote.length}, words),
      stems,
      entities: new Set(inside.map(({entity}) => entity)),
      days: dated.map(({value}) => value),
      datedSpans: dated.map(time => ({start: time.start - start, end: time.end - start, value: time.value})),
      entitiesAt: token => {
        const [from, to] = [start + tokens.start[token]!, start + tokens.end[token]!]
        return inside.filter(mention => mention.start <= from && mention.end >= to).map(({entity}) => entity)
      },
    }
  }
}
