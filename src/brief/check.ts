// How one file was read, as rows of words: what it is taken for, where its date comes from, what a reader should know of it, what was found.
import type {Article, DateSource} from '../model/article.ts'
import type {ReadDocument} from '../model/reading.ts'
import {wordDate} from './dates.ts'
import {languageName} from './language-name.ts'
import {marked} from './marks.ts'
import {counted, flagWords, listed} from './words.ts'

/** What only the files themselves tell; null for a document out of a stream or an archive. */
export interface Carried {
  readonly kind: string
  readonly encoding: string | null
}

export function describeCheck(document: ReadDocument, carried: Carried | null): string {
  const rows: [string, string][] = [
    ['read as', readAs(carried)],
    ['language', languageOf(document)],
    ['published', publishedOf(document)],
    ...(document.modified ? [['modified', wordDate(document.modified)] satisfies [string, string]] : []),
    ['title', document.title ?? 'none found'],
    ['outlet', document.publisher ?? 'none found'],
    ['byline', document.byline.length > 0 ? listed(document.byline) : 'none found'],
    ...(document.uri ? [['address', document.uri] satisfies [string, string]] : []),
    ['genre', document.genre.replaceAll('-', ' ')],
    ['flags', flagsOf(document)],
    ['found', countsOf(document)],
    ...document.notes.map(({code, message}): [string, string] => ['note', `${message} (${code})`]),
  ]
  const lines = rows.map(([name, words]) => `  ${name.padEnd(NAME_WIDTH)}${words.replace(/\s+/g, ' ')}`)
  return [document.file ?? document.id, ...lines].join('\n').concat('\n')
}

const NAME_WIDTH = 11

const readAs = (carried: Carried | null): string =>
  carried === null ? 'part of a stream or an archive' : [carried.kind.replaceAll('-', ' '), carried.encoding].filter(Boolean).join(', ')

function languageOf({language}: Article): string {
  if (language === 'und') return 'not determined; read as English'
  return /^en\b/i.test(language) ? languageName(language) : `${languageName(language)}: kept, but read by rules for English`
}

const FROM: Readonly<Record<DateSource, string>> = {
  given: 'as given with the file',
  metadata: 'from its metadata',
  dateline: 'from its dateline',
  address: 'from its address',
  text: 'from its text',
}

function publishedOf({published, publishedFrom}: Article): string {
  if (published === null) return 'unknown: “on Friday” and the like stay without a date; --published sets it'
  return `${wordDate(published)}${publishedFrom ? `, ${FROM[publishedFrom]}` : ''}`
}

/** Each flag with words that show it, so that nobody has to believe it. */
function flagsOf({flags, text}: Article): string {
  const words = flags.map(({kind, because}) => {
    const shown = because[0] ? `: ${marked(text.slice(because[0].start, because[0].end))}` : ''
    return flagWords(kind) + shown
  })
  return words.length > 0 ? words.join('; ') : 'none'
}

function countsOf({text, sentences, mentions, somebodies, times, attributions, claims}: ReadDocument): string {
  const kinds = (['event', 'position', 'agreement', 'assessment'] as const).map(kind =>
    counted(claims.filter(({claim}) => claim === kind).length, kind),
  )
  return [
    counted(text.length, 'character'),
    counted(sentences.length, 'sentence'),
    `${counted(mentions.length, 'mention')} of ${counted(somebodies.length, 'name', 'names')}`,
    counted(times.length, 'time'),
    counted(attributions.length, 'attribution'),
    ...kinds,
  ].join(', ')
}
