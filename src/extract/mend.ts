// Mends a dependency tree where the words leave no doubt: "has expelled envoys" has a verb and an object, whatever the parser made of it.
// Each mend needs word order and tags that allow one reading only; everything else stays as it was parsed.
import type {Tokens} from '../model/tokens.ts'
import {CONDITIONAL_MARKS} from './marks.ts'
import {mendClauses} from './mend-clauses.ts'
import {childWhere, type Draft, FINITE, firstEnding, hang, isAuxiliary, isState, WINDOW} from './mend-draft.ts'
import {mendHeld} from './mend-held.ts'
import {mendMain} from './mend-main.ts'
import {mendStance} from './mend-stance.ts'

export interface Mended {
  readonly tokens: Tokens
  readonly tags: readonly string[]
}

type Words = Pick<Draft, 'document' | 'lexicon' | 'mentionAt' | 'lemmas'> & {readonly tags: readonly string[]}

export function mendTree({document, lexicon, mentionAt, lemmas, tags}: Words): Mended {
  const {tokens} = document
  const draft: Draft = {
    document,
    lexicon,
    mentionAt,
    lemmas,
    tags: [...tags],
    heads: Int32Array.from(tokens.head),
    relations: Array.from({length: tokens.length}, (_, token) => tokens.relations[tokens.deprel[token]!]!),
    changed: 0,
  }
  for (const {firstToken, endToken} of document.sentences) {
    mendHeld(draft, firstToken, endToken)
    mendClauses(draft, firstToken, endToken)
    mendMain(draft, firstToken, endToken)
    for (let token = firstToken; token < endToken; token++) {
      participle(draft, token, firstToken)
      perfect(draft, token, endToken)
      infinitiveAsObject(draft, token)
      conditionOnNoun(draft, token)
      objectBehind(draft, token)
      planningNoun(draft, token, firstToken, endToken)
      stateOfRoot(draft, token, firstToken, endToken)
      dayAfterObject(draft, token, firstToken)
      nameAsAuxiliary(draft, token)
      goingTo(draft, token, endToken)
      nounBehindVerb(draft, token)
      mendStance(draft, token, endToken)
    }
  }
  return draft.changed === 0 ? {tokens, tags: draft.tags} : {tokens: withHeads(tokens, draft), tags: draft.tags}
}

/** "has expelled envoys" read as "expelled envoys": behind "have" a participle is the verb, and the noun behind it its object. */
function participle(draft: Draft, token: number, first: number): void {
  if (draft.tags[token] !== 'VBN' || draft.relations[token] !== 'amod' || draft.heads[token]! <= token) return
  let before = token - 1
  while (before >= first && draft.tags[before] === 'RB') before--
  if (before < first || draft.lemmas[before] !== 'have') return
  const noun = draft.heads[token]!
  hang(draft, token, draft.heads[noun]!, draft.relations[noun] === 'root' ? 'root' : 'ccomp')
  hang(draft, noun, token, 'obj')
}

/** "that envoys had met officials" with "had" read as a noun of the clause: right before a participle that is a verb it is its auxiliary. */
function perfect(draft: Draft, token: number, end: number): void {
  if (draft.lemmas[token] !== 'have' || draft.relations[token]!.startsWith('aux')) return
  let verb = token + 1
  while (verb < end && draft.tags[verb] === 'RB') verb++
  if (verb >= end || (draft.tags[verb] !== 'VBN' && draft.tags[verb] !== 'VBD') || draft.heads[token] !== verb) return
  draft.tags[verb] = 'VBN'
  for (let at = Math.max(0, token - WINDOW); at < token; at++) if (draft.heads[at] === token) hang(draft, at, verb, draft.relations[at]!)
  hang(draft, token, verb, 'aux')
}

/** "has yet to ratify" with the infinitive as an object: a verb behind "to" is a clause. */
function infinitiveAsObject(draft: Draft, token: number): void {
  if (draft.relations[token] !== 'obj' || draft.tags[token] !== 'VB' || draft.tags[token - 1] !== 'TO') return
  hang(draft, token, draft.heads[token]!, 'xcomp')
}

