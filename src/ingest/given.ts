// What a caller says about a document: the keys that a sidecar, front matter and a JSON line share, taken field by field
// so that a foreign object never reaches the program whole ("__proto__", "constructor").
import type {Genre} from '../model/article.ts'
import type {Given} from './article.ts'

const GENRES: readonly Genre[] = [
  'report',
  'wire',
  'transcript',
  'readout',
  'statement',
  'agreement-text',
  'analysis',
  'opinion',
  'live-blog',
  'aggregate',
  'other',
] // prettier-ignore

/** Every key that is known; `url` is another word for `uri`, `author` for `byline`. */
export const GIVEN_KEYS: readonly string[] = [
  'id',
  'published',
  'date',
  'publisher',
  'uri',
  'url',
  'guid',
  'title',
  'byline',
  'author',
  'language',
  'handling',
  'genre',
  'modified',
  'retrieved',
  'versionOf',
] // prettier-ignore

/** Takes what is known and of the right type; the rest is left, unheard. */
export function readGiven(value: unknown): Given {
  if (typeof value !== 'object' || value === null) return {}
  const field = (name: string): string | undefined => {
    const found = Object.hasOwn(value, name) ? (value as {[key: string]: unknown})[name] : undefined
    return typeof found === 'string' && found.trim() !== '' ? found : typeof found === 'number' ? String(found) : undefined
  }
  const byline = bylineOf((value as {byline?: unknown}).byline) ?? bylineOf((value as {author?: unknown}).author)
  const handling = field('handling')
  const genre = GENRES.find(known => known === field('genre'))
  return withoutUndefined({
    id: field('id'),
    published: field('published') ?? field('date'),
    publisher: field('publisher'),
    uri: field('uri') ?? field('url'),
    guid: field('guid'),
    title: field('title'),
    byline,
    language: field('language'),
    handling: handling === 'internal' || handling === 'public' ? handling : undefined,
    genre,
    modified: field('modified'),
    retrieved: field('retrieved'),
    versionOf: field('versionOf'),
  })
}

/** The first says more than the second. */
export const mergeGiven = (first: Given, second: Given): Given => ({...second, ...first})

function bylineOf(value: unknown): readonly string[] | undefined {
  if (typeof value === 'string' && value.trim() !== '') return [value]
  if (!Array.isArray(value)) return undefined
  const names = value.filter((name): name is string => typeof name === 'string' && name.trim() !== '')
  return names.length === 0 ? undefined : names
}

function withoutUndefined(fields: {[Key in keyof Given]: Given[Key] | undefined}): Given {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given
}
