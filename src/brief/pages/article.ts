// One report as it was published, with everything that was found in it: names, times, who says what, and the entries that rest on it.
import type {Attribution, Citation, Derivation, Document, Entity} from '../../model/record.ts'
import {wordDate} from '../dates.ts'
import {labelOf} from '../entries.ts'
import {flagsOf, type Lookup, publisherOf, titleOf} from '../lookup.ts'
import {capital} from '../marks.ts'
import {actWords, derivationWords, flagWords, stateWords} from '../words.ts'
import {type Chain, chainOf} from './chain.ts'
import {type Entry, type InDocument, registerOf} from './register.ts'

export interface ArticleHead {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly publisher: string
  readonly published: string
  /** ISO day; null where unknown. */
  readonly day: string | null
  readonly flags: readonly string[]
}

export interface Article extends ArticleHead {
  readonly byline: readonly string[]
  readonly uri: string | null
  readonly file: string | null
  readonly language: string
  readonly genre: string
  readonly text: string | null
  readonly signs: readonly {readonly words: string; readonly because: readonly Citation[]}[]
  readonly mentions: readonly MarkedName[]
  readonly times: readonly MarkedTime[]
  readonly attributions: readonly MarkedSpeech[]
  readonly claims: readonly MarkedClaim[]
  readonly shares: readonly {readonly words: string; readonly kind: string; readonly with: ArticleHead; readonly stretches: number}[]
  readonly story: {readonly id: string; readonly label: string} | null
  readonly before: ArticleHead | null
  readonly after: ArticleHead | null
}

export interface MarkedName {
  readonly start: number
  readonly end: number
  readonly entity: string
  readonly name: string
  readonly type: Entity['type']
  readonly level: 'name' | 'nominal' | 'pronoun'
  /** Party that it is or acts for. */
  readonly side: string | null
}

export interface MarkedTime {
  readonly start: number
  readonly end: number
  readonly words: string
  readonly rule: string
}

export interface MarkedSpeech {
  readonly id: string
  readonly stretches: readonly (readonly [number, number])[]
  readonly source: readonly [number, number] | null
  readonly cue: readonly [number, number] | null
  readonly kind: Attribution['kind']
  readonly speaker: {readonly id: string | null; readonly name: string}
  readonly act: string
  readonly chain: Chain
  readonly utterance: string | null
}

export interface MarkedClaim {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly entry: string
  readonly kind: Entry['kind']
  readonly label: string
  readonly assertion: string
  readonly rule: string
}

export function articleHead(document: Document, lookup: Lookup): ArticleHead {
  return {
    ...{id: document.id, number: lookup.numberOf(document.id), title: titleOf(document), publisher: publisherOf(document)},
    ...{published: wordDate(document.published), day: lookup.printedOn(document.id), flags: flagsOf(lookup, document)},
  }
}

/** By id, or by the number that stands in brackets everywhere. */
export function writeArticle(asked: string, lookup: Lookup): Article | null {
  const document = lookup.documentOf(asked) ?? lookup.documents[Number(asked) - 1]
  if (!document) return null
  const {id} = document
  const register = registerOf(lookup.record)
  const found = register.inDocument(id)
  const number = lookup.numberOf(id)
  const headOf = (at: number): ArticleHead | null => {
    const other = lookup.documents[at - 1]
    return other ? articleHead(other, lookup) : null
  }
  const story = register.storyOf.get(id)
  return {
    ...articleHead(document, lookup),
    ...{byline: document.byline, uri: document.uri, file: document.file, language: document.language, genre: document.genre},
    text: document.text,
    signs: document.flags.map(({kind, because}) => ({words: flagWords(kind), because})),
    mentions: found.mentions.map(({entity, mention}) => ({
      ...{start: mention.start, end: mention.end, entity: entity.id, name: entity.name, type: entity.type, level: mention.level},
      side: entity.actsFor ?? (entity.type === 'country' ? entity.id : null),
    })),
    times: found.times.map(({citation, value, timex, rule}) => ({
      ...{start: citation.start, end: citation.end, rule},
      words: value === null ? (timex ?? 'open') : wordDate(value),
    })),
    attributions: found.attributions.map(attribution => speechOf(attribution, id, lookup)),
    claims: claimsOf(found, lookup),
    shares: sharesOf(found.derivations, id, lookup),
    story: story ? {id: story.id, label: story.label} : null,
    before: headOf(number - 1),
    after: headOf(number + 1),
  }
}

function speechOf(attribution: Attribution, document: string, lookup: Lookup): MarkedSpeech {
  const spanOf = (citation: Citation | null): [number, number] | null =>
    citation?.document === document ? [citation.start, citation.end] : null
  const {id, kind, speaker, source, cue, content} = attribution
  return {
    ...{id, kind, source: spanOf(source), cue: spanOf(cue), act: actWords(attribution), chain: chainOf(attribution, lookup)},
    stretches: content.filter(part => part.document === document).map(part => [part.start, part.end]),
    speaker: {id: speaker, name: lookup.nameOf(speaker) ?? source?.quote ?? 'a source nobody names'},
    utterance: registerOf(lookup.record).utteranceOf.get(id)?.id ?? null,
  }
}

function claimsOf({claims}: InDocument, lookup: Lookup): MarkedClaim[] {
  const {entries} = registerOf(lookup.record)
  return claims
    .map(({entry, claim: {id, citation, assertion, rule}}) => ({
      ...{id, start: citation.start, end: citation.end, entry, kind: entries.get(entry)!.kind, label: claimLabel(entry, lookup)},
      ...{assertion: assertion === 'unclear' ? 'speaker not determined' : assertion, rule},
    }))
    .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))
}

/** An agreement by its name and state: "truce" alone tells nobody what the sentence says of it. */
function claimLabel(id: string, lookup: Lookup): string {
  const entry = registerOf(lookup.record).entries.get(id)!
  return capital(labelOf(id, lookup)) + (entry.kind === 'agreement' ? ` (${stateWords(entry.entry.state)})` : '')
}

function sharesOf(derivations: readonly Derivation[], id: string, lookup: Lookup): Article['shares'] {
  return derivations.flatMap(derivation => {
    const other = lookup.documentOf(derivation.of === id ? derivation.from : derivation.of)
    if (other === null) return []
    const isMine = derivation.of === id
    const words = isMine || derivation.kind === 'shared' ? derivationWords(derivation) : backwards(derivation)
    return [{words, kind: derivation.kind, with: articleHead(other, lookup), stretches: derivation.because.length}]
  })
}

const backwards = ({kind, direction}: Derivation): string =>
  kind === 'credit' ? 'is of an outlet credited by' : direction === 'known' ? 'is the source of' : 'shares text with'
