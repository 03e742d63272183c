// Names of outlets, folded so that a credit can be held against a publisher.
import {foldWord} from '../../text/similarity-words.ts'

/** Name of an outlet without article, case and punctuation. */
export const foldOutlet = (name: string): string =>
  foldWord(name)
    .replace(/^the /, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
