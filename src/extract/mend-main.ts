// Mends a sentence whose verb the parser took for a participle: "Thousands of miners blocked the roads" is no noun phrase. Where no other word of
// the sentence can be its finite verb, the first participle behind the noun phrase that opens it is.
import {childWhere, type Draft, FINITE, hang, isTime, WINDOW} from './mend-draft.ts'

export function mendMain(draft: Draft, first: number, end: number): void {
  if (end - first > WINDOW || draft.lemmas[end - 1] !== '.') return
  const verb = openingParticiple(draft, first, end)
  if (verb < 0) return
  const speech = tailSpeech(draft, verb, end)
  if (!isOnlyVerb(draft, verb, speech < 0 ? end : speech)) return
  const subject = subjectBefore(draft, first, verb)
  if (subject >= 0) rebuild(draft, {first, end, verb, subject, speech})
}

const PARTICIPLE_OF_NOUN = new Set(['acl', 'acl:relcl', 'amod', 'advcl'])

/** The first participle behind the opening noun phrase, -1 where another word stands in between. */
function openingParticiple(draft: Draft, first: number, end: number): number {
  for (let token = first; token < end; token++) {
    const tag = draft.tags[token]!
    if (tag === 'VBN' || tag === 'VBD') {
      const before = token > first ? draft.tags[token - 1]! : ''
      // "Mirvan-led forces", "the freed soldiers": what kind.
      if (before === 'HYPH' || before === 'DT' || before === 'PRP$' || before === 'CD' || before === 'IN' || before === 'POS') continue
      if (!draft.lexicon.verbs.has(draft.lemmas[token]!) || draft.lemmas[token + 1] === 'by') return -1
      if (!PARTICIPLE_OF_NOUN.has(draft.relations[token]!) || !(before.startsWith('NN') || before === 'RB' || before === ',')) return -1
      return childWhere(draft, token, child => draft.relations[child]!.startsWith('aux')) < 0 ? token : -1
    }
    if (draft.lemmas[token] === ',' && token > first) {
      token = endOfAside(draft, token, end)
      if (token < 0) return -1
    } else if (!isInPhrase(draft, token)) return -1
  }
  return -1
}

/** "Kalvia, for its part and as a gesture, released …": the comma that closes the aside, -1 where there is none before another verb. */
function endOfAside(draft: Draft, comma: number, end: number): number {
  for (let token = comma + 1; token < end && token - comma <= ASIDE; token++) {
    if (draft.lemmas[token] === ',') return token - comma > 1 ? token : -1
    if (FINITE.has(draft.tags[token]!) || (token === comma + 1 && draft.tags[token]!.startsWith('VB'))) return -1
  }
  return -1
}

/** Words of an aside between commas. */
const ASIDE = 16

const PHRASE = /^(?:NN|JJ|DT$|CD$|PRP\$|POS$|IN$|HYPH$|RB$|CC$)/

const isInPhrase = (draft: Draft, token: number): boolean =>
  PHRASE.test(draft.tags[token]!) || draft.lemmas[token] === '-' || (draft.tags[token] === 'VBG' && draft.relations[token] === 'case')

/** ", witnesses said": the verb of saying of a last clause behind a comma, -1 where there is none. */
function tailSpeech(draft: Draft, verb: number, end: number): number {
  let speech = -1
  for (let token = end - 1; token > verb && end - token <= TAIL; token--) {
    if (draft.lemmas[token] === ',') return speech
    if (!FINITE.has(draft.tags[token]!)) continue
    const says = draft.lexicon.governingVerbs.get(draft.lemmas[token]!)?.some(each => each.entry.class === 'speech') ?? false
    if (!says || speech >= 0) return -1
    speech = token
  }
  return -1
}

/** Words of the clause that names a source at the end of a sentence. */
const TAIL = 14

