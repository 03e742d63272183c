// Who wants what: holder × issue × stance, with the words, who voices it, on whose account, and the condition.
import type {Account, PositionClaim, Stance} from '../model/claim.ts'
import type {StanceCue} from '../model/pack-talks.ts'
import type {Span} from '../model/span.ts'
import type {Sentence} from '../model/tokens.ts'
import {trimSpan} from '../text/spans.ts'
import {childrenOf, subtreeOf, uposOf} from '../text/tree.ts'
import {type Voice, voiceOf} from './assertion.ts'
import {clauseOf, opensCondition} from './clause.ts'
import {classOver} from './governors.ts'
import {finest, issuesIn} from './issues.ts'
import type {ByWord} from './lexicon.ts'
import {isPredicate, worldOf} from './modality.ts'
import {caseOf, isPossessive, joinedBefore, type Party, partiesAt} from './parties.ts'
import type {Scene} from './scene.ts'
import {agentsOf, isInfinitive, isVerb, objectsOf, ownersOf, prepositional, reachOf, subjectsOf} from './slots.ts'
import {clausesUnder, isQuestion} from './triggers.ts'
import {dateOf} from './when.ts'
import {standsWith} from './wording.ts'
import type {World} from './world.ts'

export function positionsOf(scene: Scene, parties: ReadonlySet<number>): readonly PositionClaim[] {
  const claims: PositionClaim[] = []
  for (const sentence of scene.document.sentences) {
    if (sentence.kind === 'table' || sentence.kind === 'heading' || sentence.kind === 'dateline') continue
    for (let token = sentence.firstToken; token < sentence.endToken; token++) {
      const cue = cueAt(scene, token)
      if (!cue) continue
      for (const claim of readCue(scene, sentence, token, cue, parties))
        if (!claims.some(known => repeats(known, claim))) claims.push(claim)
    }
  }
  return claims
}

const repeats = (a: PositionClaim, b: PositionClaim): boolean =>
  a.sentence.start === b.sentence.start && a.holder === b.holder && a.issue === b.issue && a.stance === b.stance

function cueAt(scene: Scene, token: number): StanceCue | null {
  const {lexicon} = scene
  if (isVerb(scene, token)) {
    const relation = scene.relations[token]
    if (relation === 'aux' || relation === 'cop' || relation === 'amod' || relation === 'compound' || isQuestion(scene, token)) return null
    return first(scene, token, lexicon.stanceVerbs) ?? (isPredicate(scene, token) ? first(scene, token, lexicon.stanceAdjectives) : null)
  }
  const pos = uposOf(scene.tokens, token)
  // "This deal pertains to …" with the verb read as a noun.
  if (pos === 'NOUN' && scene.lexicon.is('agreements', scene.lemmas[token - 1] ?? '')) {
    const verb = first(scene, token, lexicon.stanceVerbs)
    if (verb?.ofAgreement) return verb
  }
  if (pos === 'NOUN')
    return scene.relations[token] === 'compound'
      ? null
      : (first(scene, token, lexicon.stanceNouns) ?? (isPredicate(scene, token) ? first(scene, token, lexicon.stanceAdjectives) : null))
  return (pos === 'ADJ' || pos === 'ADP' || pos === 'ADV') && isPredicate(scene, token)
    ? first(scene, token, lexicon.stanceAdjectives)
    : null
}

function first(scene: Scene, token: number, words: ByWord<StanceCue>): StanceCue | null {
  let best: StanceCue | null = null
  let length = -1
  for (const wording of words.get(scene.lemmas[token]!) ?? []) {
    const size = wording.before.length + wording.after.length
    if (size > length && standsWith(scene, token, wording)) {
      best = wording.entry
      length = size
    }
  }
  return best
}

