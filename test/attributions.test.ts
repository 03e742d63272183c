// Attributions hold on any text: spans inside it, nesting without circles, every chain to the page, and time that grows with the text.
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {annotate} from '../src/annotate/annotate.ts'
import {findQuotations} from '../src/text/quotations.ts'
import {reachOf} from '../src/text/reach.ts'
import {articleOf, testReader} from './support.ts'

const read = (text: string) => annotate(articleOf(text), testReader())

const PIECES = [
  '“',
  '”',
  '"',
  "'",
  '‘',
  '’',
  '«',
  '»',
  '„',
  "''",
  '``',
  ' ',
  '\n',
  '\n\n',
  'he said',
  ', ',
  '. ',
  'Vashenko',
  'that',
  'told the BBC',
  'We go.',
  ':',
  '—',
  '\ud800',
]

describe('findAttributions', () => {
  it('holds on any mixture of quotation marks and frames', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), {maxLength: 40}), pieces => {
        const text = pieces.join('')
        const {attributions} = read(text)
        attributions.forEach((attribution, index) => {
          for (const span of [...attribution.source, ...attribution.content, ...(attribution.cue ? [attribution.cue] : [])]) {
            expect(span.start).toBeGreaterThanOrEqual(0)
            expect(span.end).toBeGreaterThan(span.start)
            expect(span.end).toBeLessThanOrEqual(text.length)
          }
          expect(attribution.content.length).toBeGreaterThan(0)
          expect(attribution.chain.at(-1)?.role).toBe('page')
          const way = new Set([index])
          for (let at = attribution.nestedIn; at !== null; at = attributions[at]!.nestedIn) {
            expect(way.has(at)).toBe(false)
            way.add(at)
          }
        })
      }),
      {numRuns: 60},
    )
  })

  it('gives each link an evidence or a rule, except for the page and what nobody is named for', () => {
    const {attributions} = read(
      'Vashenko told the BBC that the talks had failed. He said a new round was unlikely.\n\n(With inputs from Reuters)',
    )
    for (const {chain} of attributions)
      for (const link of chain) if (link.role !== 'page') expect(link.evidence.length > 0 || link.rule !== null).toBe(true)
  })

  it('never gives an unnamed source a name', () => {
    const {attributions} = read('Vashenko left on Monday. A senior official said the map was ready. Sources said it was not.')
    for (const {chain} of attributions) expect(chain[0]).toMatchObject({status: 'unnamed', role: 'speaker'})
  })

  it('marks a quotation that nobody closed', () => {
    const {attributions} = read('Vashenko told reporters: “The road is open.\n\nThe delegation left.')
    expect(attributions.map(attribution => attribution.unclosed)).toEqual([true])
  })
})

describe('findQuotations', () => {
  const hostile: Record<string, string> = {
    'ten thousand marks': '"'.repeat(10_000),
    'ten thousand openings': '“a '.repeat(10_000),
    'single quotes in doubles': `“${'‘a’ '.repeat(5_000)}”`,
    'apostrophes as quotes': "'t was the sides' and the states' ".repeat(2_000),
    'fifty paragraphs': `${'“We wait.\n\n'.repeat(50)}“Done.”`,
  }
  it.each(Object.entries(hostile))('stands %s', (_name, text) => {
    const found = findQuotations(text)
    for (const quotation of found) expect(text.slice(quotation.start, quotation.end).length).toBe(quotation.end - quotation.start)
  })

  it('joins paragraphs that reopen and closes the others at their end', () => {
    const found = findQuotations('“We came.\n\n“We waited.\n\n“We left.”\n\n“And so')
    expect(found.map(({continues, unclosed}) => [continues, unclosed])).toEqual([
      [null, false],
      [0, false],
      [1, false],
      [null, true],
    ])
  })

  it('reads the marks of other newsrooms', () => {
    const text = '«Мы готовы» и „bereit“ und “ready” and ‘as agreed’ and "so"'
    expect(findQuotations(text).map(({inner}) => text.slice(inner.start, inner.end))).toEqual([
      'Мы готовы',
      'bereit',
      'ready',
      'as agreed',
      'so',
    ])
  })

  it('leaves apostrophes and inches alone', () => {
    expect(findQuotations("The sides' envoys don't sit on a 6\" plank, 'tis said.")).toEqual([])
  })
})

describe('reachOf', () => {
  it('tells the innermost attribution and whether a place is quoted', () => {
    const text = 'Vashenko said that Sorrend had promised “to withdraw” soon. The hall was empty.'
    const document = read(text)
    const reach = reachOf(document)
    const inner = reach.attributionAt(text.indexOf('withdraw'))
    expect(inner).not.toBeNull()
    expect(document.attributions[inner!]!.nestedIn).not.toBeNull()
    expect(reach.isQuoted(text.indexOf('withdraw'))).toBe(true)
    expect(reach.attributionAt(text.indexOf('hall'))).toBeNull()
    expect(reach.isQuoted(text.indexOf('hall'))).toBe(false)
  })
})
