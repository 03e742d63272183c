// Agreements as a sentence tells them: what state, between whom, what is owed, for how long. A state needs words that say it.
import type {AgreementClaim, AgreementState} from '../model/claim.ts'
import type {Span} from '../model/span.ts'
import type {Sentence} from '../model/tokens.ts'
import {childrenOf, subtreeOf, uposOf} from '../text/tree.ts'
import {voiceOf} from './assertion.ts'
import {asksWhether} from './clause.ts'
import {issuesIn} from './issues.ts'
import {worldOf} from './modality.ts'
import {clausesUnder} from './needs.ts'
import {canAct, caseOf, isPossessive, joinedBefore, partiesAt} from './parties.ts'
import type {Scene} from './scene.ts'
import {agentsOf, isInfinitive, isVerb, objectsOf, prepositional, subjectsOf} from './slots.ts'
import {dateOf, timesOf, toldAsHistory} from './when.ts'
import {standsWith} from './wording.ts'
import type {World} from './world.ts'

export function agreementsOf(scene: Scene): readonly AgreementClaim[] {
  const claims: AgreementClaim[] = []
  for (const sentence of scene.document.sentences) {
    if (sentence.kind === 'table' || sentence.kind === 'heading' || sentence.kind === 'dateline') continue
    for (let token = sentence.firstToken; token < sentence.endToken; token++) {
      const claim = isAgreementNoun(scene, token)
        ? byNoun(scene, sentence, token)
        : scene.lemmas[token] === 'agree' && isVerb(scene, token)
          ? byVerb(scene, sentence, token)
          : null
      if (claim && !claims.some(known => repeats(known, claim))) claims.push(claim)
    }
  }
  return claims
}

const repeats = (a: AgreementClaim, b: AgreementClaim): boolean =>
  a.sentence.start === b.sentence.start && a.state === b.state && a.parties.join() === b.parties.join()

export const isAgreementNoun = (scene: Scene, token: number): boolean =>
  scene.lexicon.is('agreements', scene.lemmas[token]!) && uposOf(scene.tokens, token) === 'NOUN' && scene.relations[token] !== 'compound'

interface Told {
  readonly state: AgreementState
  /** The word that tells it. */
  readonly word: number
}

function byNoun(scene: Scene, sentence: Sentence, noun: number): AgreementClaim | null {
  const told = stateOf(scene, noun)
  if (told === null) return null
  const parties = partiesOf(scene, noun, told.word)
  const span = labelSpan(scene, noun)
  const issues = issuesIn(scene, span)
    .map(found => found.id)
    .filter(id => id !== 'talks')
  if (parties.length === 0 && issues.length === 0) return null
  return build(scene, sentence, told, {label: span, parties, issues, anchors: [noun, told.word], clauses: clausesOf(scene, noun, parties)})
}

/** "Ostrel and Mirvan agreed to halt attacks": an agreement without the noun. One side alone only promises. */
function byVerb(scene: Scene, sentence: Sentence, verb: number): AgreementClaim | null {
  const world = worldOf(scene, verb)
  const state = under(verbState(scene, verb), world)
  if (state === null) return null
  const heads = agentsOf(scene, verb)
  const parties = entities(scene, [...heads, ...prepositional(scene, [verb], 'with')])
  for (const head of heads)
    for (const party of joinedBefore(scene, head)) if (!parties.includes(party.entity)) parties.unshift(party.entity)
  if (parties.length < 2 && !heads.some(head => isJoint(scene, head))) return null
  const clause = clausesUnder(scene, verb).find(each => scene.relations[each] !== 'advcl')
  const object = clause ?? [...prepositional(scene, [verb], 'on'), ...prepositional(scene, [verb], 'to'), ...objectsOf(scene, verb)][0]
  if (object === undefined || isAgreementNoun(scene, object)) return null
  const label = contentSpan(scene, object)
  const issues = issuesIn(scene, label)
    .map(found => found.id)
    .filter(id => id !== 'talks')
  const clauses = clause === undefined ? [] : [{content: label, obligor: parties, issue: issues[0] ?? null, due: dueOf(scene, clause)}]
  return build(
    scene,
    sentence,
    {state, word: verb},
    {label, opening: openingOf(scene, object), parties, issues, anchors: [verb, ...(clause === undefined ? [] : [clause])], clauses},
  )
}

