// The engine's promises on any text: exact offsets, sentences that cover the tokens, trees without cycles, time linear in the length.
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {loadEngineFiles} from '../src/edge/files/engine.ts'
import type {Layers} from '../src/model/engine.ts'

/** Plain, since a long text asks it a million times. */
function must(holds: boolean): void {
  if (!holds) throw new Error('the layers do not fit together')
}

function check(text: string): Layers {
  const layers = loadEngineFiles().analyze(text)
  const {tokens, sentences, names} = layers
  let last = 0
  for (let i = 0; i < tokens.length; i++) {
    if (tokens.start[i]! < last || tokens.end[i]! <= tokens.start[i]! || tokens.end[i]! > text.length)
      throw new Error(`token ${i} out of order`)
    if (text.slice(tokens.start[i]!, tokens.end[i]!).trim() === '') throw new Error(`token ${i} is white space`)
    last = tokens.end[i]!
  }
  // nothing but white space stands between tokens
  let at = 0
  for (let i = 0; i <= tokens.length; i++) {
    const stop = i < tokens.length ? tokens.start[i]! : text.length
    if (/[\p{L}\p{N}]/u.test(text.slice(at, stop))) throw new Error(`text lost before token ${i}`)
    at = i < tokens.length ? tokens.end[i]! : at
  }
  let next = 0
  sentences.forEach((sentence, n) => {
    must(sentence.firstToken === next)
    must(sentence.endToken > sentence.firstToken)
    must(sentence.start === tokens.start[sentence.firstToken])
    must(sentence.end === tokens.end[sentence.endToken - 1])
    next = sentence.endToken
    let roots = 0
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      if (tokens.sentence[i] !== n) throw new Error(`token ${i} is in no sentence`)
      if (tokens.head[i]! < 0) roots++
      else if (tokens.head[i]! < sentence.firstToken || tokens.head[i]! >= sentence.endToken) throw new Error(`head of ${i} lies outside`)
    }
    must(roots === 1)
  })
  must(next === tokens.length)
  // every way up ends at a root
  const depth = new Int32Array(tokens.length)
  for (let i = 0; i < tokens.length; i++)
    for (let token = i, steps = 0; token >= 0 && depth[token] === 0; token = tokens.head[token]!, steps++) {
      if (steps > tokens.length) throw new Error(`cycle at ${i}`)
      if (tokens.head[token]! < 0 || steps > 1000) depth[i] = 1
    }
  let from = 0
  for (const name of names) {
    must(name.firstToken >= from)
    must(name.start === tokens.start[name.firstToken])
    must(name.end === tokens.end[name.endToken - 1])
    must(name.confidence >= 0)
    must(name.confidence <= 1)
    from = name.endToken
  }
  return layers
}

const wordsOf = (text: string): string[] => {
  const {tokens} = loadEngineFiles().analyze(text)
  return Array.from({length: tokens.length}, (_, i) => text.slice(tokens.start[i]!, tokens.end[i]!))
}

const sentencesOf = (text: string): string[] =>
  loadEngineFiles()
    .analyze(text)
    .sentences.map(({start, end}) => text.slice(start, end))

describe('any text', () => {
  test('of any characters', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary', maxLength: 200}), text => void check(text)),
      {numRuns: 300},
    )
  })

  test('of newsroom pieces in any order', () => {
    const piece = fc.constantFrom(
      '“',
      '”',
      "'s",
      'U.S.',
      ' ',
      '\n',
      '—',
      'Mr. ',
      'Talks ',
      'ceasefire',
      '...',
      '1,200',
      '|',
      '- ',
      '\ud83d',
      'St. ',
      '(',
      ')',
      'n’t',
      '@',
      'http://a.b/c',
      '\u200d',
      '\u202e',
      '😀',
    )
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 60}), pieces => void check(pieces.join(''))),
      {numRuns: 300},
    )
  })

  test('empty, blank, lone surrogates, joiners, bidi controls', () => {
    for (const text of ['', ' \n\t ', '\ud83d', '\udc00 a', 'a\u200db', '\u202eabc\u202c', '😀😀', '\u0000', 'é\u0301'.repeat(50)])
      check(text)
  })

  test('long ones', () => {
    check('talks went on and on in the hall '.repeat(3000))
    check('a'.repeat(1_000_000))
    check(
      `${'.'.repeat(200_000)} ${'-'.repeat(200_000)} ${'a.'.repeat(100_000)} ${"'".repeat(100_000)} ${'1-'.repeat(100_000)} ${'a@'.repeat(50_000)}`,
    )
  })
})

describe('words', () => {
  test('clitics, hyphens, numbers and addresses', () => {
    expect(wordsOf("They don't know Orlo's cease-fire.")).toEqual(['They', 'do', "n't", 'know', 'Orlo', "'s", 'cease', '-', 'fire', '.'])
    expect(wordsOf('“We can’t,” he said.')).toEqual(['“', 'We', 'ca', 'n’t', ',', '”', 'he', 'said', '.'])
    expect(wordsOf('It cost $1,200.50 at 5:30pm')).toEqual(['It', 'cost', '$', '1,200.50', 'at', '5:30', 'pm'])
    expect(wordsOf('See www.mirvan.example/talks, or write to desk@mirvan.example.')).toEqual([
      'See',
      'www.mirvan.example/talks',
      ',',
      'or',
      'write',
      'to',
      'desk@mirvan.example',
      '.',
    ])
    expect(wordsOf('a non-binding, pro-Kalvian vote')).toEqual(['a', 'non-binding', ',', 'pro-Kalvian', 'vote'])
  })
})

describe('sentences', () => {
  test('abbreviations, initials and places do not end them', () => {
    expect(sentencesOf('Gen. Ludo Harkas met U.S. President J. K. Morley in St. Petersburg on Friday. They spoke for hours.')).toHaveLength(
      2,
    )
  })

  test('headings, list items, table rows and datelines stand alone', () => {
    const {sentences} = loadEngineFiles().analyze(
      'Talks resume in Sorrend\n\nSORREND, April 11 (Mirvan) — The two sides met again on Friday.\n- A list item\n| Name | Date |\n|---|---|\n',
    )
    expect(sentences.map(({kind}) => kind)).toEqual(['heading', 'dateline', 'prose', 'list', 'table', 'table'])
    expect(sentences.map(({paragraph}) => paragraph)).toEqual([0, 1, 1, 2, 3, 4])
  })
})
