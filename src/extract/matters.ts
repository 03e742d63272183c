// What a position is about: the words it is held over, and the issue of the pack that they touch.
import type {StanceCue} from '../model/pack-talks.ts'
import type {Span} from '../model/span.ts'
import {trimSpan} from '../text/spans.ts'
import {childrenOf, subtreeOf, tokenAt, uposOf} from '../text/tree.ts'
import {clauseOf, opensCondition} from './clause.ts'
import {finest, issuesIn} from './issues.ts'
import {CONDITIONAL_MARKS} from './marks.ts'
import {isPredicate} from './modality.ts'
import {clausesUnder} from './needs.ts'
import {caseOf} from './parties.ts'
import type {Scene} from './scene.ts'
import {isInfinitive, isVerb, objectsOf, prepositional, reachOf, subjectsOf} from './slots.ts'
import {isVerdict, verdictVerb} from './stance-cues.ts'

/** "This deal", "the plan", "the talks": what may cover or concern something. */
const isPact = (scene: Scene, head: number): boolean =>
  scene.lexicon.is('agreements', scene.lemmas[head]!) ||
  scene.lexicon.is('talks', scene.lemmas[head]!) ||
  scene.lemmas[head] === 'plan' ||
  scene.lemmas[head] === 'proposal'

/** Heads of what the stance is about, best first: a clause before an object, since "urged Mirvan to withdraw" is about withdrawing. */
export function mattersOf(scene: Scene, token: number, cue: StanceCue): readonly number[] {
  if (cue.ofAgreement && !subjectsOf(scene, token).some(head => isPact(scene, head))) return []
  const matters: number[] = []
  for (const slot of cue.over)
    switch (slot) {
      case 'clause':
        matters.unshift(
          ...clausesUnder(scene, token).filter(
            clause =>
              isClause(scene, clause) &&
              (scene.relations[clause] !== 'advcl' || isUrged(scene, token, clause)) &&
              !opensCondition(scene, clause),
          ),
        )
        break
      case 'obj':
        // "has given way on the pension age": what is given is part of the expression.
        if (isVerb(scene, token)) matters.push(...objectsOf(scene, token).filter(object => !isOfWording(scene, token, object, cue)))
        break
      case 'subj':
        matters.push(...(isVerdict(scene, token) ? objectsOf(scene, verdictVerb(scene, token)) : subjectsOf(scene, token)))
        break
      case 'csubj':
        for (const child of childrenOf(scene.tokens, token))
          if (
            scene.relations[child] === 'csubj' ||
            (scene.relations[child] === 'nsubj' && isVerb(scene, child)) ||
            (scene.relations[child] === 'advcl' && child < token)
          )
            matters.push(child)
        break
      case 'be': {
        const subject = subjectsOf(scene, token)[0]
        if (isPredicate(scene, token) && subject !== undefined) matters.push(subject)
        matters.push(...predicateOver(scene, token))
        break
      }
      default:
        matters.push(
          ...prepositional(scene, isVerb(scene, token) ? reachOf(scene, token) : [token], slot).filter(
            phrase => phrase > token || !isVerb(scene, token),
          ),
          ...behindObject(scene, token, slot),
        )
    }
  return [...new Set(matters)]
}

const isOfWording = (scene: Scene, token: number, object: number, cue: StanceCue): boolean =>
  object === token + 1 && cue.verbs.includes(`${scene.lemmas[token]} ${scene.lemmas[object]}`)

/** A noun hung as a complement ("… our grounds,” Fisheries Minister X told") is no clause. */
const isClause = (scene: Scene, token: number): boolean => scene.relations[token] !== 'xcomp' || isPredicate(scene, token)

/** "urged Ostrel to leave" with the infinitive read as a purpose: behind a somebody as object it is what is urged. */
const isUrged = (scene: Scene, verb: number, clause: number): boolean =>
  isVerb(scene, verb) &&
  isInfinitive(scene, clause) &&
  objectsOf(scene, verb).some(object => object > verb && object < clause && scene.mentionAt[object]! >= 0)

/** "The rebels' main demand is an amnesty", "Ostrel's position is that the border …": what the noun is said to be. */
function predicateOver(scene: Scene, noun: number): readonly number[] {
  const head = scene.tokens.head[noun]!
  if (head < noun || scene.relations[noun] !== 'nsubj') return []
  if (scene.lemmas[head] === 'be') return clausesUnder(scene, head).filter(clause => clause > head)
  return isPredicate(scene, head) && !isVerb(scene, head) && scene.tags[head]!.startsWith('NN') ? [head] : []
}

/** "expressed sympathy for the claims" with the claims hung on the verb: what stands behind the noun belongs to it. */
const behindObject = (scene: Scene, token: number, slot: string): readonly number[] => {
  const head = scene.tokens.head[token]!
  if (isVerb(scene, token) || scene.relations[token] !== 'obj' || head < 0 || scene.lemmas[token + 1] !== slot) return []
  return prepositional(scene, [head], slot).filter(phrase => phrase > token)
}

