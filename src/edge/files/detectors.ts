// The two libraries with large tables, for encodings and for languages, loaded only when a text needs them.
import {createRequire} from 'node:module'
import {type Decoded, decodeAs, decodeBytes} from '../../ingest/decode.ts'
import {type LanguageFound, type LanguageGuess, looksEnglish, needsDetector, settleLanguage} from '../../ingest/language.ts'

interface EncodingDetector {
  detect(bytes: Uint8Array): {encoding: string | null}
}
interface LanguageDetector {
  detect(text: string): {language: string; isReliable(): boolean}
}

/** Enough to tell an encoding by its letters; the detector reads 3 MB/s. */
const ENCODING_SAMPLE = 64 * 1024
/** Above this the answer of the detector changes no more. */
const LANGUAGE_SAMPLE = 4000

let encodings: EncodingDetector | undefined
let languages: LanguageDetector | undefined

export function decode(bytes: Uint8Array, declared: string | null): Decoded {
  const known = decodeBytes(bytes, declared)
  if (known !== null) return known
  encodings ??= createRequire(import.meta.url)('jschardet') as EncodingDetector
  return decodeAs(bytes, detectEncoding(encodings, bytes))
}

export async function languageOf(text: string, given: string | null, declared: string | null): Promise<LanguageFound> {
  const english = looksEnglish(text)
  if (given !== null || english || !needsDetector(text)) return settleLanguage(given, declared, null, english)
  languages ??= (await import('eld/extrasmall')).eld
  const found = languages.detect(text.slice(0, LANGUAGE_SAMPLE))
  const guess: LanguageGuess = {language: found.language, reliable: found.isReliable()}
  return settleLanguage(null, declared, guess, false)
}

function detectEncoding(detector: EncodingDetector, bytes: Uint8Array): string | null {
  try {
    return detector.detect(bytes.subarray(0, ENCODING_SAMPLE)).encoding
  } catch {
    return null
  }
}