/** "both sides", "the two countries": one phrase, two parties. */
const isJoint = (scene: Scene, head: number): boolean => {
  for (const child of childrenOf(scene.tokens, head))
    if (scene.lemmas[child] === 'both' || scene.lemmas[child] === 'two' || scene.lemmas[child] === 'all') return true
  const party = partiesAt(scene, head)[0]
  return party !== undefined && (scene.document.somebodies[party.entity]?.members.length ?? 0) > 1
}

const verbState = (scene: Scene, verb: number): AgreementState =>
  prepositional(scene, [verb], 'in').some(head => scene.lemmas[head] === 'principle') ? 'agreed-in-principle' : 'announced'

/** "agreed to halt attacks" is an agreement to halt them, "agreed on a border" one on it. */
function openingOf(scene: Scene, object: number): string {
  const joint = isInfinitive(scene, object) ? 'to' : isVerb(scene, object) ? 'that' : caseOf(scene, object) === 'on' ? 'on' : null
  return joint === null ? '' : `${scene.lexicon.pack.words.agreements[0]} ${joint} `
}

interface Parts {
  readonly label: Span
  /** Words before the label that the report has as a verb. */
  readonly opening?: string
  readonly parties: readonly number[]
  readonly issues: readonly string[]
  readonly anchors: readonly number[]
  readonly clauses: AgreementClaim['clauses']
}

function build(scene: Scene, sentence: Sentence, told: Told, parts: Parts): AgreementClaim {
  const trigger = {start: scene.tokens.start[told.word]!, end: scene.tokens.end[told.word]!}
  const world = worldOf(scene, told.word)
  const voice = voiceOf(scene, trigger, world)
  const {text} = scene.document
  return {
    claim: 'agreement',
    label: (parts.opening ?? '') + text.slice(parts.label.start, parts.label.end).replace(/\s+/g, ' '),
    parties: parts.parties,
    issues: parts.issues,
    state: told.state,
    term: termOf(scene, parts.anchors, parts.label),
    time: dateOf(scene, parts.anchors),
    background: (world.pluperfect && voice.attribution === null) || toldAsHistory(scene, parts.anchors),
    violation: null,
    clauses: parts.clauses,
    sentence: {start: sentence.start, end: sentence.end},
    trigger,
    attribution: voice.attribution,
    assertion: voice.assertion,
    rule: `agreement-${told.state}`,
  }
}

/** The state that a word around the noun tells, weakened by what stands above that word. */
function stateOf(scene: Scene, noun: number): Told | null {
  if (asksWhether(scene, noun)) return null
  const head = scene.tokens.head[noun]!
  const relation = scene.relations[noun]!
  for (const child of childrenOf(scene.tokens, noun)) {
    if (scene.relations[child] === 'acl' && isVerb(scene, child) && !isInfinitive(scene, child)) {
      const cue = cueFor(scene, child, scene.tags[child]! === 'VBN' ? 'obj' : 'subj')
      const state = cue && under(cue, worldOf(scene, child))
      if (state) return {state, word: child}
    }
  }
  if (head >= 0 && isVerb(scene, head)) {
    const slot =
      relation === 'nsubj'
        ? objectsOf(scene, head).includes(noun)
          ? 'obj'
          : 'subj'
        : relation === 'obj'
          ? 'obj'
          : relation === 'obl'
            ? caseOf(scene, noun)
            : null
    const cue = slot === null ? null : cueFor(scene, head, slot)
    if (cue) {
      const state = under(cue, worldOf(scene, head))
      if (state) return {state, word: head}
    }
  }
  for (const child of childrenOf(scene.tokens, noun)) {
    if (scene.relations[child] !== 'amod') continue
    const lemma = scene.lemmas[child]!
    if (scene.lexicon.is('proposed', lemma) || lemma === 'propose') return {state: 'proposed', word: child}
  }
  if (relation === 'conj' && head >= 0 && isAgreementNoun(scene, head)) return stateOf(scene, head)
  // "despite an agreement to halt attacks": told as standing, no word on how it came about.
  const preposition = relation === 'obl' || relation === 'nmod' ? caseOf(scene, noun) : null
  if ((preposition === 'despite' || preposition === 'under') && !isIndefiniteHope(scene, noun)) return {state: 'announced', word: noun}
  return null
}

