// Comparing texts: what stands in quotation marks is left out, names written by ear meet, direction comes from credits and dates.
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {type Derivable, findDerivations} from '../src/link/derivations.ts'
import {profileDocuments} from '../src/link/profiles.ts'
import {quotedSpans} from '../src/text/masking.ts'
import {fuzzyKey} from '../src/text/similarity-names.ts'
import {stemOf} from '../src/text/stem.ts'
import {testPacks} from './support.ts'

const quoted = (text: string): string[] => quotedSpans(text).map(span => text.slice(span.start, span.end))

describe('quotation marks', () => {
  it('are found in pairs of every make', () => {
    expect(quoted('He said “no deal” and "not yet", she «perhaps» and ‘never again’.')).toEqual([
      '“no deal”',
      '"not yet"',
      '«perhaps»',
      '‘never again’',
    ])
  })

  it('reach to the end of the line at most where nobody closes them', () => {
    expect(quoted('She said “we will see.\nThe talks went on.')).toEqual(['“we will see.'])
  })

  it('are no apostrophes', () => expect(quoted('Ostrel’s envoy didn’t stay.')).toEqual([]))

  it('never throw, and lie in order without overlap', () => {
    fc.assert(
      fc.property(fc.string({unit: fc.constantFrom('“', '”', '"', '‘', '’', '„', '«', '»', 'a', ' ', '\n', '.'), maxLength: 80}), text => {
        const spans = quotedSpans(text)
        for (const [i, span] of spans.entries()) {
          expect(span.start).toBeGreaterThanOrEqual(i === 0 ? 0 : spans[i - 1]!.end)
          expect(span.end).toBeLessThanOrEqual(text.length)
        }
      }),
    )
  })
})

describe('keys', () => {
  it('of names written by ear are one', () => {
    const pairs = [
      ['Stefanov', 'Stephanoff'],
      ['Ksenija', 'Xenia'],
      ['Vaschenko', 'Waschenko'],
      ['Karasin', 'Karassin'],
    ] as const
    for (const [a, b] of pairs) expect(fuzzyKey(a)).toBe(fuzzyKey(b))
  })

  it('of other names differ', () => expect(fuzzyKey('Shapovalova')).not.toBe(fuzzyKey('Shapovarova')))

  it('of words are stems', () => {
    expect(['negotiated', 'negotiating', 'negotiation'].map(stemOf)).toEqual(['negoti', 'negoti', 'negoti'])
  })
})

const TEXT = [
  'The delegations of Ostrel and Mirvan returned to the customs house of Port Tallin on Friday morning.',
  'Forty-two freighters lie at anchor outside the harbour because the northern channel has not been cleared.',
  'Edda Norring, who chairs the talks, handed both sides a draft of eleven pages on inspections.',
  'Insurers in Sorrend City lowered their rates for the route by a fifth within an hour.',
]

function documentOf(id: string, lines: readonly string[], known: Partial<Derivable> = {}): Derivable {
  let at = 0
  const sentences = lines.map(line => {
    const span = {start: at, end: at + line.length}
    at += line.length + 1
    return span
  })
  return {id, text: lines.join(' '), sentences, title: null, uri: null, published: null, publisher: null, versionOf: null, ...known}
}

const edges = (...documents: Derivable[]): string[] =>
  findDerivations(documents, profileDocuments(documents, testPacks().links)).derivations.map(
    edge => `${edge.of} ${edge.kind} of ${edge.from}, ${edge.direction}`,
  )

describe('direction', () => {
  it('is likely from the earlier to the later', () => {
    expect(edges(documentOf('a', TEXT, {published: '2031-04-12'}), documentOf('b', TEXT, {published: '2031-04-11'}))).toEqual([
      'a copy of b, likely',
    ])
  })

  it('is known where the text credits the other’s publisher', () => {
    const credits = [{agency: 'the Kalvia News', span: {start: 0, end: 3}, kind: 'line' as const}]
    const later = documentOf('a', TEXT, {credits, published: '2031-04-11'})
    expect(edges(later, documentOf('b', TEXT, {publisher: 'Kalvia News', published: '2031-04-12'}))).toEqual(['a copy of b, known'])
  })

  it('is unknown where nothing tells', () => expect(edges(documentOf('a', TEXT), documentOf('b', TEXT))).toEqual(['b copy of a, unknown']))

  it('is known between two fetches of one address', () => {
    expect(edges(documentOf('a', TEXT, {versionOf: 'b'}), documentOf('b', TEXT))).toEqual(['a copy of b, known'])
  })
})

describe('no derivation', () => {
  it('comes from one remark in two reports', () => {
    const remark =
      '“We have nine tenths of a paper and one tenth of a quarrel, and I would not exchange the one for the other tonight,” she said.'
    expect(edges(documentOf('a', [remark, TEXT[0]!]), documentOf('b', [remark, TEXT[3]!]))).toEqual([])
  })
})
