// The layers of each document as the record hands them out: documents, times, attributions with entity ids and citations.
import type {ReadDocument} from '../model/reading.ts'
import type {Attribution, Document, TimeMention} from '../model/record.ts'
import {hullOf} from '../text/spans.ts'
import type {EntityOf} from './claims.ts'
import {cite} from './identity.ts'
import {attributionIdOf} from './utterances/remarks.ts'

export const documentOf = (document: ReadDocument): Document => ({
  id: document.id,
  file: document.file,
  uri: document.uri,
  title: document.title,
  publisher: document.publisher,
  byline: [...document.byline],
  published: document.published,
  publishedFrom: document.publishedFrom,
  modified: document.modified,
  retrieved: document.retrieved,
  versionOf: document.versionOf,
  genre: document.genre,
  handling: document.handling,
  language: document.language,
  sha256: document.sha256,
  text: document.text,
  flags: document.flags.map(({kind, score, because}) => ({kind, score, because: because.map(span => cite(document, span))})),
})

export const timesOf = (document: ReadDocument): TimeMention[] =>
  document.times.map(time => ({citation: cite(document, time), type: time.type, value: time.value, timex: time.timex, rule: time.rule}))

export function attributionsOf(document: ReadDocument, at: number, entityOf: EntityOf): Attribution[] {
  const entity = (somebody: number | null): string | null => (somebody === null ? null : entityOf(at, somebody))
  return document.attributions.map(attribution => {
    const source = hullOf(attribution.source)
    return {
      id: attributionIdOf(document, attribution),
      kind: attribution.kind,
      source: source === null ? null : cite(document, source),
      cue: attribution.cue === null ? null : cite(document, attribution.cue),
      content: attribution.content.map(span => cite(document, span)),
      speaker: entity(attribution.speaker),
      addressee: entity(attribution.addressee),
      act: attribution.act,
      polarity: attribution.polarity,
      nestedIn: attribution.nestedIn === null ? null : attributionIdOf(document, document.attributions[attribution.nestedIn]!),
      chain: attribution.chain.map(link => ({
        agent: entity(link.agent),
        name: link.name,
        role: link.role,
        status: link.status,
        rule: link.rule,
        evidence: link.evidence.map(span => cite(document, span)),
      })),
      time: attribution.time,
    }
  })
}
