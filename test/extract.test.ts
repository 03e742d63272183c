// Extraction on any text: it never throws, cites inside the text, keeps its references, and takes a time that grows with the length only.
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {readPackFiles} from '../src/edge/files/packs.ts'
import type {Claim} from '../src/model/claim.ts'
import type {ReadDocument} from '../src/model/reading.ts'
import {compilePacks} from '../src/pack/packs.ts'
import {read} from '../src/parley.ts'
import {articleOf, testPacks, testReader} from './support.ts'

const WORDS = [
  ...[
    'The',
    'union',
    'rebels',
    'government',
    'Kalvia',
    'Norway',
    'said',
    'that',
    'met',
    'with',
    'denied',
    'if',
    'will',
    'not',
    'talks',
    'between',
  ],
  ...[
    'and',
    'agreed',
    'to',
    'halt',
    'attacks',
    '“',
    '”',
    ',',
    '.',
    'violated',
    'truce',
    'by',
    'both',
    'sides',
    'on',
    'Friday',
    'refused',
    'yet',
    '—',
    'unless',
  ],
]

const readText = (text: string): ReadDocument => read(articleOf(text, {published: '2031-06-12'}), testReader())

const referencesOf = (claim: Claim): readonly number[] => {
  switch (claim.claim) {
    case 'event':
      return [
        ...claim.actors,
        ...claim.recipients,
        ...claim.mediators,
        ...(claim.host === null ? [] : [claim.host]),
        ...(claim.place === null ? [] : [claim.place]),
      ]
    case 'position':
      return [claim.holder, ...(claim.voice === null ? [] : [claim.voice]), ...(claim.toward === null ? [] : [claim.toward])]
    case 'agreement':
      return [
        ...claim.parties,
        ...(claim.violation ? [...claim.violation.by, ...claim.violation.allegedBy, ...claim.violation.deniedBy] : []),
      ]
    case 'assessment':
      return claim.by === null ? [] : [claim.by]
  }
}

describe('extractClaims', () => {
  it('never throws and cites inside the text, whatever the words', () => {
    const texts = fc.oneof(
      fc.string({unit: 'binary', maxLength: 200}),
      fc.array(fc.constantFrom(...WORDS), {maxLength: 60}).map(words => words.join(' ')),
    )
    fc.assert(
      fc.property(texts, text => {
        const document = readText(text)
        for (const claim of document.claims) {
          expect(claim.sentence.start).toBeGreaterThanOrEqual(0)
          expect(claim.sentence.end).toBeLessThanOrEqual(text.length)
          expect(claim.trigger.start).toBeGreaterThanOrEqual(claim.sentence.start)
          expect(claim.trigger.end).toBeLessThanOrEqual(claim.sentence.end)
          for (const reference of referencesOf(claim)) expect(document.somebodies[reference]).toBeDefined()
          if (claim.attribution !== null) expect(document.attributions[claim.attribution]).toBeDefined()
        }
      }),
      {numRuns: 150},
    )
  })

  it('names nobody as actor whom the text does not name', () => {
    for (const claim of readText('The talks were held in Geneva on Friday.').claims)
      expect(referencesOf(claim).length).toBeLessThanOrEqual(1)
  })

  it('every rule of an event is a pattern of the pack or the demand by must', () => {
    const known = new Set([...testPacks().talks.patterns.map(pattern => pattern.id), 'must'])
    const text = 'Norway met with Chile in Lima on Monday. Chile said that Norway must lift its tariffs. The rebels rejected the offer.'
    for (const claim of readText(text).claims) if (claim.claim === 'event') expect(known.has(claim.rule)).toBe(true)
  })

  it('an accusation sets no state of an agreement, a denial stands beside it', () => {
    const claims = readText(
      'The militia accused the army of violating the truce. The army denied that it had violated the truce.',
    ).claims.filter(claim => claim.claim === 'agreement')
    expect(claims.every(claim => claim.state === null)).toBe(true)
    expect(claims.some(claim => claim.violation?.voice === 'alleged' && claim.violation.allegedBy.length === 1)).toBe(true)
    expect(claims.some(claim => claim.violation?.deniedBy.length === 1)).toBe(true)
  })

  it('a sentence in quotation marks is never narrated', () => {
    for (const claim of readText('“The rebels attacked the port on Monday,” the general said.').claims)
      expect(claim.assertion).not.toBe('narrated')
  })
})

describe('the rules of packs/talks', () => {
  it('name case files that exist', () => {
    const root = new URL('..', import.meta.url)
    const talks = new URL('packs/talks/', root)
    const files = readdirSync(talks, {recursive: true, encoding: 'utf8'}).filter(file => file.endsWith('.yaml'))
    const named = files.flatMap(file =>
      [...readFileSync(new URL(file, talks), 'utf8').matchAll(/\bcase: ([\w/-]+\.md)/g)].map(match => match[1]!),
    )
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter(file => !existsSync(new URL(`cases/${file}`, root)))).toEqual([])
  })
})

describe('a talks pack of one’s own', () => {
  it('adds its issues to those of the program', () => {
    const own = {
      path: 'talks/own-issues.yaml',
      text: 'source: a test\nissues:\n  - {id: lighthouse, label: the lighthouse, words: [lighthouse]}\n',
    }
    const packs = compilePacks([...readPackFiles(), own])
    const document = read(articleOf('Chile demanded the lighthouse on Monday.', {published: '2031-06-12'}), {...testReader(), packs})
    expect(document.claims.filter(claim => claim.claim === 'position').map(claim => claim.issue)).toEqual(['lighthouse'])
  })
})
