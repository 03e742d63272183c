// One remark in several reports: which wordings are one remark, how they drift, and that neither order nor a stranger's words matter.
import {describe, expect, it} from 'vitest'
import {growLosses} from '../src/link/losses.ts'
import {compareWordings} from '../src/link/utterances/drift.ts'
import {linkUtterances} from '../src/link/utterances.ts'
import type {ReadDocument} from '../src/model/reading.ts'
import {read} from '../src/parley.ts'
import {articleOf, testReader} from './support.ts'

describe('compareWordings', () => {
  const told = 'It took a while for us to get to this table, and nobody will leave it before the spring'
  it.each([
    ['identical', told, told],
    ['repunctuated', told, 'It took a while, for us, to get to this table; and nobody will leave it before the spring'],
    ['truncated', told, 'nobody will leave it before the spring'],
    ['elided-splice', told, 'It took a while for us to get to this table before the spring'],
    ['silent-correction', 'we was never asked about the bridge', 'we were never asked about the bridge'],
    [
      'word-substitution',
      'The offer is a serious step towards a lasting settlement',
      'The offer is a serious step towards a durable settlement',
    ],
    ['back-translated', 'It took a while for us to get to this place', 'It took us some time to arrive at this point'],
    ['meaning-changed', 'We will return all five districts to Sorrend', 'We will return all four districts to Sorrend'],
    ['meaning-changed', 'We will sign the paper on the bridge', 'We will not sign the paper on the bridge'],
    ['meaning-changed', 'Some of the prisoners will be released by then', 'All of the prisoners will be released by then'],
    ['meaning-changed', 'We trust the word of Sorrend in this matter', 'We trust the word of Kalvia in this matter'],
  ])('%s: “%s” and “%s”', (drift, one, other) => {
    expect(compareWordings(one, other).drift).toBe(drift)
    expect(compareWordings(other, one).drift).toBe(drift)
  })

  it('stands wordings of any length', () => {
    expect(compareWordings('we came and went '.repeat(20_000), 'we went and came '.repeat(20_000)).drift).not.toBe('verbatim')
  })
})

const entityOf = (documents: readonly ReadDocument[]) => (document: number, somebody: number) =>
  documents[document]!.somebodies[somebody]!.name.split(' ').at(-1)!

const report = (id: string, text: string, known: Record<string, string> = {}): ReadDocument =>
  read({...articleOf(text, {published: '2031-04-11', ...known}), id}, testReader())

describe('linkUtterances', () => {
  const documents = [
    report('a', 'Orlo Vashenko said: “We will return all five districts to Sorrend before the winter.”'),
    report('b', 'Orlo Vashenko told reporters: “We will return all four districts to Sorrend before the winter.”'),
    report('c', 'Elin Maros said: “We will return all five districts to Sorrend before the winter.”'),
    report('d', 'Orlo Vashenko said: “The weather was good and the lunch was long.”'),
  ]
  const link = (list: readonly ReadDocument[]) => linkUtterances(list, entityOf(list), [])

  it('joins one speaker’s wordings, keeps two speakers apart, and shows the figure that differs', () => {
    const {utterances, contradictions} = link(documents)
    const joint = utterances.filter(utterance => utterance.attributions.length > 1)
    expect(joint.map(utterance => utterance.pairs.map(pair => pair.drift))).toEqual([['meaning-changed']])
    expect(contradictions.map(({kind, sides}) => [kind, ...sides.map(side => side.value).sort()])).toEqual([['wording', 'five', 'four']])
  })

  it('gives the same utterances whatever the order', () => {
    const sorted = (list: readonly ReadDocument[]) =>
      JSON.stringify(link(list).utterances.map(one => [one.id, one.attributions, one.pairs]))
    expect(sorted([...documents].reverse())).toBe(sorted(documents))
    expect(sorted([documents[2]!, documents[0]!, documents[3]!, documents[1]!])).toBe(sorted(documents))
  })

  it('cites what stands in the documents', () => {
    for (const utterance of link(documents).utterances)
      for (const pair of utterance.pairs)
        for (const citation of pair.because.flat())
          expect(documents.find(document => document.id === citation.document)!.text.slice(citation.start, citation.end)).toBe(
            citation.quote,
          )
  })

  it('does as people say', () => {
    const joint = link(documents).utterances.find(utterance => utterance.attributions.length > 1)!
    const different = {
      id: 'j',
      by: 'person',
      who: 'desk',
      at: null,
      kind: 'different',
      of: joint.attributions,
      field: null,
      value: null,
      verdict: 'applied',
      reason: null,
      rule: null,
      score: null,
      because: [],
    } as const
    const apart = linkUtterances(documents, entityOf(documents), [{...different, of: [...different.of], because: []}])
    expect(apart.utterances.every(utterance => utterance.attributions.length === 1)).toBe(true)
  })

  it.each(['transcript', 'readout', 'statement'])('takes a %s for the reference wording', genre => {
    const list = [
      report('a', 'Orlo Vashenko said: “We will return all the districts to Sorrend before the winter.”', {genre}),
      report('b', 'Orlo Vashenko said: “We will return the districts before the winter.”'),
    ]
    const {utterances} = linkUtterances(list, entityOf(list), [])
    expect(utterances.find(utterance => utterance.attributions.length > 1)?.reference?.document).toBe('a')
  })

  it('takes no report for a reference', () => {
    expect(link(documents).utterances.every(utterance => utterance.reference === null)).toBe(true)
  })
})

describe('growLosses', () => {
  it('finds nothing where nothing is claimed', () => {
    const losses = growLosses([report('a', 'The hall was empty.')], () => [])
    expect([...losses.update(new Map([[0, []]]))]).toEqual([])
    expect(losses.gravest()).toEqual([])
  })
})