const isIndefiniteHope = (scene: Scene, noun: number): boolean => {
  for (const child of childrenOf(scene.tokens, noun))
    if (scene.lexicon.is('proposed', scene.lemmas[child]!) || scene.lexicon.is('planned', scene.lemmas[child]!)) return true
  return false
}

function cueFor(scene: Scene, verb: number, slot: string): AgreementState | null {
  let best: AgreementState | null = null
  let length = -1
  for (const cue of scene.lexicon.pack.states)
    for (const wording of cue.verbs) {
      const words = wording.split(' ')
      if (words[0] !== scene.lemmas[verb] || words.length <= length) continue
      if (!cue.of.includes(slot) || !standsWith(scene, verb, {entry: cue, before: [], after: words.slice(1)})) continue
      best = cue.state
      length = words.length
    }
  return best
}

/** A planned signing is no signing: the state falls back to what the words do show. */
function under(state: AgreementState | null, world: World): AgreementState | null {
  if (state === null || world.denied || world.speculated) return null
  const wished = state === 'floated' || state === 'proposed' || state === 'under-negotiation'
  switch (world.status) {
    case 'held':
    case 'present':
    case 'ongoing':
    case 'ended':
      return state
    case 'planned':
      return state === 'signed' || state === 'ratified'
        ? 'agreed-in-principle'
        : state === 'in-force' || state === 'extended'
          ? 'announced'
          : wished
            ? state
            : state === 'announced'
              ? 'under-negotiation'
              : null
    case 'proposed':
    case 'would':
      return wished || state === 'announced' || state === 'signed' || state === 'in-force' || state === 'agreed-in-principle'
        ? state === 'proposed'
          ? 'proposed'
          : 'floated'
        : null
    case 'conditional':
      return state === 'announced' || state === 'signed' || state === 'in-force' || wished ? 'proposed' : null
    case 'not-held':
      return world.refused && (state === 'announced' || state === 'signed' || state === 'ratified') ? 'rejected' : null
    default:
      return null
  }
}

function partiesOf(scene: Scene, noun: number, word: number): readonly number[] {
  const heads = [...prepositional(scene, [noun], 'between'), ...prepositional(scene, [noun], 'with'), ...prepositional(scene, [noun], 'by')]
  for (const child of childrenOf(scene.tokens, noun))
    if (
      scene.relations[child] === 'amod' ||
      scene.relations[child] === 'compound' ||
      (scene.relations[child] === 'nmod' && isPossessive(scene, child))
    )
      heads.push(child)
  const found = entities(scene, heads)
  if (isVerb(scene, word) && !subjectsOf(scene, word).includes(noun)) {
    const agents = agentsOf(scene, word).filter(head => head !== noun)
    for (const entity of entities(scene, [...agents, ...prepositional(scene, [word], 'with'), ...prepositional(scene, [word], 'between')]))
      if (!found.includes(entity)) found.push(entity)
    for (const head of agents) for (const party of joinedBefore(scene, head)) if (!found.includes(party.entity)) found.unshift(party.entity)
  } else if (isVerb(scene, word)) {
    for (const entity of entities(
      scene,
      agentsOf(scene, word).filter(head => head !== noun),
    ))
      if (!found.includes(entity)) found.push(entity)
  }
  return found
}