function readCue(scene: Scene, sentence: Sentence, token: number, cue: StanceCue, known: ReadonlySet<number>): readonly PositionClaim[] {
  const world = worldOf(scene, token)
  const condition = conditionOf(scene, token, world)
  const stance = stanceOf(scene, token, cue, world, condition)
  if (stance === null) return []
  const trigger = {start: scene.tokens.start[token]!, end: scene.tokens.end[token]!}
  const voice = voiceOf(scene, trigger, world)
  if (voice.assertion === 'denied') return []
  const holders = holdersOf(scene, token, cue, world, voice)
  if (holders.length === 0) return []
  const matters = mattersOf(scene, token, cue)
  if (matters.length === 0) return []
  const claims: PositionClaim[] = []
  for (const wanted of matters) {
    const inner = stance === 'demands' ? refusalIn(scene, wanted) : -1
    const matter = inner < 0 ? wanted : inner
    const content = upTo(contentOf(scene, matter), condition < 0 ? null : spanUnder(scene, condition), scene)
    const issue = issueOf(scene, content)
    if (issue === null) continue
    for (const holder of holders.slice(0, MAX_HOLDERS)) {
      const side = sideOf(scene, holder.entity, voice)
      claims.push({
        claim: 'position',
        ...side,
        account: isFirstPerson(scene, token) ? 'own' : accountOf(scene, side.holder, voice, known),
        issue,
        stance: inner < 0 ? stance : 'opposes',
        toward: towardOf(scene, token, matter, holder),
        content,
        condition: condition < 0 ? null : spanUnder(scene, condition),
        time: dateOf(scene, [token]),
        sentence: {start: sentence.start, end: sentence.end},
        trigger,
        attribution: voice.attribution,
        assertion: voice.assertion,
        rule: cue.id,
      })
    }
    break
  }
  return claims
}

/** "urged the president to resist concessions": who wants somebody to resist a thing opposes it. -1 where the wish is for something. */
function refusalIn(scene: Scene, clause: number): number {
  if (!isVerb(scene, clause)) return -1
  const cue = first(scene, clause, scene.lexicon.stanceVerbs)
  if (cue?.stance !== 'rejects' && cue?.stance !== 'opposes') return -1
  return objectsOf(scene, clause)[0] ?? -1
}

/** "We are ready …": whoever says it holds it. */
const isFirstPerson = (scene: Scene, token: number): boolean =>
  subjectsOf(scene, token).some(subject => scene.lemmas[subject] === 'we' || scene.lemmas[subject] === 'i')

/** "Both ministers reject …": more holders than this are a list of something else. */
const MAX_HOLDERS = 4

/** Null where the words do not show that anybody holds it: a plan of others, an "if", an infinitive under another stance. */
function stanceOf(scene: Scene, token: number, cue: StanceCue, world: World, condition: number): Stance | null {
  if (cue.holder === 'speaker' && world.status !== 'not-held') return world.denied ? null : cue.stance
  if (!isVerb(scene, token) && !isPredicate(scene, token)) return isNegatedNoun(scene, token) ? null : cue.stance
  const head = scene.tokens.head[token]!
  // "refused to accept": the refusal is the stance.
  if (clauseOf(scene, token).gerund && (clauseOf(scene, token).mark !== '' || caseOf(scene, token) !== null)) return null
  if (
    head >= 0 &&
    (scene.relations[token] === 'xcomp' || isInfinitive(scene, token)) &&
    scene.relations[token] !== 'root' &&
    clauseOf(scene, token).tense === 'none'
  )
    return null
  if (world.obliged || world.condition === token) return null
  switch (world.status) {
    case 'held':
    case 'present':
    case 'ongoing':
    case 'planned':
      return condition >= 0 && cue.stance === 'accepts' ? 'accepts-if' : cue.stance
    case 'not-held':
      return cue.negated
    case 'would':
    case 'proposed':
      if (cue.stance === 'accepts' || cue.stance === 'offers' || cue.stance === 'concedes') return condition >= 0 ? 'accepts-if' : 'open-to'
      return cue.stance === 'rejects' || cue.stance === 'opposes' || cue.stance === 'supports'
        ? world.status === 'would'
          ? cue.stance
          : null
        : null
    case 'conditional':
      return cue.stance === 'accepts' || cue.stance === 'concedes' || cue.stance === 'open-to'
        ? 'accepts-if'
        : cue.stance === 'offers' || cue.stance === 'threatens'
          ? cue.stance
          : null
    default:
      return null
  }
}

