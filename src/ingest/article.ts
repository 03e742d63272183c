// The one place where an article is made: whatever carried the text, it gets the same id, checks, flags and notes.
import {sha256} from '@noble/hashes/sha2.js'
import {bytesToHex} from '@noble/hashes/utils.js'
import type {Article, DateSource, Genre, Refusal} from '../model/article.ts'
import type {PagePack} from '../model/pack-page.ts'
import type {DocumentNote} from '../model/span.ts'
import {findCredits} from './credits.ts'
import {readGivenDate} from './dates.ts'
import {findFlags, genreFromWords, genreOf} from './flags.ts'
import type {LanguageFound} from './language.ts'
import {refuse} from './refusal.ts'

/** What a carrier knows of its text. What the caller gives (`given`) outranks what the carrier says. */
export interface Draft {
  readonly text: string
  readonly file: string | null
  readonly given: Given
  readonly found: Found
  readonly language: LanguageFound
  readonly notes: readonly DocumentNote[]
}

/** Keys of a sidecar, of front matter and of a JSON line. */
export interface Given {
  readonly id?: string
  readonly published?: string
  readonly publisher?: string
  readonly uri?: string
  readonly guid?: string
  readonly title?: string
  readonly byline?: readonly string[]
  readonly language?: string
  readonly handling?: 'public' | 'internal'
  readonly genre?: Genre
  readonly modified?: string
  readonly retrieved?: string
  readonly versionOf?: string
}

/** What the document itself or its wrapping says. Dates are EDTF already. */
export interface Found {
  readonly uri?: string | null
  readonly guid?: string | null
  readonly title?: string | null
  readonly publisher?: string | null
  readonly byline?: readonly string[]
  readonly published?: string | null
  readonly publishedFrom?: DateSource | null
  readonly modified?: string | null
  readonly retrieved?: string | null
  readonly versionOf?: string | null
  readonly genre?: Genre | null
  readonly declaredLanguage?: string | null
  readonly feed?: Article['feed']
  readonly flags?: Article['flags']
}

/** RECORD: "A text above 1 MB is refused"; counted in UTF-16 units, since every offset is. */
export const MAX_DOCUMENT = 1_000_000
/** Control characters in one of ten places are no text. A file with a few NULs between words still is. */
const MOST_CONTROLS = 0.1
const CONTROLS = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffe]/g

export function makeArticle(draft: Draft, page: PagePack, maxDocument: number): Article | Refusal {
  const place = {id: draft.given.id ?? null, file: draft.file}
  if (draft.text.length > maxDocument)
    return refuse(
      place,
      'ingest/too-large',
      `the text has ${draft.text.length} characters, more than ${maxDocument}; --max-doc raises the limit`,
    )
  if (!/\S/.test(draft.text)) return refuse(place, 'ingest/empty', 'there is no text in it')
  if ((draft.text.match(CONTROLS)?.length ?? 0) > draft.text.length * MOST_CONTROLS)
    return refuse(place, 'ingest/binary', 'more than a tenth of it are control characters: this is no text')
  return assemble(draft, page)
}

/** An article without text stands for a feed without entries, or an entry that is a bare link. */
export function assemble(draft: Draft, page: PagePack): Article {
  const {given, found} = draft
  const text = wellFormed(draft.text)
  const hash = hashOf(text)
  const date = dateOf(given, found)
  const credits = findCredits(text, page)
  const flags = [...(found.flags ?? []), ...findFlags(text, page)]
  return {
    id: given.id ?? hash,
    file: draft.file,
    uri: given.uri ?? found.uri ?? null,
    guid: given.guid ?? found.guid ?? null,
    title: given.title ?? found.title ?? null,
    publisher: given.publisher ?? found.publisher ?? null,
    byline: given.byline ?? found.byline ?? [],
    published: date.published,
    publishedFrom: date.publishedFrom,
    modified: (given.modified === undefined ? null : readGivenDate(given.modified)) ?? found.modified ?? null,
    retrieved: (given.retrieved === undefined ? null : readGivenDate(given.retrieved)) ?? found.retrieved ?? null,
    versionOf: given.versionOf ?? found.versionOf ?? null,
    genre:
      given.genre ??
      found.genre ??
      genreFromWords(text, page) ??
      (credits.some(credit => credit.kind === 'dateline') ? 'wire' : genreOf(flags)),
    handling: given.handling ?? 'public',
    language: draft.language.language,
    sha256: hash,
    text,
    flags,
    credits,
    feed: found.feed ?? null,
    notes: [...draft.notes, ...draft.language.notes, ...date.notes, ...spoofNotes(text, draft.text)],
  }
}

export const hashOf = (text: string): string => bytesToHex(sha256(new TextEncoder().encode(text)))

function dateOf(given: Given, found: Found): Pick<Article, 'published' | 'publishedFrom'> & {notes: DocumentNote[]} {
  const wanted = given.published
  const published = wanted === undefined ? null : readGivenDate(wanted)
  if (published !== null) return {published, publishedFrom: 'given', notes: []}
  const notes: DocumentNote[] =
    wanted === undefined || wanted === ''
      ? []
      : [{code: 'ingest/bad-date', message: `“${wanted.slice(0, 40)}” is no possible date of publication: taken as unknown`}]
  return {published: found.published ?? null, publishedFrom: found.published ? (found.publishedFrom ?? 'metadata') : null, notes}
}

/** Lone surrogates cannot be written as UTF-8; they are one unit long, as is U+FFFD, so no offset moves. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd')
}

const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/
const MIXED_SCRIPT = /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}/u

function spoofNotes(text: string, original: string): DocumentNote[] {
  const notes: DocumentNote[] = []
  const noteAt = (at: number, code: string, message: string) => notes.push({code, message, at: {start: at, end: at + 1}})
  if (text !== original) notes.push({code: 'ingest/encoding', message: 'half of a surrogate pair stood in the text; it is shown as U+FFFD'})
  const direction = text.search(DIRECTION)
  if (direction >= 0)
    noteAt(direction, 'ingest/direction-marks', 'the text holds marks that change the direction of writing; they are kept')
  const mixed = text.search(MIXED_SCRIPT)
  if (mixed >= 0) noteAt(mixed + 1, 'ingest/mixed-script', 'a word mixes Latin letters with look-alikes of another script: possible spoof')
  return notes
}
