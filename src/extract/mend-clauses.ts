// Mends words of a clause that the parser took for others: a verb for a noun or an auxiliary, a state for a preposition, an object for an adjunct.
import {childWhere, type Draft, FINITE, hang, isAuxiliary, isState, isTime, WINDOW} from './mend-draft.ts'

export function mendClauses(draft: Draft, first: number, end: number): void {
  for (let token = first; token < end; token++) {
    outsideQuotes(draft, token, end)
    haveAsVerb(draft, token, end)
    hadBeforeSubject(draft, token, first, end)
    verbAsAuxiliary(draft, token, end)
    verbAsNoun(draft, token, first)
    stateAsPreposition(draft, token, first, end)
    ownerOfNearest(draft, token, end)
    objectOfAnother(draft, token, first)
    clauseBeforeSpeech(draft, token)
    clauseOnDay(draft, token, first)
    dayAsSubject(draft, token)
    providedThat(draft, token)
    saidWithoutThat(draft, token)
    objectWithClause(draft, token, first)
    verbBesideNoun(draft, token)
    gerundAsNoun(draft, token)
    gerundAsAdverb(draft, token)
    gerundAsSubject(draft, token, first)
    pastAsBase(draft, token)
    onceAsAdverb(draft, token)
    infinitiveAsModifier(draft, token)
    relativeOfName(draft, token, first)
    agentBehindDay(draft, token, end)
    clauseBehindMark(draft, token, first)
  }
}

/** "since the leader returned" with "returned" as what another verb governs: no past verb is, and its subject and mark stand before it. */
function clauseBehindMark(draft: Draft, token: number, first: number): void {
  if (draft.tags[token] !== 'VBD' || draft.relations[token] !== 'xcomp' || !draft.tags[token - 1]?.startsWith('NN')) return
  if (childWhere(draft, token, child => draft.relations[child]!.startsWith('nsubj')) >= 0) return
  let mark = token - 1
  while (mark > first && isInPhrase(draft.tags[mark]!)) mark--
  if (!MARKS.has(draft.lemmas[mark]!) || draft.tags[mark] !== 'IN') return
  hang(draft, token - 1, token, 'nsubj')
  hang(draft, mark, token, 'mark')
  hang(draft, token, draft.heads[token]!, 'advcl')
}

/** Words that open a clause as well as a phrase. */
const MARKS = new Set(['since', 'after', 'before', 'until', 'till', 'as'])

/** One word takes the place of another in the tree, with all that hung on it. */
function takePlace(draft: Draft, word: number, other: number): void {
  hang(draft, word, draft.heads[other]!, draft.relations[other]!)
  for (let at = Math.max(0, other - WINDOW); at < Math.min(draft.tags.length, other + WINDOW); at++)
    if (at !== word && draft.heads[at] === other) hang(draft, at, word, draft.relations[at]!)
}

/** "“… our fishing grounds,” Fisheries Minister Pell told": what stands behind a closing quote is no complement of a word inside. */
function outsideQuotes(draft: Draft, token: number, end: number): void {
  const head = draft.heads[token]!
  if (head < 0 || head >= token - 1 || token + 1 >= end || draft.tags[token - 1] !== "''" || draft.relations[token] !== 'xcomp') return
  if (!draft.tags[token]!.startsWith('NN') || !draft.tags[token + 1]!.startsWith('NN')) return
  hang(draft, token, token + 1, 'compound')
}

/** "has once again rejected" with "has" as the verb: before a participle it is its auxiliary. */
function haveAsVerb(draft: Draft, token: number, end: number): void {
  if (draft.lemmas[token] !== 'have' || draft.relations[token]!.startsWith('aux')) return
  let verb = token + 1
  while (verb < end && draft.tags[verb] === 'RB') verb++
  if (verb >= end || draft.tags[verb] !== 'VBN' || draft.heads[verb] !== token) return
  takePlace(draft, verb, token)
  hang(draft, token, verb, 'aux')
}

/** "Had the rebels signed, …" with "had" as the verb: before a subject and its participle it is the auxiliary. */
function hadBeforeSubject(draft: Draft, token: number, first: number, end: number): void {
  if (draft.lemmas[token] !== 'have' || draft.tags[token] !== 'VBD' || (token !== first && draft.lemmas[token - 1] !== ',')) return
  const verb = childWhere(draft, token, child => child > token && draft.relations[child] === 'ccomp')
  if (verb < 0 || verb >= end || (draft.tags[verb] !== 'VBN' && draft.tags[verb] !== 'VBD')) return
  if (childWhere(draft, verb, child => child > token && child < verb && draft.relations[child]!.startsWith('nsubj')) < 0) return
  takePlace(draft, verb, token)
  hang(draft, token, verb, 'aux')
}

