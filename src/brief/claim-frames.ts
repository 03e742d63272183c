// The verbs of a sentence with who does what to whom, denied or not, certain or not. Two sentences can hold the same words and say the
// opposite; their frames then differ.
import type {Layers} from '../model/engine.ts'
import {type Tokens, UPOS} from '../model/tokens.ts'

export interface Frame {
  readonly lemma: string
  readonly token: number
  readonly isNegated: boolean
  /** Not told as a fact: with a modal verb, as an infinitive, or in -ing without "is". */
  readonly isOpen: boolean
  /** Tokens that head who does it and whom it is done to; empty where the sentence does not say. */
  readonly subjects: readonly number[]
  readonly objects: readonly number[]
}

const NEGATIONS: ReadonlySet<string> = new Set(['not', "n't", 'n’t', 'never', 'no', 'neither', 'nor', 'nobody', 'nothing', 'none'])
const MODALS: ReadonlySet<string> = new Set([
  'will',
  'would',
  'may',
  'might',
  'could',
  'can',
  'should',
  'shall',
  'must',
  "'ll",
  '’ll',
  "'d",
  'wo',
  'ca',
])
/** Words between a verb and what it rules that say it is not done: "failed to", "refused to", "ready to", "agreed to". */
const OPEN_COMPLEMENT = 'xcomp'

export const isModal = (word: string): boolean => MODALS.has(word)

export const isNegation = (word: string): boolean => NEGATIONS.has(word.toLowerCase())

export function framesOf({tokens}: Pick<Layers, 'tokens'>, text: string, from = 0, to = tokens.length): Frame[] {
  const frames: Frame[] = []
  for (let i = from; i < to; i++) {
    if (UPOS[tokens.upos[i]!] !== 'VERB') continue
    const frame = {
      lemma: tokens.lemma(i),
      token: i,
      isNegated: false,
      isOpen: isBare(i, tokens),
      subjects: [] as number[],
      objects: [] as number[],
    }
    for (let child = tokens.firstChild[i]!; child >= 0; child = tokens.nextSibling[child]!) {
      const relation = tokens.relations[tokens.deprel[child]!]!
      const word = text.slice(tokens.start[child], tokens.end[child]).toLowerCase()
      if (NEGATIONS.has(word)) frame.isNegated = true
      else if (relation === 'aux' && isModal(word)) frame.isOpen = true
      else if (relation === 'nsubj' || relation === 'obl:agent') frame.subjects.push(...withConjuncts(child, tokens))
      else if (relation === 'nsubj:pass' || relation === 'obj' || relation === 'iobj') frame.objects.push(...withConjuncts(child, tokens))
      if ((relation.startsWith('nsubj') || relation === 'obj') && hasNegation(child, tokens, text)) frame.isNegated = true
    }
    if (frame.subjects.length === 0) frame.subjects.push(...lentSubjects(i, tokens))
    frames.push(frame)
  }
  return frames
}

/** "To meet", "are to meet", "of laying": said of nothing that is. "Is laying" is. */
function isBare(verb: number, tokens: Tokens): boolean {
  const tag = tokens.tags[tokens.xpos[verb]!]
  if (tag === 'VB') return true
  if (tag !== 'VBG') return false
  for (let child = tokens.firstChild[verb]!; child >= 0; child = tokens.nextSibling[child]!)
    if (tokens.relations[tokens.deprel[child]!]!.startsWith('aux')) return false
  return true
}

/** "Neither side announced", "no deal was signed". */
function hasNegation(head: number, tokens: Tokens, text: string): boolean {
  for (let child = tokens.firstChild[head]!; child >= 0; child = tokens.nextSibling[child]!)
    if (NEGATIONS.has(text.slice(tokens.start[child], tokens.end[child]).toLowerCase())) return true
  return NEGATIONS.has(text.slice(tokens.start[head], tokens.end[head]).toLowerCase())
}

/** The second of two verbs, or the one behind "agreed to", has the subject of the first. */
function lentSubjects(verb: number, tokens: Tokens): number[] {
  const relation = tokens.relations[tokens.deprel[verb]!]!
  const head = tokens.head[verb]!
  if (head < 0 || (relation !== 'conj' && relation !== OPEN_COMPLEMENT)) return []
  const lent: number[] = []
  for (let child = tokens.firstChild[head]!; child >= 0; child = tokens.nextSibling[child]!)
    if (tokens.relations[tokens.deprel[child]!] === 'nsubj') lent.push(...withConjuncts(child, tokens))
  return lent
}

function withConjuncts(head: number, tokens: Tokens): number[] {
  const all = [head]
  for (let child = tokens.firstChild[head]!; child >= 0; child = tokens.nextSibling[child]!)
    if (tokens.relations[tokens.deprel[child]!] === 'conj') all.push(child)
  return all
}