/** "unless the rebels returned" with "unless" read as a preposition: before the subject of a finite verb it opens a condition. */
function conditionOnNoun(draft: Draft, token: number): void {
  if (draft.relations[token] !== 'case' || !CONDITIONAL_MARKS.has(draft.lemmas[token]!)) return
  const noun = draft.heads[token]!
  const verb = noun < 0 || draft.relations[noun] !== 'nsubj' ? -1 : draft.heads[noun]!
  if (verb <= noun || draft.tags[noun] === 'VBG' || !draft.tags[verb]!.startsWith('VB')) return
  hang(draft, token, verb, 'mark')
  if (draft.relations[verb] === 'ccomp') draft.relations[verb] = 'advcl'
}

/** "will free the captives" with both nouns as subjects: the one behind an active verb is its object. */
function objectBehind(draft: Draft, token: number): void {
  const verb = draft.heads[token]!
  if (draft.relations[token] !== 'nsubj' || verb < 0 || verb > token || draft.tags[verb] !== 'VB') return
  const subject = childWhere(draft, verb, child => child < verb && draft.relations[child]!.startsWith('nsubj'))
  if (subject < 0 || childWhere(draft, verb, child => draft.relations[child] === 'cop' || draft.relations[child] === 'obj') >= 0) return
  hang(draft, token, verb, 'obj')
}

/** "The militia plans to hand over the hostages" read as a noun phrase: in a sentence without a finite verb, the plural is the verb. */
function planningNoun(draft: Draft, token: number, first: number, end: number): void {
  if (draft.tags[token] !== 'NNS' || draft.heads[token] !== -1 || draft.tags[token + 1] !== 'TO' || token + 2 >= end || token === first)
    return
  if (!draft.lexicon.governingVerbs.has(draft.lemmas[token]!) || !draft.tags[token - 1]!.startsWith('NN')) return
  for (let at = first; at < Math.min(end, first + WINDOW); at++) if (FINITE.has(draft.tags[at]!)) return
  draft.tags[token] = 'VBZ'
  hang(draft, token - 1, token, 'nsubj')
  for (let at = first; at < token - 1; at++) if (draft.heads[at] === token) hang(draft, at, token - 1, draft.relations[at]!)
  for (let at = token + 2; at < end; at++) if (draft.heads[at] === token && draft.relations[at] === 'acl') hang(draft, at, token, 'xcomp')
}

/** "The envoy is due in Kalv for talks" with the envoy as root: the state of planning behind "be" carries the sentence. */
function stateOfRoot(draft: Draft, token: number, first: number, end: number): void {
  if (!isState(draft, token) || token === first || draft.lemmas[token - 1] !== 'be' || FINITE.has(draft.tags[token]!)) return
  let root = -1
  for (let at = Math.max(first, token - WINDOW); at < token; at++) if (draft.heads[at] === -1) root = at
  if (root < 0 || !(draft.tags[root]!.startsWith('NN') || draft.tags[root] === 'PRP')) return
  hang(draft, token, -1, 'root')
  hang(draft, root, token, 'nsubj')
  for (let at = token + 1; at < Math.min(end, token + WINDOW); at++)
    if (draft.heads[at] === root) hang(draft, at, token, draft.relations[at] === 'nmod' ? 'obl' : draft.relations[at]!)
  if (draft.heads[token - 1] !== token) hang(draft, token - 1, token, 'cop')
}

/** "sign the accord next week" read as one phrase: the day is when, the noun before it what. */
function dayAfterObject(draft: Draft, token: number, first: number): void {
  const day = draft.heads[token]!
  const verb = day < 0 ? -1 : draft.heads[day]!
  if (!draft.tags[token]!.startsWith('NN') || verb < first || verb > token || day <= token || draft.relations[day] !== 'obj') return
  if (draft.relations[token] !== 'amod' && draft.relations[token] !== 'compound' && draft.relations[token] !== 'nmod') return
  const {tokens, times} = draft.document
  const time = firstEnding(times, tokens.start[day]!)
  if (time === undefined || time.start > tokens.start[day]! || tokens.end[token]! > time.start) return
  hang(draft, token, verb, 'obj')
  hang(draft, day, verb, 'obl')
  for (let at = verb + 1; at < token; at++) if (draft.heads[at] === day) hang(draft, at, token, draft.relations[at]!)
}

