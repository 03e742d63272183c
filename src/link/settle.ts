// From read documents and judgements to the record. Pure: the same documents in any order give the same record, since every step works
// on the documents in the order of their ids and only the list of documents keeps the order in which they were given.
import type {Packs} from '../model/packs.ts'
import type {ReadDocument} from '../model/reading.ts'
import type {Judgement, Note, RecordFile} from '../model/record.ts'
import {dayOf} from '../text/similarity-days.ts'
import {mergeAgreements} from './agreements.ts'
import {mergeAssessments} from './assessments.ts'
import {isAgreement, isAssessment, isEvent, isPosition, linkClaims} from './claims.ts'
import {findContradictions} from './contradictions.ts'
import {findDerivations} from './derivations.ts'
import {linkEntities} from './entities.ts'
import {mergeEvents} from './events.ts'
import {byFirstCitation, cite, compare} from './identity.ts'
import {corrected, readRulings, withAddedLines} from './judgements.ts'
import {attributionsOf, documentOf, timesOf} from './layers.ts'
import {likenessIn} from './likeness.ts'
import type {Linking} from './linking.ts'
import {findLosses, gravestLosses} from './losses.ts'
import {findDescribedLosses} from './losses-described.ts'
import {countOrigins} from './origins.ts'
import {findParties} from './parties.ts'
import {mergePositions} from './positions.ts'
import {profileDocuments} from './profiles.ts'
import {indexRemarks} from './remarks.ts'
import {clusterDocuments} from './stories/clusters.ts'
import {ruledClusters, storiesOf} from './stories.ts'
import {findTalks} from './talks.ts'
import {attributionIdOf} from './utterances/remarks.ts'
import {linkUtterances} from './utterances.ts'

export function settle(
  given: readonly ReadDocument[],
  judgements: readonly Judgement[],
  packs: Packs,
  made: RecordFile['made'],
): RecordFile {
  const rulings = readRulings(judgements, given)
  const documents = withAddedLines(
    [...given].sort((a, b) => compare(a.id, b.id)),
    rulings,
  )
  const profiles = profileDocuments(documents, packs.links)
  const derived = findDerivations(documents, profiles)
  const derivations = derived.derivations.filter(({of, from}) => !rulings.isDismissed(of, from))
  const comparisons = derived.comparisons.filter(({a, b}) => !rulings.isDismissed(documents[a]!.id, documents[b]!.id))
  const clusters = ruledClusters(clusterDocuments(documents, profiles, packs.links), documents, rulings.onDocuments)
  const storyOf = new Array<number>(documents.length)
  for (const [story, cluster] of clusters.entries()) for (const index of cluster) storyOf[index] = story

  const linked = linkEntities(documents, derived.aligned, judgements, packs)
  const {utterances, contradictions: wording} = linkUtterances(documents, linked.entityOf, judgements)
  const claims = linkClaims(documents, linked.entityOf).filter(claim => !rulings.isDismissed(claim.id))
  const losses = findLosses(documents, linked.entityOf, derived.aligned)
  const parties = findParties(linked.entities)
  const remarks = indexRemarks(documents, utterances, losses, claims)
  const counter = countOrigins({
    documents,
    entityOf: linked.entityOf,
    parties,
    comparisonsOf: byDocument(comparisons),
    attributionId: (document, index) => attributionIdOf(documents[document]!, documents[document]!.attributions[index]!),
    utteranceOf: remarks.utteranceOf,
    lostAttribution: remarks.lostAttribution,
  })
  const days = documents.flatMap(document => dayOf(document.published) ?? [])
  const linking: Linking = {
    documents,
    pack: packs.links,
    parties,
    storyOf,
    alike: likenessIn(profiles),
    oneRemark: remarks.oneRemark,
    ruled: (a, b) => rulings.ruled(a.id, b.id),
    support: counter.support,
    lastDay: days.length === 0 ? null : Math.max(...days),
  }

  const notes: Note[] = []
  const events = mergeEvents(claims.filter(isEvent), linking)
  const eventEntries = events.entries.map(entry => ({...entry, event: corrected(entry.event, entry.claims, rulings, notes)}))
  const positions = mergePositions(claims.filter(isPosition), linking)
  const agreements = mergeAgreements(claims.filter(isAgreement), linking)
  const stories = storiesOf(clusters, documents, eventEntries)
  const {talks, talksOf} = findTalks(stories, eventEntries, positions, linking)
  const assessments = mergeAssessments(claims.filter(isAssessment), eventEntries, linking, document => {
    const story = storyOf[document]!
    return talksOf(story) ?? stories[story]!.id
  })
  return {
    schema: 'parley/record@1',
    made,
    documents: given.map(documentOf),
    entities: linked.entities.sort(
      byFirstCitation(
        entity => entity.mentions[0],
        entity => `${entity.type} ${entity.id}`,
      ),
    ),
    times: documents.flatMap(timesOf),
    attributions: documents.flatMap((document, index) => attributionsOf(document, index, linked.entityOf)),
    events: eventEntries.map(entry => entry.event),
    positions: positions.map(({position, claims}) => corrected(position, claims, rulings, notes)),
    agreements: agreements.map(({agreement, claims}) => corrected(agreement, claims, rulings, notes)),
    derivations: [...derivations].sort(
      byFirstCitation(
        edge => edge.because[0]?.[0],
        edge => `${edge.kind} ${edge.of} ${edge.from}`,
      ),
    ),
    origins: counter.origins(),
    utterances: [...utterances],
    contradictions: findContradictions(eventEntries, wording, linking, rewritesAmong(derivations)),
    losses: [...gravestLosses(losses, claims), ...findDescribedLosses(documents, linked.entityOf, claims)],
    assessments: assessments.map(entry => entry.assessment),
    stories: stories.map((story, index) => ({...story, talks: talksOf(index)})),
    talks,
    judgements: [...rulings.active, ...linked.judgements],
    notes: [...documents.flatMap(documentNotes), ...linked.notes, ...events.notes, ...notes],
  }
}

const documentNotes = (document: ReadDocument): Note[] =>
  document.notes.map(({code, message, at}) => ({code, message, document: document.id, at: at ? cite(document, at) : null}))

function rewritesAmong(derivations: RecordFile['derivations']): (a: string, b: string) => boolean {
  const pairs = new Set(derivations.filter(edge => edge.kind === 'rewrite').flatMap(({of, from}) => [`${of} ${from}`, `${from} ${of}`]))
  return (a, b) => pairs.has(`${a} ${b}`)
}

function byDocument<Pair extends {readonly a: number; readonly b: number}>(pairs: readonly Pair[]): (document: number) => readonly Pair[] {
  const lists = new Map<number, Pair[]>()
  for (const pair of pairs)
    for (const document of [pair.a, pair.b]) {
      const list = lists.get(document)
      if (list) list.push(pair)
      else lists.set(document, [pair])
    }
  return document => lists.get(document) ?? []
}