/** "The rebels reject proposed changes" with "reject" as an auxiliary: what is no auxiliary is the verb, and the participle describes. */
function verbAsAuxiliary(draft: Draft, token: number, end: number): void {
  if (
    !draft.relations[token]!.startsWith('aux') ||
    isAuxiliary(draft, token) ||
    draft.lemmas[token] === 'do' ||
    draft.lemmas[token] === 'get'
  )
    return
  const tag = draft.tags[token]!
  if ((tag !== 'VBP' && tag !== 'VBZ' && tag !== 'VBD') || !draft.lexicon.knowsVerb(draft.lemmas[token]!)) return
  const participle = draft.heads[token]!
  if (participle <= token || draft.tags[participle] !== 'VBN') return
  const object = childWhere(draft, participle, child => child > participle && draft.relations[child] === 'obj')
  if (object < 0 || object >= end) return
  takePlace(draft, token, participle)
  hang(draft, object, token, 'obj')
  hang(draft, participle, object, 'amod')
}

const CLAUSES = new Set(['advcl', 'ccomp', 'acl:relcl', 'conj', 'parataxis', 'root'])

/** "If the union meets with the company" with "meets" as a noun: with a subject and no "be" it is a verb. */
function verbAsNoun(draft: Draft, token: number, first: number): void {
  if (draft.tags[token] !== 'NNS' || !CLAUSES.has(draft.relations[token]!) || !draft.lexicon.knowsVerb(draft.lemmas[token]!)) return
  // "rejected reports that …": behind a participle it is a noun.
  if (token === first || draft.tags[token - 1] === 'VBN' || draft.tags[token - 1] === 'VBD') return
  if (childWhere(draft, token, child => draft.relations[child] === 'cop' || draft.relations[child] === 'det') >= 0) return
  if (childWhere(draft, token, child => child < token && draft.relations[child]!.startsWith('nsubj')) >= 0) draft.tags[token] = 'VBZ'
}

/** "are due to hold talks" with "due to" as a preposition: behind "be" it is a state, and the verb of the packs behind "to" is one. */
function stateAsPreposition(draft: Draft, token: number, first: number, end: number): void {
  if (!isState(draft, token) || token === first || draft.lemmas[token - 1] !== 'be' || draft.lemmas[token + 1] !== 'to') return
  const verb = token + 2
  const noun = draft.heads[token]!
  if (verb >= end || noun <= verb || noun - verb > OBJECT || draft.heads[verb] !== noun || draft.tags[verb]!.startsWith('VB')) return
  if (draft.relations[verb] !== 'compound' && draft.relations[verb] !== 'amod') return
  if (!draft.lexicon.knowsVerb(draft.lemmas[verb]!)) return
  hang(draft, token, draft.heads[noun]!, draft.relations[noun]!)
  for (let at = Math.max(first, token - WINDOW); at < token; at++)
    if (draft.heads[at] === noun) hang(draft, at, token, draft.relations[at]!)
  draft.tags[verb] = 'VB'
  hang(draft, verb, token, 'xcomp')
  hang(draft, token + 1, verb, 'mark')
  draft.tags[token + 1] = 'TO'
  hang(draft, noun, verb, 'obj')
}

/** "The rebels' main demand is the release" with the rebels as owners of the release: what is owned is the phrase right behind. */
function ownerOfNearest(draft: Draft, token: number, end: number): void {
  if (draft.relations[token] !== 'nmod:poss' || draft.tags[token + 1] !== 'POS') return
  const head = draft.heads[token]!
  let owned = -1
  for (let at = token + 2; at < end && at < head && isInPhrase(draft.tags[at]!); at++) if (draft.tags[at]!.startsWith('NN')) owned = at
  if (owned >= 0 && (FINITE.has(draft.tags[owned + 1] ?? '') || isAuxiliary(draft, owned + 1))) hang(draft, token, owned, 'nmod:poss')
}

/** Words of a bare object between a verb and its head noun. */
const OBJECT = 5

