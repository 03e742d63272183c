// "Ostrel said that Mirvan must withdraw": to say what another must do is to demand it. Here alone the speaker acts, by speaking.
import type {EventClaim} from '../model/claim.ts'
import type {Sentence} from '../model/tokens.ts'
import {subtreeOf} from '../text/tree.ts'
import {voiceOf} from './assertion.ts'
import {clauseOf} from './clause.ts'
import {issuesIn} from './issues.ts'
import {worldOf} from './modality.ts'
import {partiesAt} from './parties.ts'
import type {Scene} from './scene.ts'
import {isVerb, subjectsOf} from './slots.ts'
import {dateOf} from './when.ts'

export function mustDemands(scene: Scene, sentence: Sentence): readonly EventClaim[] {
  const claims: EventClaim[] = []
  for (let token = sentence.firstToken; token < sentence.endToken; token++) {
    if (scene.lemmas[token] !== 'must') continue
    const claim = demandAt(scene, sentence, scene.tokens.head[token]!)
    if (claim && !claims.some(known => known.actors[0] === claim.actors[0])) claims.push(claim)
  }
  return claims
}

function demandAt(scene: Scene, sentence: Sentence, verb: number): EventClaim | null {
  if (verb < 0 || clauseOf(scene, verb).tense !== 'obliged') return null
  const {speech} = worldOf(scene, verb)
  if (speech < 0 || !isVerb(scene, speech)) return null
  const outer = worldOf(scene, speech)
  if (outer.status !== 'held' && outer.status !== 'present' && outer.status !== 'ongoing') return null
  const actors = subjectsOf(scene, speech)
    .flatMap(head => partiesAt(scene, head))
    .filter(party => !party.place)
  const told = subjectsOf(scene, verb)
    .flatMap(head => partiesAt(scene, head))
    .filter(party => !party.place)
  const recipients = told.filter(party => !actors.some(actor => actor.entity === party.entity))
  if (actors.length === 0 || recipients.length === 0) return null
  const trigger = {start: scene.tokens.start[speech]!, end: scene.tokens.end[speech]!}
  const voice = voiceOf(scene, trigger, outer)
  const {first, last} = subtreeOf(scene.tokens, verb)
  const span = {start: scene.tokens.start[first]!, end: scene.tokens.end[last]!}
  return {
    claim: 'event',
    kind: 'demand',
    plover: {type: 'REQUEST', mode: null, context: []},
    status: 'held',
    background: false,
    actors: actors.map(party => party.entity),
    recipients: recipients.map(party => party.entity),
    host: null,
    mediators: [],
    place: null,
    time: dateOf(scene, [speech]),
    issues: issuesIn(scene, span).map(found => found.id),
    ordinal: null,
    condition: null,
    numbers: [],
    sentence: {start: sentence.start, end: sentence.end},
    trigger,
    attribution: voice.attribution,
    assertion: voice.assertion,
    rule: 'must',
  }
}
