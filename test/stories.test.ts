// Grouping reports: storylines and events by words and days, and what people ruled about documents.
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {profileDocuments} from '../src/link/profiles.ts'
import {averageLink} from '../src/link/stories/average-link.ts'
import {clusterDocuments} from '../src/link/stories/clusters.ts'
import {ruledClusters} from '../src/link/stories.ts'
import {dayOf, daysOf} from '../src/text/similarity-days.ts'
import {testPacks} from './support.ts'

describe('average link', () => {
  it('joins the closest and leaves the far alone', () => {
    const edges = [
      {a: 0, b: 1, score: 0.9},
      {a: 2, b: 3, score: 0.8},
      {a: 1, b: 2, score: 0.3},
    ]
    expect(averageLink(5, edges, 0.5)).toEqual([[0, 1], [2, 3], [4]])
  })

  it('counts a missing edge as nothing in common', () => {
    const chain = [
      {a: 0, b: 1, score: 0.6},
      {a: 1, b: 2, score: 0.6},
    ]
    expect(averageLink(3, chain, 0.5)).toEqual([[0, 1], [2]])
  })

  it('gives every item one cluster, whatever the edges', () => {
    const edge = fc.record({a: fc.nat(19), b: fc.nat(19), score: fc.double({min: 0, max: 1, noNaN: true})})
    fc.assert(
      fc.property(fc.uniqueArray(edge, {selector: ({a, b}) => `${Math.min(a, b)} ${Math.max(a, b)}`}), edges => {
        const clusters = averageLink(
          20,
          edges.filter(({a, b}) => a !== b),
          0.4,
        )
        expect(clusters.flat().sort((x, y) => x - y)).toEqual(Array.from({length: 20}, (_, i) => i))
      }),
    )
  })
})

describe('rulings on documents', () => {
  const indexOf = (id: string): number => ['a', 'b', 'c'].indexOf(id)

  it('join and part stories', () => {
    expect(ruledClusters([[0, 1], [2]], indexOf, {same: [['a', 'c']], different: []})).toEqual([[0, 1, 2]])
    expect(ruledClusters([[0, 1], [2]], indexOf, {same: [], different: [['a', 'b']]})).toEqual([[0], [1], [2]])
  })
})

describe('days', () => {
  it('are counted from 1970', () => expect([dayOf('1970-01-01'), dayOf('2000-03-01'), dayOf('2031-04')]).toEqual([0, 11017, null]))

  it('cover months, years and intervals', () => {
    expect(daysOf('1970-02')).toEqual({from: 31, to: 58})
    expect(daysOf('1970-01-03/1970-01-05')).toEqual({from: 2, to: 4})
    expect(daysOf('../1970-01-05')).toBeNull()
  })
})

describe('reports', () => {
  const told = (id: string, published: string | null, lines: readonly string[]) => {
    let at = 0
    const sentences = lines.map(line => {
      const span = {start: at, end: at + line.length}
      at = span.end + 1
      return span
    })
    return {id, text: lines.join(' '), title: null, publisher: null, published, sentences}
  }
  const bridge = [
    'Envoys of Ostrel and Mirvan signed the Brenna bridge protocol in Port Tallin.',
    'Edda Norring read the protocol aloud at Brenna.',
  ]
  const flood = [
    'The Onver dam burst after a week of rain and drowned the Lusk orchards.',
    'Davit Zoren flew over Lusk and Onver by helicopter.',
  ]
  const storiesOf = (...documents: ReturnType<typeof told>[]): string[] =>
    clusterDocuments(documents, profileDocuments(documents, testPacks().links), testPacks().links)
      .map(cluster =>
        cluster
          .map(i => documents[i]!.id)
          .sort()
          .join(' '),
      )
      .sort()

  it('of one event are one story, whoever comes first', () => {
    const all = [
      told('a', '2031-04-11', bridge),
      told('b', '2031-04-12', [...bridge].reverse()),
      told('c', '2031-04-11', flood),
      told('d', '2031-04-11', [...flood, 'Nobody was hurt.']),
    ]
    expect(storiesOf(...all)).toEqual(['a b', 'c d'])
    expect(storiesOf(...[...all].reverse())).toEqual(['a b', 'c d'])
  })

  it('a month apart are two, however alike', () => {
    expect(storiesOf(told('a', '2031-04-11', bridge), told('b', '2031-05-20', bridge))).toEqual(['a', 'b'])
  })
})