/** "beat up ten detainees, a court was told" with the detainees hung on "told": a bare phrase right behind a verb without object is its object. */
function objectOfAnother(draft: Draft, token: number, first: number): void {
  const head = draft.heads[token]!
  if (draft.relations[token] !== 'obl' || head <= token || !draft.tags[token]!.startsWith('NN') || isTime(draft, token)) return
  if (childWhere(draft, token, child => draft.relations[child] === 'case') >= 0) return
  let verb = token - 1
  while (verb >= first && token - verb <= OBJECT && isInPhrase(draft.tags[verb]!)) verb--
  if (verb > first && draft.tags[verb] === 'RP') verb--
  const tag = draft.tags[verb] ?? ''
  if (verb < first || !FINITE.has(tag) || tag === 'MD' || isAuxiliary(draft, verb)) return
  if (childWhere(draft, verb, child => draft.relations[child] === 'obj') >= 0) return
  hang(draft, token, verb, 'obj')
}

const isInPhrase = (tag: string): boolean => tag.startsWith('NN') || tag.startsWith('JJ') || tag === 'DT' || tag === 'CD' || tag === 'PRP$'

/** "Two presidents today signed a treaty, the agency reported": a finite clause without a mark before a verb of saying is what was said. */
function clauseBeforeSpeech(draft: Draft, token: number): void {
  const speech = draft.heads[token]!
  if (draft.relations[token] !== 'advcl' || speech <= token || !isSpeech(draft, speech)) return
  const tag = draft.tags[token]!
  const hasTense = FINITE.has(tag) || childWhere(draft, token, child => draft.relations[child]!.startsWith('aux')) >= 0
  if (!hasTense || childWhere(draft, token, child => child < token && OPENING.has(draft.relations[child]!) && isOpener(draft, child)) >= 0)
    return
  if (childWhere(draft, token, child => child < token && draft.relations[child]!.startsWith('nsubj')) >= 0) draft.relations[token] = 'ccomp'
}

const OPENING = new Set(['mark', 'advmod', 'case'])
const isOpener = (draft: Draft, token: number): boolean => /^(?:IN|W)/.test(draft.tags[token]!)

const isSpeech = (draft: Draft, token: number): boolean =>
  draft.lexicon.governingVerbs.get(draft.lemmas[token]!)?.some(each => each.entry.class === 'speech' && each.after.length === 0) ?? false

/** "said here Wednesday that the sides must be ready" with the clause on the day: it is what was said. */
function clauseOnDay(draft: Draft, token: number, first: number): void {
  const day = draft.heads[token]!
  if (!draft.relations[token]!.startsWith('acl') || day < 0 || day > token || !isTime(draft, day)) return
  const that = childWhere(draft, token, child => child > day && child < token && draft.lemmas[child] === 'that')
  if (that < 0) return
  for (let at = day - 1; at >= first && day - at <= OBJECT; at--)
    if (draft.tags[at]!.startsWith('VB')) {
      if (isSpeech(draft, at)) hang(draft, token, at, 'ccomp')
      return
    }
}

/** A day beside another subject is when. */
function dayAsSubject(draft: Draft, token: number): void {
  const verb = draft.heads[token]!
  if (draft.relations[token] !== 'nsubj' || verb < 0 || !isTime(draft, token)) return
  if (childWhere(draft, verb, child => child !== token && draft.relations[child]!.startsWith('nsubj')) >= 0)
    hang(draft, token, verb, 'obl:unmarked')
}

/** "…, provided that the prisoners are released" with "provided" as a verb: what follows is the condition. */
function providedThat(draft: Draft, token: number): void {
  if (draft.lemmas[token] !== 'provide' || draft.lemmas[token + 1] !== 'that' || draft.lemmas[token - 1] !== ',') return
  const verb = childWhere(draft, token, child => child > token && (draft.relations[child] === 'ccomp' || draft.relations[child] === 'acl'))
  if (verb < 0 || draft.heads[token]! < 0) return
  hang(draft, verb, draft.heads[token]!, 'advcl')
  hang(draft, token, verb, 'mark')
}

