// The fuzzy key of a name token: what stays equal when a name is written down by ear or by another desk.
import {foldWord} from './similarity-words.ts'

/** Witkoff and Witkov, Zelensky and Zelenskyy, Ksenia and Xenia have one key each. Never proof of identity: a key to look under. */
export function fuzzyKey(word: string): string {
  const folded = foldWord(word)
  if (folded.length < 3) return folded
  const sounds = folded
    .replace(/ph/g, 'f')
    .replace(/x|qs/g, 'ks')
    .replace(/[wv]/g, 'f')
    .replace(/(?:ck|kh|[cq]h?)/g, 'k')
    .replace(/z/g, 's')
    .replace(/(.)\1+/g, '$1')
  return sounds[0]! + sounds.slice(1).replace(/[aeiouyj]/g, '')
}
