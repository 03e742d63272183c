// Mends of the phrases that positions and agreements are told with: what one is ready for, whose demand it is, "the truce, signed in March, …".
import {childWhere, type Draft, FINITE, hang} from './mend-draft.ts'

export function mendStance(draft: Draft, token: number, end: number): void {
  infinitiveOfState(draft, token, end)
  ownerOfSubject(draft, token)
  participleBehindComma(draft, token, end)
}

/** "remained ready to discuss" with the infinitive hung on "remained": right behind a word of readiness it is what one is ready for. */
function infinitiveOfState(draft: Draft, token: number, end: number): void {
  const verb = token + 2
  if (draft.tags[token] !== 'JJ' || verb >= end || draft.tags[token + 1] !== 'TO' || draft.heads[token + 1] !== verb) return
  if (draft.heads[verb] !== draft.heads[token] || draft.heads[verb]! < 0) return
  if (!draft.lexicon.stanceAdjectives.get(draft.lemmas[token]!)?.some(each => each.entry.over.includes('clause'))) return
  hang(draft, verb, token, 'xcomp')
}

/** "The rebels' main demand is the release": who owns the subject before "is" does not own what it is said to be. */
function ownerOfSubject(draft: Draft, token: number): void {
  const head = draft.heads[token]!
  if (draft.relations[token] !== 'nmod:poss' || head - token < MIN_COPULAR) return
  const be = childWhere(draft, head, child => child > token && child < head && draft.relations[child] === 'cop')
  const subject = be < 0 ? -1 : childWhere(draft, head, child => child > token && child < be && draft.relations[child]!.startsWith('nsubj'))
  if (subject >= 0) hang(draft, token, subject, 'nmod:poss')
}

/** "Under the truce, signed in March, Ostrel keeps …" with the participle as the clause: between commas it describes the noun, and the verb behind it tells. */
function participleBehindComma(draft: Draft, token: number, end: number): void {
  const noun = token - 2
  if (draft.tags[token] !== 'VBN' || draft.lemmas[token - 1] !== ',' || noun < 0 || draft.heads[noun] !== token) return
  if (draft.relations[noun] !== 'obl' || childWhere(draft, token, child => /^(?:aux|nsubj|cop)/.test(draft.relations[child]!)) >= 0) return
  const verb = childWhere(
    draft,
    token,
    child => child > token && child < end && draft.relations[child] === 'conj' && FINITE.has(draft.tags[child]!),
  )
  if (verb < 0 || childWhere(draft, verb, child => child < verb && draft.relations[child]!.startsWith('nsubj')) < 0) return
  hang(draft, verb, draft.heads[token]!, draft.relations[token]!)
  hang(draft, noun, verb, 'obl')
  hang(draft, token, noun, 'acl')
}

/** Words from an owner to a predicate, with a noun and "is" between. */
const MIN_COPULAR = 3