/** The whole matter with its objects, without a leading mark and without the condition behind it. */
export function contentOf(scene: Scene, matter: number, cue: number): Span {
  const noun = matter < cue && scene.relations[cue] === 'acl' && matter === scene.tokens.head[cue]! ? antecedentOf(scene, cue) : -1
  if (noun >= 0) return {start: scene.tokens.start[startOfPhrase(scene, noun)]!, end: scene.tokens.end[noun]!}
  let {first: from, last} = subtreeOf(scene.tokens, matter)
  // "Their main demand is the release …": what the noun is said to be begins behind "is".
  if (cue >= from && cue < matter)
    for (const child of childrenOf(scene.tokens, matter)) if (scene.relations[child] === 'cop' && child > cue) from = child + 1
  for (const child of childrenOf(scene.tokens, matter))
    if (scene.relations[child] === 'advcl' && opensCondition(scene, child)) {
      const start = subtreeOf(scene.tokens, child).first
      if (start > matter && start - 1 >= from) last = Math.min(last, start - 1)
    }
  while (from < matter && LEADING.has(scene.relations[from]!) && (scene.tokens.head[from] === matter || scene.lemmas[from] === 'that'))
    from++
  while (last > from && uposOf(scene.tokens, last) === 'PUNCT') last--
  for (let token = matter + 1; token < last; token++) if (scene.lemmas[token] === ';') last = token - 1
  last = beforeRemark(scene, matter, isVerb(scene, matter) ? endOfClause(scene, last) : beforeDay(scene, matter, last))
  if (isOpenQuotation(scene, from, last)) last++
  return {
    start: Math.min(scene.tokens.start[from]!, startOfName(scene, from)),
    end: Math.max(scene.tokens.end[last]!, endOfName(scene, last)),
  }
}

/** The words without an adverbial clause at their end: "that the chief be dismissed | for ordering troops to fire" is about no troops. */
export function coreOf(scene: Scene, matter: number, content: Span): Span {
  let {end} = content
  for (const child of childrenOf(scene.tokens, matter)) {
    if (scene.relations[child] !== 'advcl' || child < matter || isInfinitive(scene, child)) continue
    const start = scene.tokens.start[subtreeOf(scene.tokens, child).first]!
    if (start > scene.tokens.start[matter]!) end = Math.min(end, start)
  }
  return {start: content.start, end}
}

/** "the election, whose result they refused to recognise": the noun before "which", "that", "whose"; -1 where none stands there. */
export function antecedentOf(scene: Scene, verb: number): number {
  const first = scene.document.sentences[scene.tokens.sentence[verb]!]?.firstToken ?? 0
  for (let at = verb - 1; at > first && verb - at <= RELATIVE; at--) {
    if (isFiniteVerb(scene, at) && !scene.relations[at]!.startsWith('aux')) return -1
    if (!/^W(?:DT|P\$?)$/.test(scene.tags[at]!)) continue
    const noun = scene.lemmas[at - 1] === ',' ? at - 2 : at - 1
    return noun >= first && scene.tags[noun]!.startsWith('NN') ? noun : -1
  }
  return -1
}

/** Words between a relative pronoun and its verb. */
const RELATIVE = 10

function startOfPhrase(scene: Scene, noun: number): number {
  let first = noun
  while (
    first > 0 &&
    /^(?:NN|JJ|DT|CD|PRP\$|POS)/.test(scene.tags[first - 1]!) &&
    scene.tokens.sentence[first - 1] === scene.tokens.sentence[noun]
  )
    first--
  return first
}

/** "lift them before 47 of its sailors held | since October are freed": where the tree ends in mid-clause, the words go on to the next comma. */
function endOfClause(scene: Scene, last: number): number {
  const end = scene.document.sentences[scene.tokens.sentence[last]!]?.endToken ?? last + 1
  if (last + 1 >= end || isFiniteVerb(scene, last + 1)) return last
  for (let token = last + 1; token < end && token - last <= REST; token++) {
    const pos = uposOf(scene.tokens, token)
    if (pos === 'PUNCT' || pos === 'CCONJ' || CONDITIONAL_MARKS.has(scene.lemmas[token]!)) return token - 1
  }
  return last
}

/** Words of a clause that a tree may have hung elsewhere; a longer rest is another clause. */
const REST = 12

const isFiniteVerb = (scene: Scene, token: number): boolean => /^(?:VB[DPZ]|MD)$/.test(scene.tags[token]!)

/** "surrender the valley, a notion that the capital rejects": what is said of the whole stands behind it and is not wanted. */
function beforeRemark(scene: Scene, matter: number, last: number): number {
  for (let token = matter + 2; token < last; token++)
    if (scene.lemmas[token] === 'a' && scene.lemmas[token - 1] === ',' && scene.relations[scene.tokens.head[token]!] === 'appos')
      return token - 2
  return last
}

