// What a sentence commits itself to, apart: the names, the figures with what they count, the days, the words that carry content, the frames.
// Each must be found again in what is said to carry it.
import type {Document} from '../model/document.ts'
import type {Layers} from '../model/engine.ts'
import type {Span} from '../model/span.ts'
import type {TimeExpression} from '../model/time.ts'
import {type Tokens, UPOS, type Upos} from '../model/tokens.ts'
import {foldWord} from '../text/similarity-words.ts'
import {stemOf} from '../text/stem.ts'
import {type Frame, framesOf} from './claim-frames.ts'

/** Number words and their values, lower case, from the packs. */
/** What the packs say of words that a check weighs. */
export interface ClaimWords {
  readonly numbers: Readonly<Record<string, number>>
  /** Lemmas of verbs that report speech. */
  readonly cues: ReadonlySet<string>
  /** Words of degree and order that change what is said; the other adverbs and determiners only place it. */
  readonly degrees: ReadonlySet<string>
  /** Those of them that leave nobody and nothing out. */
  readonly sweeping: ReadonlySet<string>
  /** Words that tell less than a fact: "reportedly", "nearly". */
  readonly hedges: ReadonlySet<string>
}

export interface Figure extends Span {
  readonly value: number
  /** Stem of the noun that is counted, null where none follows. */
  readonly of: string | null
}

export interface ContentWord extends Span {
  readonly word: string
  readonly upos: Upos
  /** Stems of the form and of the lemma: either is enough to meet. */
  readonly stems: readonly string[]
}

export interface Facts extends Span {
  readonly figures: readonly Figure[]
  readonly words: readonly ContentWord[]
  readonly frames: readonly Frame[]
  readonly hasCondition: boolean
}

const CONTENT: ReadonlySet<Upos> = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ', 'ADV'])
const CONDITIONS: ReadonlySet<string> = new Set(['if', 'unless', 'provided', 'once', 'until'])

export function factsOf(layers: Pick<Layers, 'tokens'>, text: string, span: Span, known: ClaimWords): Facts {
  const {tokens} = layers
  const [from, to] = [firstIn(tokens, span.start), firstIn(tokens, span.end)]
  const figures: Figure[] = []
  const words: ContentWord[] = []
  let hasCondition = false
  for (let i = from; i < to; i++) {
    const word = text.slice(tokens.start[i], tokens.end[i])
    const upos = UPOS[tokens.upos[i]!]!
    const place = {start: tokens.start[i]!, end: tokens.end[i]!}
    const low = foldWord(word)
    if (CONDITIONS.has(low) && upos !== 'NOUN') hasCondition = true
    const value = figureOf(low, known.numbers)
    if (value !== null && upos !== 'PROPN' && upos !== 'DET' && upos !== 'PRON')
      figures.push({...place, value, of: countedBy(i, to, tokens, text)})
    else if (known.degrees.has(low) || (CONTENT.has(upos) && low.length > 1 && /\p{L}/u.test(low) && upos !== 'ADV'))
      words.push({...place, word, upos, stems: stemsOf(low, foldWord(tokens.lemma(i)))})
    else if (/^\d/.test(low)) words.push({...place, word, upos, stems: [low]})
  }
  return {...span, figures, words, frames: framesOf(layers, text, from, to), hasCondition}
}

const stemsOf = (form: string, lemma: string): string[] => [...new Set([stemOf(form), stemOf(lemma)])]

/** Digits with their thousands, or a number word, also "forty-seven"; null for anything else. */
function figureOf(word: string, numbers: ClaimWords['numbers']): number | null {
  if (/^\d{1,3}(?:,\d{3})+$|^\d+(?:\.\d+)?$/.test(word)) return Number(word.replaceAll(',', ''))
  const known = Object.hasOwn(numbers, word) ? numbers[word]! : null
  if (known !== null) return known
  const [tens, ones] = word.split('-')
  if (ones === undefined || !Object.hasOwn(numbers, tens!) || !Object.hasOwn(numbers, ones)) return null
  return numbers[tens!]! + numbers[ones]!
}

/** How far behind a figure its noun may stand: "41 freed Marenian sailors". */
const NOUN_REACH = 4

function countedBy(figure: number, to: number, tokens: Tokens, text: string): string | null {
  const head = tokens.head[figure]!
  if (head > figure && head - figure <= NOUN_REACH && UPOS[tokens.upos[head]!] === 'NOUN') return stemOf(foldWord(tokens.lemma(head)))
  for (let i = figure + 1; i < Math.min(to, figure + NOUN_REACH); i++) {
    const upos = UPOS[tokens.upos[i]!]!
    if (upos === 'NOUN') return stemOf(foldWord(tokens.lemma(i)))
    if (upos !== 'ADJ' && upos !== 'PROPN' && text.slice(tokens.start[i], tokens.end[i]) !== '-') return null
  }
  return null
}

function firstIn(tokens: Tokens, offset: number): number {
  let i = 0
  while (i < tokens.length && tokens.start[i]! < offset) i++
  return i
}

/** Time expressions of a sentence that name a day, a month, a weekday: a duration is a figure. */
export const datesIn = ({times}: Pick<Document, 'times'>, {start, end}: Span): TimeExpression[] =>
  times.filter(time => time.start >= start && time.end <= end && (time.type === 'date' || time.type === 'time'))
