// From a document that has been read to the line that `parley read --json` prints. Pure: layers in, plain JSON out.
import type {Refusal} from '../model/article.ts'
import type {Claim} from '../model/claim.ts'
import type {ReadDocument} from '../model/reading.ts'
import type {Reading, ReadingError, Stretch} from '../model/reading-file.ts'
import type {Span} from '../model/span.ts'
import {type Tokens, UPOS} from '../model/tokens.ts'

/** What a line carries besides its layers: each is dear in bytes, so each must be asked for. */
export interface ReadingParts {
  readonly text?: boolean | undefined
  readonly tokens?: boolean | undefined
}

export function writeReading(document: ReadDocument, parts: ReadingParts = {}): Reading {
  const {id, file, uri, guid, publisher, modified, feed, title, published, language} = document
  // A feed without entries has an empty text, and says so even where no text was asked for.
  const text = parts.text || document.text === '' ? {text: document.text} : {}
  return {
    schema: 'parley/reading@1',
    ...{id, file, uri, guid, publisher, byline: [...document.byline], modified, feed, title, published, language},
    ...text,
    sentences: document.sentences.map(stretch),
    ...(parts.tokens ? {tokens: writeTokens(document.tokens)} : {}),
    mentions: document.mentions.map(({start, end, type, entity, level, metonym}) => ({start, end, type, entity, level, metonym})),
    entities: document.somebodies.map(({name, type, country, actsFor, unnamed}) => ({name, type, country, actsFor, unnamed})),
    times: document.times.map(({start, end, type, value, timex, rule}) => ({start, end, type, value, timex, rule})),
    attributions: document.attributions.map(attribution => ({
      kind: attribution.kind,
      source: attribution.source.map(stretch),
      cue: attribution.cue && stretch(attribution.cue),
      content: attribution.content.map(stretch),
      speaker: attribution.speaker,
      addressee: attribution.addressee,
      act: attribution.act,
      polarity: attribution.polarity,
      nestedIn: attribution.nestedIn,
      chain: attribution.chain.map(link => ({...link, evidence: link.evidence.map(stretch)})),
      time: attribution.time,
      rule: attribution.rule,
    })),
    ...writeClaims(document.claims),
    notes: document.notes.map(({code, message}) => ({code, message})),
  }
}

export function writeRefusal({id, file, code, message}: Refusal): ReadingError {
  return {schema: 'parley/reading@1', id, file, error: {code, message}}
}

const stretch = (span: Span): Stretch => [span.start, span.end]

function writeTokens(tokens: Tokens): NonNullable<Reading['tokens']> {
  const rows: NonNullable<Reading['tokens']> = []
  for (let i = 0; i < tokens.length; i++) {
    const upos = UPOS[tokens.upos[i]!]!
    rows.push([tokens.start[i]!, tokens.end[i]!, upos, tokens.lemma(i), tokens.head[i]!, tokens.relations[tokens.deprel[i]!]!])
  }
  return rows
}

type Claims = Pick<Reading, 'events' | 'positions' | 'agreements' | 'assessments'>

function writeClaims(claims: readonly Claim[]): Claims {
  const written: Claims = {events: [], positions: [], agreements: [], assessments: []}
  for (const claim of claims) {
    const {start, end} = claim.sentence
    const told = {start, end, attribution: claim.attribution, rule: claim.rule}
    switch (claim.claim) {
      case 'event': {
        const {kind, plover, status, assertion, background, host, place, time} = claim
        const people = {actors: [...claim.actors], recipients: [...claim.recipients], host, mediators: [...claim.mediators]}
        written.events.push({kind, plover, status, assertion, background, ...people, place, time, issues: [...claim.issues], ...told})
        break
      }
      case 'position': {
        const {holder, voice, account, issue, stance, toward, time} = claim
        written.positions.push({holder, voice, account, issue, stance, toward, content: stretch(claim.content), time, ...told})
        break
      }
      case 'agreement': {
        const {label, state, time} = claim
        const violation = claim.violation && {
          by: [...claim.violation.by],
          voice: claim.violation.voice,
          allegedBy: [...claim.violation.allegedBy],
          deniedBy: [...claim.violation.deniedBy],
        }
        written.agreements.push({label, parties: [...claim.parties], state, violation, time, ...told})
        break
      }
      case 'assessment':
        written.assessments.push({by: claim.by, words: stretch(claim.words), direction: claim.direction, ...told})
        break
    }
  }
  return written
}
