// Mends of sentences whose main verb the parser lost: "The ministry insists on 52 hours" read as a noun phrase, and "Ostrel, which waters its
// cotton from the river, opposes it" with the relative clause as the main one.
import {childWhere, type Draft, FINITE, hang, WINDOW} from './mend-draft.ts'

export function mendHeld(draft: Draft, first: number, end: number): void {
  for (let token = first + 1; token < end; token++) {
    pluralAsVerb(draft, token, first, end)
    mainBehindRelative(draft, token, first, end)
  }
}

/** Only a plural of the packs' stance verbs, behind a noun or a closing comma, before what one can insist on, and with no other verb to tell the sentence. */
function pluralAsVerb(draft: Draft, token: number, first: number, end: number): void {
  if (draft.tags[token] !== 'NNS' || token + 1 >= end || !isStanceVerb(draft, token)) return
  const next = draft.tags[token + 1]!
  if (!OPENS_OBJECT.has(next) && !takes(draft, token)) return
  const aside = draft.lemmas[token - 1] === ',' ? relativeBefore(draft, token - 1, first) : -1
  const subject = aside > 0 ? aside - 2 : token - 1
  if (subject < first || !/^(?:NNP?S?|PRP)$/.test(draft.tags[subject]!)) return
  for (let at = first; at < end; at++) if (FINITE.has(draft.tags[at]!) && !(aside > 0 && at > aside && at < token)) return
  draft.tags[token] = 'VBZ'
  if (aside > 0) return
  for (let at = first; at < subject; at++) if (draft.heads[at] === token) hang(draft, at, subject, draft.relations[at]!)
  if (draft.heads[subject] === token) draft.relations[subject] = 'nsubj'
  else {
    hang(draft, token, draft.heads[subject]!, draft.relations[subject]!)
    hang(draft, subject, token, 'nsubj')
  }
  for (let at = token + 1; at < end; at++)
    if (draft.heads[at] === token && draft.relations[at] === 'nmod') hang(draft, at, token, draft.tags[at - 1] === 'DT' ? 'obj' : 'obl')
}

const OPENS_OBJECT = new Set(['DT', 'PRP$', 'CD', 'TO'])

const isStanceVerb = (draft: Draft, token: number): boolean => draft.lexicon.stanceVerbs.has(draft.lemmas[token]!)

/** "insists on" */
const takes = (draft: Draft, token: number): boolean =>
  draft.lexicon.stanceVerbs.get(draft.lemmas[token]!)?.some(each => each.entry.over.includes(draft.lemmas[token + 1]!)) ?? false

/** The relative pronoun behind a comma whose clause a later comma closes; -1 where there is none. */
function relativeBefore(draft: Draft, comma: number, first: number): number {
  for (let at = comma - 2; at > first + 1 && comma - at < WINDOW; at--)
    if ((draft.tags[at] === 'WDT' || draft.tags[at] === 'WP') && draft.lemmas[at - 1] === ',') return at
  return -1
}

/** A finite verb right behind the comma that closes a relative clause tells the sentence, and the noun before the clause is its subject. */
function mainBehindRelative(draft: Draft, token: number, first: number, end: number): void {
  if (draft.lemmas[token - 1] !== ',' || (!FINITE.has(draft.tags[token]!) && draft.tags[token] !== 'RB')) return
  const pronoun = relativeBefore(draft, token - 1, first)
  const noun = pronoun - 2
  const relative = pronoun < 0 ? -1 : draft.heads[pronoun]!
  if (relative <= pronoun || relative >= token || noun < first || !draft.tags[noun]!.startsWith('NN')) return
  if (draft.relations[pronoun] !== 'nsubj' && !draft.relations[pronoun]!.startsWith('nsubj:')) return
  const main = verbFrom(draft, token, end)
  if (main < 0 || !isUnder(draft, main, relative)) return
  if (childWhere(draft, main, child => draft.relations[child]!.startsWith('nsubj')) >= 0) return
  const top = topBelow(draft, noun, relative)
  if (top < 0 || top > pronoun) return
  hang(draft, main, draft.heads[relative]!, draft.relations[relative]!)
  hang(draft, relative, noun, 'acl:relcl')
  hang(draft, top, main, 'nsubj')
}

/** The verb of a finite group: "has asked", "will not sign". */
function verbFrom(draft: Draft, token: number, end: number): number {
  for (let at = token; at < end && at - token < GROUP; at++) {
    const tag = draft.tags[at]!
    if (tag === 'RB' || tag === 'MD') continue
    if (!tag.startsWith('VB')) return -1
    if (draft.relations[at]!.startsWith('aux')) continue
    return draft.relations[at] === 'cop' ? draft.heads[at]! : at
  }
  return -1
}

/** Words of a finite group. */
const GROUP = 6

const isUnder = (draft: Draft, token: number, head: number): boolean => {
  for (let at = token, steps = 0; at >= 0 && steps < DEEP; at = draft.heads[at]!, steps++) if (at === head) return at !== token
  return false
}

/** What hangs on the relative clause and holds the noun; -1 where the noun hangs elsewhere. */
const topBelow = (draft: Draft, noun: number, relative: number): number => {
  for (let at = noun, steps = 0; at >= 0 && steps < DEEP; at = draft.heads[at]!, steps++) if (draft.heads[at] === relative) return at
  return -1
}

/** A tree may be broken; no walk goes further up than this. */
const DEEP = 12