/** "said the men had been let go" with the men as what was said and the rest as their clause: it is a clause with its subject. */
function saidWithoutThat(draft: Draft, token: number): void {
  const noun = draft.heads[token]!
  const speech = noun < 0 ? -1 : draft.heads[noun]!
  if (!draft.relations[token]!.startsWith('acl') || noun > token || speech < 0 || speech > noun || draft.relations[noun] !== 'obj') return
  if (!isSpeech(draft, speech) || token - noun > OBJECT) return
  let auxiliary = false
  for (let at = noun + 1; at < token; at++) {
    if (draft.heads[at] !== token || (!draft.relations[at]!.startsWith('aux') && draft.relations[at] !== 'cop' && draft.tags[at] !== 'RB'))
      return
    if (FINITE.has(draft.tags[at]!)) auxiliary = true
  }
  if (!auxiliary) return
  const isBeen = draft.lemmas[token - 1] === 'be' && draft.tags[token]!.startsWith('VB') && draft.tags[token] !== 'VBG'
  if (isBeen) {
    draft.tags[token] = 'VBN'
    hang(draft, token - 1, token, 'aux:pass')
  }
  hang(draft, token, speech, 'ccomp')
  hang(draft, noun, token, isBeen ? 'nsubj:pass' : 'nsubj')
}

/** "freed two officers it had been holding" with the officers as a second subject: they are the object, and the rest is their clause. */
function objectWithClause(draft: Draft, token: number, first: number): void {
  const clause = draft.heads[token]!
  if (draft.relations[token] !== 'nsubj' || clause <= token || draft.tags[token + 1] !== 'PRP' || draft.heads[token + 1] !== clause) return
  if (!draft.relations[token + 1]!.startsWith('nsubj')) return
  let verb = token - 1
  while (verb >= first && token - verb <= OBJECT && isInPhrase(draft.tags[verb]!)) verb--
  if (verb < first || !draft.tags[verb]!.startsWith('VB') || isAuxiliary(draft, verb) || isSpeech(draft, verb)) return
  if (childWhere(draft, verb, child => draft.relations[child] === 'obj') >= 0) return
  hang(draft, token, verb, 'obj')
  hang(draft, clause, token, 'acl:relcl')
}

/** "said it undervalues the company and demanded more" with "demanded" beside the company: a finite verb stands beside one of its tense. */
function verbBesideNoun(draft: Draft, token: number): void {
  const noun = draft.heads[token]!
  const tag = draft.tags[token]!
  if (draft.relations[token] !== 'conj' || noun < 0 || noun > token || !draft.tags[noun]!.startsWith('NN')) return
  if ((tag !== 'VBD' && tag !== 'VBZ') || draft.tags[token - 1] !== 'CC') return
  if (childWhere(draft, noun, child => draft.relations[child] === 'cop') >= 0) return
  for (let above = draft.heads[noun]!, steps = 0; above >= 0 && steps < OBJECT; above = draft.heads[above]!, steps++)
    if (draft.tags[above] === tag) {
      hang(draft, token, above, 'conj')
      return
    }
}

/** "a halt to all firing": behind a determiner a word in "-ing" that ends its phrase is a noun. */
function gerundAsNoun(draft: Draft, token: number): void {
  const before = draft.tags[token - 1] ?? ''
  if (draft.tags[token] !== 'VBG' || token === 0 || (before !== 'DT' && before !== 'PDT' && before !== 'PRP$')) return
  if (/^(?:NN|JJ|DT|PRP)/.test(draft.tags[token + 1] ?? '') || draft.relations[token]!.startsWith('aux')) return
  draft.tags[token] = 'NN'
  if (draft.relations[token] !== 'acl' && draft.relations[token] !== 'advcl') return
  hang(draft, token, draft.heads[token]!, draft.relations[token] === 'acl' ? 'nmod' : 'obl')
  const mark = childWhere(draft, token, child => draft.relations[child] === 'mark')
  if (mark >= 0) hang(draft, mark, token, 'case')
}

/** "rules out meeting the rebels" with the meeting as how it is done: right behind a verb or its particle a gerund is what the verb is about. */
function gerundAsAdverb(draft: Draft, token: number): void {
  if (draft.tags[token] !== 'VBG' || draft.relations[token] !== 'advcl') return
  const verb = draft.heads[token]!
  const isBehind = verb === token - 1 || (verb === token - 2 && draft.relations[token - 1]!.startsWith('compound'))
  if (isBehind && draft.tags[verb]!.startsWith('VB')) hang(draft, token, verb, 'xcomp')
}

/** "Fighting broke out between the two" with "fighting" as an auxiliary: what opens a sentence before a finite verb is its subject. */
function gerundAsSubject(draft: Draft, token: number, first: number): void {
  if (token !== first || draft.tags[token] !== 'VBG' || !draft.relations[token]!.startsWith('aux') || isAuxiliary(draft, token)) return
  if (!FINITE.has(draft.tags[draft.heads[token]!] ?? '')) return
  draft.tags[token] = 'NN'
  hang(draft, token, draft.heads[token]!, 'nsubj')
}