/** A name that opens a sentence is no auxiliary, however its ending looks. */
function nameAsAuxiliary(draft: Draft, token: number): void {
  if (!draft.relations[token]!.startsWith('aux') || isAuxiliary(draft, token) || draft.tags[token] === 'MD' || draft.lemmas[token] === 'do')
    return
  if (draft.document.mentions[draft.mentionAt[token]!]?.level !== 'name') return
  const verb = draft.heads[token]!
  draft.tags[token] = 'NNP'
  hang(draft, token, verb, 'nsubj')
  if (verb >= 0 && draft.tags[verb] === 'VBN' && childWhere(draft, verb, child => draft.relations[child]!.startsWith('aux')) < 0)
    draft.tags[verb] = 'VBD'
}

/** "wants guarantees that …" with the noun read as a verb: two finite verbs do not follow each other. */
function nounBehindVerb(draft: Draft, token: number): void {
  if (draft.tags[token] !== 'VBZ' || token === 0 || isAuxiliary(draft, token)) return
  const before = draft.tags[token - 1]!
  if (before !== 'VBZ' && before !== 'VBP' && before !== 'VBD' && before !== 'VB') return
  if (
    isAuxiliary(draft, token - 1) ||
    draft.lexicon.governingVerbs.get(draft.lemmas[token - 1]!)?.some(each => each.entry.class === 'speech')
  )
    return
  draft.tags[token] = 'NNS'
  const head = draft.heads[token - 1]!
  if (head === token) hang(draft, token - 1, draft.heads[token]!, draft.relations[token]!)
  hang(draft, token, token - 1, 'obj')
}

/** "is not going to give up": "going to" before a verb is its future, not a journey. */
function goingTo(draft: Draft, token: number, end: number): void {
  if (draft.lemmas[token] !== 'go' || draft.tags[token] !== 'VBG' || draft.tags[token + 1] !== 'TO') return
  const verb = token + 2
  if (verb >= end || !draft.tags[verb]!.startsWith('VB') || draft.heads[verb] !== token) return
  if (childWhere(draft, token, child => child < token && draft.relations[child]!.startsWith('aux') && draft.lemmas[child] === 'be') < 0)
    return
  hang(draft, verb, draft.heads[token]!, draft.relations[token]!)
  for (let at = Math.max(0, token - WINDOW); at < Math.min(end, token + WINDOW); at++)
    if (at !== verb && draft.heads[at] === token) hang(draft, at, verb, draft.relations[at]!)
  draft.tags[token] = 'MD'
  hang(draft, token, verb, 'aux')
  hang(draft, token + 1, token, 'fixed')
}

/** The columns anew, with dependants in text order. */
function withHeads(tokens: Tokens, draft: Draft): Tokens {
  const firstChild = new Int32Array(tokens.length).fill(-1)
  const nextSibling = new Int32Array(tokens.length).fill(-1)
  for (let token = tokens.length - 1; token >= 0; token--) {
    const head = draft.heads[token]!
    if (head < 0) continue
    nextSibling[token] = firstChild[head]!
    firstChild[head] = token
  }
  const relations = [...tokens.relations]
  const deprel = Uint8Array.from(tokens.deprel)
  draft.relations.forEach((relation, token) => {
    if (tokens.relations[deprel[token]!] === relation) return
    let index = relations.indexOf(relation)
    if (index < 0) index = relations.push(relation) - 1
    deprel[token] = index
  })
  return {...tokens, lemma: token => tokens.lemma(token), head: draft.heads, firstChild, nextSibling, relations, deprel}
}