/** "asked for diesel | on Monday": the day at the end of a thing is when it was asked for. */
function beforeDay(scene: Scene, matter: number, last: number): number {
  const end = scene.tokens.end[last]!
  const day = scene.document.times.find(time => time.end === end && time.type === 'date')
  const first = day === undefined ? -1 : tokenAt(scene.tokens, day.start)
  return first - 2 >= matter && DAY_MARKS.has(scene.lemmas[first - 1]!) ? first - 2 : last
}

const isDay = (scene: Scene, token: number): boolean =>
  scene.document.times.some(
    ({type, start, end}) => type === 'date' && start <= scene.tokens.start[token]! && scene.tokens.end[token]! <= end,
  )

const DAY_MARKS = new Set(['on', 'in', 'at'])

/** "resume “on the tenth day” unless …": a quotation inside the words is kept whole. */
function isOpenQuotation(scene: Scene, from: number, last: number): boolean {
  let open = 0
  for (let token = from; token <= last; token++) open += scene.tags[token] === '``' ? 1 : scene.tags[token] === "''" ? -1 : 0
  return open > 0 && scene.tags[last + 1] === "''"
}

/** A name is quoted whole, wherever the tree cuts it: "access for the Mariners | ' Union". */
const startOfName = (scene: Scene, token: number): number => nameAt(scene, token)?.start ?? Number.POSITIVE_INFINITY
const endOfName = (scene: Scene, token: number): number => nameAt(scene, token)?.end ?? 0

const nameAt = (scene: Scene, token: number): Span | null => {
  const mention = scene.document.mentions[scene.mentionAt[token]!]
  return mention?.level === 'name' ? mention : null
}

/** What is joined to a matter by "and" or a comma, in text order. */
export function partsOf(scene: Scene, matter: number): readonly number[] {
  const parts: number[] = []
  const open = [matter]
  for (let i = 0; i < open.length && open.length < MAX_PARTS; i++)
    for (const child of childrenOf(scene.tokens, open[i]!)) {
      const relation = scene.relations[child]
      if (relation === 'conj') parts.push(child)
      if (relation === 'conj' || relation === 'nmod' || relation === 'obj' || relation === 'obl') open.push(child)
    }
  return parts.sort((a, b) => a - b)
}

/** Words looked at for parts: longer phrases are prose. */
const MAX_PARTS = 24

/** What is wanted ends where its condition begins, and begins where a condition before it ends. */
export function upTo(content: Span, condition: Span | null, scene: Scene): Span {
  if (condition === null || condition.start < content.start || condition.start >= content.end) return content
  const {text} = scene.document
  if (condition.start > content.start) return trimSpan(text, {start: content.start, end: condition.start})
  const first = tokenAt(scene.tokens, condition.end)
  const from = scene.lemmas[first] === ',' ? first + 1 : first
  return condition.end >= content.end ? content : {start: scene.tokens.start[from]!, end: content.end}
}

const LEADING = new Set(['mark', 'case', 'punct'])

/** The words of a matter with the phrases right behind it: "dropped its demand | for longer hours" with the hours hung on the verb. */
export function widened(scene: Scene, cue: number, content: Span): Span {
  let {end} = content
  for (const child of childrenOf(scene.tokens, cue)) {
    if (scene.tokens.start[child]! < end || !WIDENING.has(caseOf(scene, child) ?? markOf(scene, child)) || isDay(scene, child)) continue
    const {first, last} = subtreeOf(scene.tokens, child)
    if (first !== tokenAt(scene.tokens, end)) continue
    end = scene.tokens.end[last]!
  }
  return {start: content.start, end}
}

/** "for longer working hours" with "working" read as a verb. */
const markOf = (scene: Scene, token: number): string => (scene.tags[token] === 'VBG' ? clauseOf(scene, token).mark : '')

const WIDENING = new Set(['of', 'for', 'on', 'over', 'to', 'in', 'from', 'with', 'against', 'about', 'at', 'by'])

/** The finest issue of the words, one of one's own before all others; the talks themselves and "peace" only where nothing else is named. */
export function issueOf(scene: Scene, content: Span): string | null {
  const all = finest(scene, issuesIn(scene, content))
  const own = all.find(issue => scene.lexicon.ownIssues.has(issue.id))
  if (own) return own.id
  // "the New River Triangle" is about no river: a word inside a name counts only where nothing else does.
  const plain = all.filter(issue => !scene.tags[issue.token]!.startsWith('NNP'))
  const found = plain.length > 0 ? plain : all
  return (found.find(issue => !BROAD.has(issue.id)) ?? found[0])?.id ?? null
}

const BROAD = new Set(['talks', 'peace'])
