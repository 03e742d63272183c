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

describe('translations', () => {
  const SOURCE = [
    'Hanne Oberg announced in Port Tallin on Sunday that the Northern Front and Sorrend have extended their ceasefire by 30 days.',
    'It was to expire at midnight, and both sides had moved artillery to the Lusk valley during the week.',
    'Oberg reached the rebel commander Davit Zoren by satellite telephone 20 minutes before the deadline.',
    'The interior minister, Mats Ekerra, denied that the army had agreed to withdraw from the Grey Heights.',
    'Monitors counted 19 breaches in April, fewer than in any month since the truce began.',
    'Kalvia, which shelters 60,000 refugees from the valley, welcomed the extension.',
  ]
  const BACK = [
    'On Sunday Hanne Oberg made known in Port Tallin that the armistice of the Northern Front and Sorrend was lengthened by 30 days.',
    'At midnight it would have run out; in the course of the week artillery had been brought by the two into the valley of Lusk.',
    '20 minutes ahead of the end of the term Oberg got the rebel commander Davit Zoren on the satellite telephone.',
    'Mats Ekerra, minister of the interior, disputed that the army had consented to a withdrawal from the Grey Heights.',
    'The monitors counted 19 breaches in April, less than in all months since the beginning of the truce.',
    'The extension was welcomed by Kalvia, where 60,000 refugees out of the valley have found shelter.',
  ]
  const FRENCH = [
    'Hanne Oberg a annoncé dimanche à Port Tallin que le Northern Front et Sorrend prolongent leur trêve de 30 jours.',
    'La trêve devait expirer à minuit, et des canons avaient été amenés dans la vallée de Lusk.',
    'Oberg a joint le commandant rebelle Davit Zoren par téléphone 20 minutes avant le terme.',
    'Le ministre de l’intérieur, Mats Ekerra, a nié que l’armée ait accepté de quitter les Grey Heights.',
    'Les observateurs ont compté 19 violations en avril, moins que jamais depuis le début de la trêve.',
    'Kalvia, qui abrite 60,000 réfugiés de la vallée, a salué cette prolongation.',
  ]

  it('are known by a line that says so, and the text with that line was made from the other', () => {
    const marked = documentOf('a', [...BACK, 'Translated from the Sorrendi.'])
    expect(edges(marked, documentOf('b', SOURCE))).toEqual(['a translation of b, likely'])
    expect(edges(documentOf('a', BACK), documentOf('b', SOURCE)).map(edge => edge.split(' ')[1])).toEqual(['rewrite'])
  })

  it('are known between two languages by names and numbers in one order', () => {
    const found = edges(
      documentOf('a', SOURCE, {language: 'en', published: '2031-04-20'}),
      documentOf('b', FRENCH, {language: 'fr', published: '2031-04-21'}),
    )
    expect(found).toEqual(['b translation of a, likely'])
  })

  it('are no two reports in two languages that name the same people in another order', () => {
    const shuffled = [4, 2, 5, 0, 3, 1].map(i => FRENCH[i]!)
    expect(edges(documentOf('a', SOURCE, {language: 'en'}), documentOf('b', shuffled, {language: 'fr'}))).toEqual([])
  })
})
