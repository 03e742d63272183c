// One document as the extractors see it: its words, who stands at which word, and the pack's index. Built once a document.
import type {Document} from '../model/document.ts'
import type {Packs} from '../model/packs.ts'
import type {Tokens} from '../model/tokens.ts'
import {relationOf, tokenAt} from '../text/tree.ts'
import {type Lexicon, lexiconOf} from './lexicon.ts'
import {mendTree} from './mend.ts'
import type {World} from './world.ts'

export interface Scene {
  readonly document: Document
  /** The words with their tree, mended where the words leave no doubt; not the columns of the document. */
  readonly tokens: Tokens
  readonly lexicon: Lexicon
  /** Innermost mention that token i stands in, -1 where there is none: index into Document.mentions. */
  readonly mentionAt: Int32Array
  /** The mention that token i heads, -1 where there is none. */
  readonly mentionOf: Int32Array
  readonly lemmas: readonly string[]
  /** Penn tag of each word; a verb of the pack behind a modal is one, whatever the tagger says. */
  readonly tags: readonly string[]
  /** Relation to the head without its subtype. */
  readonly relations: readonly string[]
  /** What has been worked out about a word's place in the world. */
  readonly worlds: Map<number, World>
}

export function sceneOf(document: Document, packs: Packs): Scene {
  const {tokens, mentions} = document
  const lexicon = lexiconOf(packs.talks)
  const mentionAt = new Int32Array(tokens.length).fill(-1)
  const mentionOf = new Int32Array(tokens.length).fill(-1)
  const order = mentions.map((_, index) => index).sort((a, b) => lengthOf(mentions[b]!) - lengthOf(mentions[a]!) || a - b)
  for (const index of order) {
    const mention = mentions[index]!
    for (let token = tokenAt(tokens, mention.start); token < tokens.length && tokens.start[token]! < mention.end; token++)
      mentionAt[token] = index
    if (mention.head >= 0 && mention.head < tokens.length) mentionOf[mention.head] = index
  }
  const lemmas = Array.from({length: tokens.length}, (_, token) => knownLemma(document, lexicon, token))
  const tags = Array.from({length: tokens.length}, (_, token) => plainTag(document, lexicon, token))
  const mended = mendTree({document, lexicon, mentionAt, lemmas, tags})
  return {
    document,
    tokens: mended.tokens,
    lexicon,
    mentionAt,
    mentionOf,
    lemmas,
    tags: mended.tags,
    relations: Array.from({length: tokens.length}, (_, token) => relationOf(mended.tokens, token)),
    worlds: new Map(),
  }
}

/** "The militia will free the captives": what stands behind a modal is a verb. */
function plainTag(document: Document, lexicon: Lexicon, token: number): string {
  const {tokens} = document
  const tag = tokens.tags[tokens.xpos[token]!] ?? ''
  if (token === 0 || tag.startsWith('VB') || (tag !== 'JJ' && tag !== 'NN' && tag !== 'NNP' && tag !== 'IN')) return tag
  let before = token - 1
  while (before > 0 && tokens.tags[tokens.xpos[before]!] === 'RB') before--
  const opener = tokens.tags[tokens.xpos[before]!]
  if (tokens.sentence[before] !== tokens.sentence[token] || (opener !== 'MD' && (opener !== 'TO' || tag === 'NNP' || tag === 'IN')))
    return tag
  return lexicon.knowsVerb(document.text.slice(tokens.start[token], tokens.end[token]).toLowerCase()) ? 'VB' : tag
}

/** A guesser may cut "shelled" to "shel": where the pack knows another base form of the word, that one stands. */
function knownLemma(document: Document, lexicon: Lexicon, token: number): string {
  const {tokens} = document
  const lemma = tokens.lemma(token).toLowerCase()
  const tag = tokens.tags[tokens.xpos[token]!] ?? ''
  const word = document.text.slice(tokens.start[token], tokens.end[token]).toLowerCase()
  if (tag === 'NNS' && lemma === word && word.endsWith('s')) return lexicon.knowsNoun(word.slice(0, -1)) ? word.slice(0, -1) : lemma
  if (!tag.startsWith('VB') || lexicon.knowsVerb(lemma)) return lemma
  if (lemma === word) return lexicon.pack.words.forms[word] ?? cutDown(lexicon, lemma, word)
  return cutDown(lexicon, lemma, word)
}

/** "shelled", "shelling": the base form that the pack knows, else the guess. */
function cutDown(lexicon: Lexicon, lemma: string, word: string): string {
  const cut = word.endsWith('ing') ? 3 : word.endsWith('ed') || word.endsWith('es') ? 2 : word.endsWith('s') ? 1 : 0
  if (cut === 0) return lemma
  const stem = word.slice(0, -cut)
  for (const base of [stem, `${stem}e`, stem.slice(0, -1), `${stem.slice(0, -1)}y`])
    if (base.length > 2 && lexicon.knowsVerb(base)) return base
  return lemma
}

const lengthOf = (span: {readonly start: number; readonly end: number}): number => span.end - span.start