const isNegatedNoun = (scene: Scene, noun: number): boolean => {
  for (const child of childrenOf(scene.tokens, noun)) if (scene.relations[child] === 'det' && scene.lemmas[child] === 'no') return true
  return false
}

function holdersOf(scene: Scene, token: number, cue: StanceCue, world: World, voice: Voice): readonly Party[] {
  if (cue.holder === 'speaker' || cue.over.includes('subj')) return speakerOf(scene, world, voice)
  const heads = isVerb(scene, token)
    ? agentsOf(scene, token)
    : isPredicate(scene, token)
      ? subjectsOf(scene, token)
      : nounHolders(scene, token)
  const parties = heads.flatMap(head => [...joinedBefore(scene, head), ...partiesAt(scene, head)]).filter(party => !party.place)
  if (parties.length > 0) return unique(parties)
  return heads.length > 0 && PRONOUNS.has(scene.lemmas[heads[0]!]!) ? speakerOf(scene, world, voice) : []
}

const PRONOUNS = new Set(['we', 'i', 'it', 'they', 'he', 'she'])

const unique = (parties: readonly Party[]): readonly Party[] =>
  parties.filter((party, index) => parties.findIndex(other => other.entity === party.entity) === index)

/** "Mirvan's demand for …", "expressed opposition to …". */
function nounHolders(scene: Scene, noun: number): readonly number[] {
  const head = scene.tokens.head[noun]!
  if (head >= 0 && isVerb(scene, head) && scene.relations[noun] === 'obj') {
    const owners = [...childrenOf(scene.tokens, noun)].filter(child => isOwner(scene, child))
    if (owners.length > 0) return owners
    // "signed the pledge" makes nobody pledge; "voiced", "made", "has" do.
    const type = classOver(scene, noun, head)
    return type === 'doing' || type === 'speech' ? agentsOf(scene, head) : []
  }
  return ownersOf(scene, noun)
}

const isOwner = (scene: Scene, child: number): boolean =>
  (scene.relations[child] === 'nmod' && isPossessive(scene, child)) ||
  ((scene.relations[child] === 'amod' || scene.relations[child] === 'compound') && scene.mentionAt[child]! >= 0)

function speakerOf(scene: Scene, world: World, voice: Voice): readonly Party[] {
  const speaker = voice.attribution === null ? null : (scene.document.attributions[voice.attribution]?.speaker ?? null)
  if (speaker !== null) return [{entity: speaker, token: -1, place: false}]
  return world.speech >= 0
    ? subjectsOf(scene, world.speech)
        .flatMap(head => partiesAt(scene, head))
        .filter(party => !party.place)
    : []
}

/** "This deal", "the plan", "the talks": what may cover or concern something. */
const isPact = (scene: Scene, head: number): boolean =>
  scene.lexicon.is('agreements', scene.lemmas[head]!) ||
  scene.lexicon.is('talks', scene.lemmas[head]!) ||
  scene.lemmas[head] === 'plan' ||
  scene.lemmas[head] === 'proposal'

/** Heads of what the stance is about, best first: a clause before an object, since "urged Mirvan to withdraw" is about withdrawing. */
function mattersOf(scene: Scene, token: number, cue: StanceCue): readonly number[] {
  if (cue.ofAgreement && !subjectsOf(scene, token).some(head => isPact(scene, head))) return []
  const matters: number[] = []
  for (const slot of cue.over)
    switch (slot) {
      case 'clause':
        matters.unshift(
          ...clausesUnder(scene, token).filter(clause => scene.relations[clause] !== 'advcl' && !opensCondition(scene, clause)),
        )
        break
      case 'obj':
        if (isVerb(scene, token)) matters.push(...objectsOf(scene, token))
        break
      case 'subj':
        matters.push(...subjectsOf(scene, token))
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
        break
      }
      default:
        matters.push(
          ...prepositional(scene, isVerb(scene, token) ? reachOf(scene, token) : [token], slot),
          ...behindObject(scene, token, slot),
        )
    }
  return [...new Set(matters)]
}

/** "expressed sympathy for the claims" with the claims hung on the verb: what stands behind the noun belongs to it. */
const behindObject = (scene: Scene, token: number, slot: string): readonly number[] => {
  const head = scene.tokens.head[token]!
  if (isVerb(scene, token) || scene.relations[token] !== 'obj' || head < 0 || scene.lemmas[token + 1] !== slot) return []
  return prepositional(scene, [head], slot).filter(phrase => phrase > token)
}

