// How often is "narrated" right? Sentences coded by hand before they were run (narrated.txt): a remark told as fact is the worst fault the record can have,
// a fact left "unclear" only a lost line.
import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {packagePath} from '../src/edge/files/root.ts'
import {read} from '../src/parley.ts'
import {articleOf, testReader} from './support.ts'

interface Told {
  readonly coded: 'fact' | 'said'
  readonly text: string
  readonly word: string
  readonly offset: number
}

function codedSentences(): Told[] {
  return readFileSync(packagePath('test', 'narrated.txt'), 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .flatMap(line => {
      const [coded, marked] = line.split(' | ') as ['fact' | 'said', string]
      const parts = marked.replaceAll('\\n', '\n').split('*')
      const text = parts.join('')
      return parts.flatMap((word, index) => {
        const offset = parts.slice(0, index).join('').length
        return index % 2 === 0 ? [] : [{coded, text, word, offset}]
      })
    })
}

/** Assertions of the claims that begin at the marked word or hold it in their trigger. */
function assertionsOf({text, offset, word}: Told): string[] {
  const {claims} = read(articleOf(text, {published: '2031-04-11'}), testReader())
  return claims
    .filter(claim => claim.claim !== 'position' && claim.trigger.start < offset + word.length && claim.trigger.end > offset)
    .map(claim => claim.assertion)
}

describe('narrated', () => {
  const read = codedSentences().map(told => ({...told, assertions: assertionsOf(told)}))
  const narrated = read.filter(told => told.assertions.includes('narrated'))
  const facts = read.filter(told => told.coded === 'fact' && told.assertions.length > 0)

  it('is right where it is said', () => {
    const wrong = narrated.filter(told => told.coded === 'said').map(told => told.text)
    console.log(`narrated: ${narrated.length - wrong.length} of ${narrated.length} right\n${wrong.join('\n')}`)
    expect((narrated.length - wrong.length) / narrated.length).toBeGreaterThanOrEqual(NARRATED_RIGHT)
  })

  it('is said of most facts', () => {
    const said = facts.filter(told => told.assertions.includes('narrated')).length
    expect(said / facts.length).toBeGreaterThanOrEqual(FACTS_NARRATED)
  })
})

// 30 November 2026: 21 of 24 right, 84 % before "As X put it", "In his telling" and "his version is that" were read. Raise it, never lower it.
const NARRATED_RIGHT = 0.92
// All 21 facts that an event rule saw.
const FACTS_NARRATED = 0.95
