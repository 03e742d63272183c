// Who holds a position: the party spoken for, whose words they are, and on whose account the report says so.
import type {Account} from '../model/claim.ts'
import type {StanceCue} from '../model/pack-talks.ts'
import {childrenOf} from '../text/tree.ts'
import type {Voice} from './assertion.ts'
import {classOver} from './governors.ts'
import {isPredicate} from './modality.ts'
import {isPossessive, type Party, partiesAt} from './parties.ts'
import type {Scene} from './scene.ts'
import {agentsOf, isPassive, isVerb, ownersOf, prepositional, subjectsOf} from './slots.ts'
import {isVerdict, verdictVerb} from './stance-cues.ts'
import {subjectParties} from './subject-words.ts'
import type {World} from './world.ts'

export function holdersOf(scene: Scene, token: number, cue: StanceCue, world: World, voice: Voice): readonly Party[] {
  if (isVerdict(scene, token) && !isVerb(scene, token)) return people(scene, agentsOf(scene, verdictVerb(scene, token)))
  if (cue.holder === 'speaker' || cue.over.includes('subj')) {
    // "unacceptable to Mirvan", "for Ostrel, … is a red line"
    const named = !cue.over.includes('subj')
      ? []
      : people(scene, [...prepositional(scene, [token], 'to'), ...prepositional(scene, [token], 'for')])
    return named.length > 0 ? named : speakerOf(scene, world, voice)
  }
  const heads = isVerb(scene, token)
    ? // "is prepared to halt": a participle that stands in the pack as a state has its holder as subject.
      cue.verbs.length === 0
      ? subjectsOf(scene, token)
      : agentsOf(scene, token)
    : isPredicate(scene, token) && !isMatterNoun(scene, token, cue)
      ? subjectsOf(scene, token)
      : nounHolders(scene, token)
  const found =
    isVerb(scene, token) && (cue.verbs.length === 0 || !isPassive(scene, token))
      ? subjectParties(scene, token, heads)
      : heads.flatMap(head => partiesAt(scene, head))
  // "clear opposition" is no group of people: the word that sets the stance names nobody who holds it.
  const parties = heads
    .reduce((all, head) => asGroup(scene, head, all), found)
    .filter(
      party =>
        !party.place &&
        !(party.token >= 0 && scene.mentionAt[party.token]! >= 0 && scene.mentionAt[party.token] === scene.mentionAt[token]),
    )
  if (parties.length > 0) return unique(parties)
  // "said X, secretary of the union, who wants …": whoever stands in apposition is the one before the comma.
  const named = heads.map(head => (scene.relations[head] === 'appos' ? scene.tokens.head[head]! : -1)).filter(head => head >= 0)
  if (named.length > 0) return people(scene, named)
  const relative = heads.length > 0 && scene.lemmas[heads[0]!] === 'who' ? personBefore(scene, heads[0]!) : []
  if (relative.length > 0) return relative
  return heads.length > 0 ? selfSpeaking(scene, heads[0]!, speakerOf(scene, world, voice), voice) : []
}

/** "Farmers in Peru asked for diesel": who is in a country is not the country, unless they speak for it. */
function asGroup(scene: Scene, head: number, parties: readonly Party[]): readonly Party[] {
  const mention = scene.document.mentions[scene.mentionOf[head]!]
  if (mention?.level !== 'nominal' || mention.type !== 'group' || scene.lexicon.is('officials', scene.lemmas[head]!)) return parties
  if (parties.length !== 1 || scene.document.somebodies[parties[0]!.entity]?.type !== 'country') return parties
  return [{entity: mention.entity, token: head, place: false}]
}

/** "The release of all prisoners is a demand of the rebels": the noun is what is said of its subject, so that the subject is no holder. */
const isMatterNoun = (scene: Scene, token: number, cue: StanceCue): boolean =>
  cue.over.includes('be') && scene.tags[token]!.startsWith('NN')

/** "said Orlo Vash, secretary of the union, who wants it back": the nearest person before the pronoun. */
function personBefore(scene: Scene, pronoun: number): readonly Party[] {
  const first = scene.document.sentences[scene.tokens.sentence[pronoun]!]?.firstToken ?? pronoun
  if (scene.lemmas[pronoun - 1] !== ',') return []
  for (let token = pronoun - 2; token >= first; token--) {
    const mention = scene.document.mentions[scene.mentionAt[token]!]
    if (mention?.type === 'person') return [{entity: mention.entity, token, place: false}]
    if (isVerb(scene, token)) return []
  }
  return []
}

/**
 * The speakers, where a pronoun means whoever speaks: "we" and "I" always; in reported speech "it" and "they" of a body or a group, "he" and "she"
 * of a person. Inside quotation marks "they" are others.
 */