/** "The rebels let eleven soldiers go" with "let" as a base form: with a subject and without a modal it is the past. */
function pastAsBase(draft: Draft, token: number): void {
  if (draft.tags[token] !== 'VB' || draft.relations[token] !== 'root') return
  let subject = false
  for (let child = Math.max(0, token - WINDOW); child < token; child++) {
    if (draft.heads[child] !== token) continue
    const relation = draft.relations[child]!
    if (relation.startsWith('aux') || relation === 'mark') return
    if (relation.startsWith('nsubj')) subject = true
  }
  if (subject) draft.tags[token] = 'VBD'
}

/** "would be freed once troops pulled back" with "once" as an adverb: right before the subject of a clause it opens a condition. */
function onceAsAdverb(draft: Draft, token: number): void {
  if (draft.lemmas[token] !== 'once' || draft.relations[token] !== 'advmod') return
  const head = draft.heads[token]!
  let subject = token + 1
  while (isInPhrase(draft.tags[subject] ?? '') && !draft.relations[subject]!.startsWith('nsubj') && subject - token <= OBJECT) subject++
  const clause = draft.heads[subject] ?? -1
  if (clause <= subject || !draft.relations[subject]!.startsWith('nsubj')) return
  if (draft.heads[clause] === head && draft.relations[clause] === 'advcl') hang(draft, token, clause, 'mark')
}

/** "will free 40 prisoners" with "free" as an adjective: behind a modal or "to" it is the verb, and the noun its object. */
function infinitiveAsModifier(draft: Draft, token: number): void {
  const noun = draft.heads[token]!
  if (draft.tags[token] !== 'VB' || noun <= token || noun - token > OBJECT || !draft.tags[noun]!.startsWith('NN')) return
  if (draft.relations[token] !== 'amod' && draft.relations[token] !== 'compound') return
  const opener = draft.tags[token - 1] === 'RB' ? token - 2 : token - 1
  if (draft.tags[opener] !== 'MD' && draft.tags[opener] !== 'TO') return
  hang(draft, token, draft.heads[noun]!, draft.relations[noun] === 'root' ? 'root' : draft.tags[opener] === 'TO' ? 'xcomp' : 'ccomp')
  for (let at = Math.max(0, token - WINDOW); at < token; at++) if (draft.heads[at] === noun) hang(draft, at, token, draft.relations[at]!)
  for (let at = noun + 1; at < Math.min(draft.tags.length, noun + WINDOW); at++)
    if (draft.heads[at] === noun && draft.relations[at] === 'punct') hang(draft, at, token, 'punct')
  hang(draft, opener, token, draft.tags[opener] === 'TO' ? 'mark' : 'aux')
  hang(draft, noun, token, 'obj')
}

/** "Kalvia, which broke off the talks in May, has asked …": a clause that opens with "which" or "who" behind a comma is about the noun before it. */
function relativeOfName(draft: Draft, token: number, first: number): void {
  const verb = draft.heads[token]!
  if ((draft.tags[token] !== 'WDT' && draft.tags[token] !== 'WP') || draft.relations[token] !== 'nsubj' || verb <= token) return
  const noun = token - 2
  if (noun < first || draft.lemmas[token - 1] !== ',' || !draft.tags[noun]!.startsWith('NN') || draft.relations[verb] !== 'advcl') return
  const main = draft.heads[verb]!
  if (main <= verb || draft.heads[noun] !== verb) return
  hang(draft, noun, main, childWhere(draft, main, child => draft.relations[child]!.startsWith('nsubj')) < 0 ? 'nsubj' : 'dislocated')
  hang(draft, verb, noun, 'acl:relcl')
}

/** "signed in March by Kalvia and Ostrel" with Kalvia hung on March: what is done by somebody is the participle. */
function agentBehindDay(draft: Draft, token: number, end: number): void {
  const day = draft.heads[token]!
  const verb = day < 0 ? -1 : draft.heads[day]!
  if (verb < 0 || verb > day || day > token || draft.tags[verb] !== 'VBN' || !isTime(draft, day) || isTime(draft, token)) return
  if (childWhere(draft, token, child => draft.lemmas[child] === 'by') < 0) return
  for (let at = token + 1; at < Math.min(end, token + WINDOW); at++)
    if (draft.heads[at] === day && draft.relations[at] === 'conj') hang(draft, at, token, 'conj')
  hang(draft, token, verb, 'obl:agent')
}