const OPENERS = new Set([
  'that',
  'when',
  'after',
  'as',
  'while',
  'because',
  'if',
  'before',
  'once',
  'until',
  'although',
  'though',
  'whether',
  'since',
  'unless',
  'how',
  'why',
  'where',
])

/** Every finite verb behind it stands in a clause with an opener of its own, or is joined to it by "and". */
function isOnlyVerb(draft: Draft, verb: number, end: number): boolean {
  let openers = 0
  for (let token = verb + 1; token < end; token++) {
    const tag = draft.tags[token]!
    if (tag === 'WP' || tag === 'WDT' || tag === 'WRB' || OPENERS.has(draft.lemmas[token]!)) openers++
    else if (FINITE.has(tag) && draft.tags[token - 1] !== 'CC' && openers-- === 0) return false
  }
  return true
}

/** The head of the opening phrase: its last noun before a preposition, a conjunction or a day. */
function subjectBefore(draft: Draft, first: number, verb: number): number {
  let subject = -1
  for (let token = first; token < verb; token++) {
    const tag = draft.tags[token]!
    if (tag.startsWith('NN') && !isTime(draft, token)) subject = token
    else if (subject >= 0 && tag === ',') break
    else if (subject >= 0 && tag !== 'HYPH' && tag !== 'POS' && !tag.startsWith('JJ')) break
  }
  return subject
}

interface Parts {
  readonly first: number
  readonly end: number
  readonly verb: number
  readonly subject: number
  readonly speech: number
}

function rebuild(draft: Draft, {first, end, verb, subject, speech}: Parts): void {
  const wasRoot = rootIn(draft, first, end)
  draft.tags[verb] = 'VBD'
  if (speech >= 0) hang(draft, speech, -1, 'root')
  hang(draft, verb, speech, speech >= 0 ? 'ccomp' : 'root')
  let hasObject = childWhere(draft, verb, child => child > verb && draft.relations[child] === 'obj') >= 0
  for (let token = first; token < end; token++) {
    if (token === verb || token === speech || token === subject) continue
    const head = draft.heads[token]!
    if (token < verb) {
      // what stood outside the opening phrase, or on its verb, is part of the phrase; its days and adverbs are the verb's
      if (isTime(draft, token) && draft.tags[token]!.startsWith('NN')) hang(draft, token, verb, 'obl:unmarked')
      else if (head < first || head >= verb) hang(draft, token, subject, phraseRelation(draft, token))
      continue
    }
    const isLoose = token === wasRoot || (head >= first && head < verb)
    if (!isLoose || (speech >= 0 && token > speech - 1 && head === speech)) continue
    const relation = clauseRelation(draft, token, hasObject)
    if (relation === 'obj') hasObject = true
    hang(draft, token, verb, relation)
  }
  hang(draft, subject, verb, 'nsubj')
}

const rootIn = (draft: Draft, first: number, end: number): number => {
  for (let token = first; token < end; token++) if (draft.heads[token] === -1) return token
  return -1
}

const phraseRelation = (draft: Draft, token: number): string => {
  const relation = draft.relations[token]!
  if (draft.tags[token]!.startsWith('NN')) return relation === 'conj' || relation === 'compound' || relation === 'appos' ? relation : 'nmod'
  return relation === 'root' || relation === 'nsubj' ? 'dep' : relation
}

function clauseRelation(draft: Draft, token: number, hasObject: boolean): string {
  const tag = draft.tags[token]!
  const relation = draft.relations[token]!
  if (tag.startsWith('NN') || tag === 'PRP' || tag === 'CD') {
    if (isTime(draft, token)) return 'obl:unmarked'
    const isBare = childWhere(draft, token, child => draft.relations[child] === 'case') < 0
    return isBare && !hasObject && relation !== 'conj' ? 'obj' : 'obl'
  }
  if (relation.startsWith('acl') || relation === 'advcl' || relation === 'xcomp') return hasObject ? 'advcl' : 'xcomp'
  return relation === 'root' ? 'dep' : relation
}