function entities(scene: Scene, heads: readonly number[]): number[] {
  const found: number[] = []
  for (const head of heads)
    for (const party of partiesAt(scene, head)) if (canAct(scene, party) && !found.includes(party.entity)) found.push(party.entity)
  return found
}

/** "truce on energy infrastructure", "agreement to halt attacks": the noun with what says which one it is. */
export function labelSpan(scene: Scene, noun: number): Span {
  let from = noun
  let last = noun
  for (const child of childrenOf(scene.tokens, noun)) {
    const relation = scene.relations[child]!
    if ((relation === 'amod' || relation === 'compound' || relation === 'nummod') && child < noun)
      from = Math.min(from, subtreeOf(scene.tokens, child).first)
    const preposition = caseOf(scene, child)
    if (
      relation === 'nmod' &&
      (preposition === 'on' || preposition === 'of' || preposition === 'for' || preposition === 'over') &&
      !hasTime(scene, child)
    )
      last = Math.max(last, subtreeOf(scene.tokens, child).last)
    if (relation === 'acl' && isInfinitive(scene, child)) last = Math.max(last, subtreeOf(scene.tokens, child).last)
  }
  return cut(scene, from, last)
}

const contentSpan = (scene: Scene, head: number): Span => {
  let {first, last} = subtreeOf(scene.tokens, head)
  while (first < head && (scene.relations[first] === 'mark' || scene.relations[first] === 'case')) first++
  return cut(scene, first, last)
}

function cut(scene: Scene, first: number, last: number): Span {
  let end = Math.min(last, first + MAX_LABEL)
  for (let token = first; token <= end; token++)
    if (token > first && (scene.lemmas[token] === ',' || scene.lemmas[token] === '—' || scene.lemmas[token] === ';')) {
      end = token - 1
      break
    }
  while (end > first && uposOf(scene.tokens, end) === 'PUNCT') end--
  return {start: scene.tokens.start[first]!, end: scene.tokens.end[end]!}
}

/** Words in a label: longer ones are sentences. */
const MAX_LABEL = 14

const hasTime = (scene: Scene, token: number): boolean => {
  const start = scene.tokens.start[token]!
  return scene.document.times.some(time => time.start <= start && start < time.end)
}

function clausesOf(scene: Scene, noun: number, parties: readonly number[]): AgreementClaim['clauses'] {
  const clauses: AgreementClaim['clauses'][number][] = []
  for (const child of childrenOf(scene.tokens, noun))
    if (scene.relations[child] === 'acl' && isVerb(scene, child) && isInfinitive(scene, child)) {
      const content = contentSpan(scene, child)
      clauses.push({content, obligor: parties, issue: issuesIn(scene, content)[0]?.id ?? null, due: dueOf(scene, child)})
    }
  return clauses
}

function dueOf(scene: Scene, clause: number): string | null {
  for (const time of timesOf(scene, clause)) {
    const before = scene.document.text
      .slice(Math.max(0, time.start - DUE.length - 1), time.start)
      .toLowerCase()
      .trimEnd()
    if (time.value !== null && (before.endsWith(' by') || before.endsWith('before') || before.endsWith('until'))) return time.value
  }
  return null
}

const DUE = 'before'

/** "for thirty days", "a 60-day truce": the length of it, ISO 8601. */
function termOf(scene: Scene, anchors: readonly number[], label: Span): string | null {
  for (const time of scene.document.times)
    if (
      time.type === 'duration' &&
      time.start >= label.start &&
      time.end <= label.end + 1 &&
      time.timex !== null &&
      !time.timex.includes('X')
    )
      return time.timex
  for (const anchor of anchors)
    for (const time of timesOf(scene, anchor))
      if (time.type === 'duration' && time.timex !== null && !time.timex.includes('X')) return time.timex
  return null
}
