// Which language a text is in. English is told by its function words at once; only what is not English needs a detector.
import type {DocumentNote} from '../model/span.ts'

/** A detector of languages as a port: the library with its tables is loaded at the edge, and only where it is needed. */
export interface LanguageGuess {
  /** BCP 47; empty where it cannot be told. */
  readonly language: string
  readonly reliable: boolean
}

export interface LanguageFound {
  readonly language: string
  readonly notes: readonly DocumentNote[]
}

/** The annotators' language, taken where a text is too short to tell. */
export const ASSUMED_LANGUAGE = 'en'
/** Below this no answer of a detector is trusted (brief of issue 9; eld is right 98 times in 100 on 40 characters, names pull it off). */
const LETTERS_TO_TELL = 100
const SAMPLE = 20_000
/** One word in eight of English prose is one of these; other European languages stay below one in thirty. */
const ENGLISH_SHARE = 0.12
const ENGLISH = new Set('the of and to in that is was for on with as it by at from his be has have said are were not this which'.split(' '))

/** True where the share of English function words leaves no doubt. */
export function looksEnglish(text: string): boolean {
  const words = text.slice(0, SAMPLE).match(/\p{L}+/gu) ?? []
  let english = 0
  for (const word of words) if (ENGLISH.has(word.toLowerCase())) english++
  return words.length > 0 && english >= words.length * ENGLISH_SHARE
}

/** True where the text may be in another language and is long enough for a detector. */
export const needsDetector = (text: string): boolean => !looksEnglish(text) && lettersOf(text) >= LETTERS_TO_TELL

/** Given by the caller wins; then the body; then what the page declares. */
export function settleLanguage(
  given: string | null,
  declared: string | null,
  guess: LanguageGuess | null,
  english: boolean,
): LanguageFound {
  if (given !== null && given !== '') return withNote(canonicalLanguage(given))
  if (english) return {language: ASSUMED_LANGUAGE, notes: []}
  if (guess?.reliable && guess.language !== '') return withNote(guess.language)
  const label = declared === null || declared === '' ? ASSUMED_LANGUAGE : canonicalLanguage(declared)
  return withNote(label)
}

function withNote(language: string): LanguageFound {
  if (language === 'en' || language.startsWith('en-') || language === 'und') return {language, notes: []}
  const message = `the text is in ${language}, for which there are no annotators: text, metadata and dates only`
  return {language, notes: [{code: 'ingest/not-english', message}]}
}

/** `en_us` → `en-US`, `DE` → `de`; `und` for what is no language tag. */
export function canonicalLanguage(label: string): string {
  const parts = label.trim().replaceAll('_', '-').split('-')
  const [language = '', ...rest] = parts
  if (!/^[a-z]{2,3}$/i.test(language)) return 'und'
  const tail = rest
    .filter(part => /^[a-z0-9]{2,8}$/i.test(part))
    .map(part =>
      part.length === 2
        ? part.toUpperCase()
        : part.length === 4
          ? part[0]!.toUpperCase() + part.slice(1).toLowerCase()
          : part.toLowerCase(),
    )
  return [language.toLowerCase(), ...tail].join('-')
}

function lettersOf(text: string): number {
  return text.slice(0, SAMPLE).match(/\p{L}/gu)?.length ?? 0
}
