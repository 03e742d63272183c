// The nominal beside a verb, read off the order of words and widened by the tree: "advisers to the president", "Vashenko, the minister of trade,".
import {relationOf, uposOf} from '../../text/tree.ts'
import type {Source} from './draft.ts'
import {isPunctuation, type Scene, tagOf} from './scene.ts'

const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON', 'DET', 'ADJ', 'NUM'])
// "Vashenko, the government's spokesman for the talks, said": how far a subject may reach back from its verb.
const FARTHEST_SUBJECT = 40

/** The nominal that ends right before the verb, adverbs and auxiliaries skipped; null where something else stands there. */
export function nominalBefore(scene: Scene, i: number): Source | null {
  const {tokens, sentences} = scene
  const start = sentences[tokens.sentence[i]!]!.firstToken
  let last = i - 1
  while (last >= start && (uposOf(tokens, last) === 'ADV' || uposOf(tokens, last) === 'AUX' || uposOf(tokens, last) === 'PART')) last--
  // A closing bracket or comma ends an apposition: "Vashenko, the minister, said".
  if (last >= start && (scene.word(last) === ',' || scene.word(last) === ')')) {
    const apposed = nominalBeforeApposition(scene, last, start)
    if (apposed) return apposed
    return null
  }
  if (last < start || !isNominalEnd(scene, last)) return null
  return widened(scene, {first: nominalStart(scene, last, start), last, head: last}, start)
}

/**
 * "[advisers to] the president say", "[Mirvan and] Kalvia say", "[the report of] the board says": what the tree puts over the nominal, where nothing but its own words
 * stands between.
 */
function widened(scene: Scene, source: Source, start: number): Source {
  const {tokens} = scene
  let {first, head} = source
  for (let steps = 0; steps < LONGEST_CHAIN; steps++) {
    const top = topWithin(scene, head, first, source.last)
    const over = tokens.head[top]!
    const relation = relationOf(tokens, top)
    if (
      over < start ||
      over >= first ||
      !JOINED.has(relation) ||
      !(isNominalEnd(scene, over) || (NOMINAL.has(uposOf(tokens, over)) && scene.word(over + 1) === 'of')) ||
      hasBreak(scene, over, first)
    )
      break
    head = over
    first = nominalStart(scene, over, start)
  }
  const governor = first > start ? tokens.head[first - 1]! : -1
  // "nearly all senators", "longtime pollster Elin Maros"
  if (governor >= first && governor <= source.last && ['ADV', 'ADJ'].includes(uposOf(tokens, first - 1))) first--
  return {first, last: source.last, head: head === source.head ? source.head : head}
}

const JOINED = new Set(['nmod', 'conj'])
// "the report of the board of the fund for the valley"
const LONGEST_CHAIN = 4

/** The token of a stretch that hangs on something outside it, reached from a token inside. */
function topWithin({tokens}: Scene, token: number, first: number, last: number): number {
  let top = token
  for (let steps = 0; steps <= last - first && tokens.head[top]! >= first && tokens.head[top]! <= last; steps++) top = tokens.head[top]!
  return top
}

function hasBreak(scene: Scene, first: number, last: number): boolean {
  for (let i = first; i < last; i++) if (isPunctuation(scene, i) || ['VERB', 'AUX', 'SCONJ'].includes(uposOf(scene.tokens, i))) return true
  return false
}

function isNominalEnd(scene: Scene, i: number): boolean {
  const upos = uposOf(scene.tokens, i)
  const isName = tagOf(scene, i).startsWith('NNP')
  return isName || upos === 'NOUN' || upos === 'PROPN' || upos === 'PRON' || upos === 'NUM' || (upos === 'DET' && scene.word(i) !== 'the')
}

/** Leftwards over nouns, adjectives, determiners and possessives, and over "of" between nouns. */
function nominalStart(scene: Scene, last: number, start: number): number {
  const {tokens} = scene
  if (uposOf(tokens, last) === 'PRON') return last
  let first = last
  while (first > start && scene.quoteOf[first - 1] === scene.quoteOf[last]) {
    const upos = uposOf(tokens, first - 1)
    const word = scene.word(first - 1)
    if (NOMINAL.has(upos) && !(upos === 'PRON' && relationOf(tokens, first - 1) !== 'nmod')) first--
    else if (word === "'s" || word === '’s' || word === "'" || word === '’') first--
    else if ((word === 'of' || word === '-') && first - 2 >= start && NOMINAL.has(uposOf(tokens, first - 2))) first--
    else break
  }
  return first
}

/** "Vashenko, the minister of trade, said": from the closing comma back to the comma that opens the apposition, then the name before it. */
function nominalBeforeApposition(scene: Scene, close: number, start: number): Source | null {
  let last = close
  for (let rounds = 0; rounds < MOST_APPOSITIONS; rounds++) {
    const opener = scene.word(last) === ')' ? '(' : ','
    let at = last - 1
    while (at > start && at > close - FARTHEST_SUBJECT && scene.word(at) !== opener && scene.quoteOf[at]! < 0) at--
    if (at <= start || scene.word(at) !== opener || FINITE.has(tagOf(scene, at + 1))) return null
    last = at - 1
    // "Vashenko (Mirvan), a member of the panel, said": another bracket or apposition before this one.
    if (scene.word(last) !== ',' && scene.word(last) !== ')') break
  }
  if (!isNominalEnd(scene, last)) return null
  const name = widened(scene, {first: nominalStart(scene, last, start), last, head: last}, start)
  return {...name, last: scene.word(close) === ')' ? close : Math.max(last, close - 1)}
}

const MOST_APPOSITIONS = 3
// ", tried to": a verb with tense behind a comma opens no apposition
const FINITE = new Set(['VBD', 'VBZ', 'VBP', 'MD'])