export function selfSpeaking(scene: Scene, pronoun: number, speakers: readonly Party[], voice: Voice): readonly Party[] {
  const lemma = scene.lemmas[pronoun]!
  if (lemma === 'we' || lemma === 'i') return speakers
  if (voice.assertion === 'quoted') return []
  const isPerson = (party: Party): boolean => scene.document.somebodies[party.entity]?.type === 'person'
  if (lemma === 'he' || lemma === 'she') return speakers.filter(isPerson)
  if (lemma === 'they') return speakers.filter(party => !isPerson(party) || scene.document.somebodies[party.entity]?.actsFor != null)
  return lemma === 'it' ? speakers : []
}

const people = (scene: Scene, heads: readonly number[]): readonly Party[] =>
  unique(heads.flatMap(head => partiesAt(scene, head)).filter(party => !party.place))

const unique = (parties: readonly Party[]): readonly Party[] =>
  parties.filter((party, index) => parties.findIndex(other => other.entity === party.entity) === index)

/** "Mirvan's demand for …", "a key demand of the rebels", "expressed opposition to …". */
function nounHolders(scene: Scene, noun: number): readonly number[] {
  const head = scene.tokens.head[noun]!
  const owners = [...childrenOf(scene.tokens, noun)].filter(child => isOwner(scene, child))
  if (owners.length > 0) return owners
  if (head >= 0 && isVerb(scene, head) && scene.relations[noun] === 'obj') {
    // "signed the pledge" makes nobody pledge; "voiced", "made", "has" do.
    const type = classOver(scene, noun, head)
    return type === 'doing' || (type === 'speech' && !isDefinite(scene, noun)) ? agentsOf(scene, head) : []
  }
  const found = ownersOf(scene, noun)
  if (found.length > 0) return found
  return [...prepositional(scene, [noun], 'of'), ...prepositional(scene, [noun], 'for'), ...prepositional(scene, [noun], 'from')].filter(
    phrase => partiesAt(scene, phrase).some(party => !party.place),
  )
}

/** "said the offer was …" makes nobody offer; "announced an offer" does. */
const isDefinite = (scene: Scene, noun: number): boolean => {
  for (const child of childrenOf(scene.tokens, noun)) if (scene.relations[child] === 'det' && scene.lemmas[child] !== 'a') return true
  return false
}

const isOwner = (scene: Scene, child: number): boolean =>
  (scene.relations[child] === 'nmod' && isPossessive(scene, child)) ||
  ((scene.relations[child] === 'amod' || scene.relations[child] === 'compound') && scene.mentionAt[child]! >= 0)

/** Whoever says it: the speaker of the attribution that reaches the words, else the subject of the verb of saying above them. */
export function speakerOf(scene: Scene, world: World, voice: Voice): readonly Party[] {
  const speaker = voice.attribution === null ? null : (scene.document.attributions[voice.attribution]?.speaker ?? null)
  if (speaker !== null) return [{entity: speaker, token: -1, place: false}]
  return world.speech >= 0 ? people(scene, subjectsOf(scene, world.speech)) : []
}

/** The party spoken for, and whose words they are. */
export function sideOf(scene: Scene, entity: number, voice: Voice): {readonly holder: number; readonly voice: number | null} {
  const somebody = scene.document.somebodies[entity]
  if (somebody && somebody.actsFor !== null)
    return {holder: somebody.actsFor, voice: somebody.type === 'person' || somebody.type === 'group' ? entity : null}
  const speaker = voice.attribution === null ? null : (scene.document.attributions[voice.attribution]?.speaker ?? null)
  if (speaker !== null && scene.document.somebodies[speaker]?.actsFor === entity) return {holder: entity, voice: speaker}
  return {holder: entity, voice: null}
}

export function accountOf(scene: Scene, holder: number, voice: Voice, known: ReadonlySet<number>): Account {
  if (voice.attribution === null) return 'reporter'
  const attribution = scene.document.attributions[voice.attribution]!
  const {speaker} = attribution
  if (speaker === null) return attribution.source.length === 0 ? 'reporter' : 'third-party'
  if (speaker === holder) return 'own'
  const somebody = scene.document.somebodies[speaker]
  if (!somebody) return 'third-party'
  const party = somebody.actsFor ?? speaker
  if (party === holder) return somebody.type === 'person' ? 'own' : 'same-side'
  // "its foreign ministry said": whose it is stands before it.
  const isOwned = scene.document.mentions.some(
    mention => mention.entity === holder && attribution.source.some(source => mention.start === source.start && mention.end < source.end),
  )
  if (isOwned) return 'same-side'
  const country = scene.document.somebodies[holder]?.country
  if (country != null && somebody.country === country && somebody.type !== 'outlet') return 'same-side'
  return known.has(party) || known.has(speaker) ? 'other-side' : 'third-party'
}