/** The whole matter with its objects, without a leading mark and without the condition behind it. */
function contentOf(scene: Scene, matter: number): Span {
  let {first: from, last} = subtreeOf(scene.tokens, matter)
  for (const child of childrenOf(scene.tokens, matter))
    if (scene.relations[child] === 'advcl' && opensCondition(scene, child)) {
      const start = subtreeOf(scene.tokens, child).first
      if (start > matter && start - 1 >= from) last = Math.min(last, start - 1)
    }
  while (from < matter && LEADING.has(scene.relations[from]!) && scene.tokens.head[from] === matter) from++
  while (last > from && uposOf(scene.tokens, last) === 'PUNCT') last--
  return {start: scene.tokens.start[from]!, end: scene.tokens.end[last]!}
}

/** What is wanted ends where its condition begins. */
function upTo(content: Span, condition: Span | null, scene: Scene): Span {
  if (condition === null || condition.start <= content.start || condition.start >= content.end) return content
  return trimSpan(scene.document.text, {start: content.start, end: condition.start})
}

const LEADING = new Set(['mark', 'case', 'punct'])

/** The finest issue of the words; the talks themselves and "peace" only where nothing else is named. */
function issueOf(scene: Scene, content: Span): string | null {
  const found = finest(scene, issuesIn(scene, content))
  return (found.find(issue => !BROAD.has(issue.id)) ?? found[0])?.id ?? null
}

const BROAD = new Set(['talks', 'peace'])

/** The party spoken for, and whose words they are. */
function sideOf(scene: Scene, entity: number, voice: Voice): {readonly holder: number; readonly voice: number | null} {
  const somebody = scene.document.somebodies[entity]
  if (somebody && somebody.actsFor !== null)
    return {holder: somebody.actsFor, voice: somebody.type === 'person' || somebody.type === 'group' ? entity : null}
  const speaker = voice.attribution === null ? null : (scene.document.attributions[voice.attribution]?.speaker ?? null)
  if (speaker !== null && scene.document.somebodies[speaker]?.actsFor === entity) return {holder: entity, voice: speaker}
  return {holder: entity, voice: null}
}

function accountOf(scene: Scene, holder: number, voice: Voice, known: ReadonlySet<number>): Account {
  if (voice.attribution === null) return 'reporter'
  const attribution = scene.document.attributions[voice.attribution]!
  const {speaker} = attribution
  if (speaker === null) return attribution.source.length === 0 ? 'reporter' : 'third-party'
  if (speaker === holder) return 'own'
  const somebody = scene.document.somebodies[speaker]
  if (!somebody) return 'third-party'
  const party = somebody.actsFor ?? speaker
  if (party === holder) return somebody.type === 'person' ? 'own' : 'same-side'
  const country = scene.document.somebodies[holder]?.country
  if (country != null && somebody.country === country && somebody.type !== 'outlet') return 'same-side'
  return known.has(party) || known.has(speaker) ? 'other-side' : 'third-party'
}

function towardOf(scene: Scene, token: number, matter: number, holder: Party): number | null {
  const heads = [
    ...(isVerb(scene, token) ? objectsOf(scene, token) : []),
    ...prepositional(scene, [token], 'on'),
    ...prepositional(scene, [token], 'from'),
    ...subjectsOf(scene, matter),
    matter,
  ]
  for (const head of heads)
    for (const party of partiesAt(scene, head)) if (!party.place && party.entity !== holder.entity) return party.entity
  return null
}

function conditionOf(scene: Scene, token: number, world: World): number {
  if (world.condition >= 0) return world.condition
  for (const clause of clausesUnder(scene, token)) {
    const {condition} = worldOf(scene, clause)
    if (condition >= 0 && condition !== clause) return condition
  }
  return -1
}

function spanUnder(scene: Scene, token: number): Span {
  const {first: from, last} = subtreeOf(scene.tokens, token)
  return {start: scene.tokens.start[from]!, end: scene.tokens.end[last]!}
}
