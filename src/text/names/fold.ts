// Folds a name for comparison: one alphabet, no marks, no case, no punctuation. Two spellings that differ only in these fold to one string.
import anyAscii from 'any-ascii'

const ASCII_ONLY = /^[\x20-\x7e]*$/
// The two strokes of "O’Brien" and "Sana’a", and the letters that other alphabets use for them, join what they stand between.
const APOSTROPHES = /['`´‘’ʻʼʹʺ]/g
const MARKS = /\p{M}/gu
const NOT_LETTERS = /[^a-z0-9]+/g
const MARKED_SCRIPTS = /\p{Script=Devanagari}|\p{Script=Khmer}|\p{Script=Thai}|\p{Script=Bengali}|\p{Script=Tamil}/u

/** Lower-case ASCII letters and digits, words apart by one space. Empty where nothing is left. */
export function foldName(name: string): string {
  let plain = name.replace(APOSTROPHES, '')
  if (!ASCII_ONLY.test(plain)) {
    // In Indic and Thai scripts marks are the vowels, so they are kept for the romaniser there.
    const stripped = MARKED_SCRIPTS.test(plain) ? plain : plain.normalize('NFKD').replace(MARKS, '')
    plain = anyAscii(soundOfGreek(spaceIdeographs(stripped))).replace(APOSTROPHES, '')
  }
  return plain
    .toLowerCase()
    .replace(NOT_LETTERS, ' ')
    .replace(DIGIT_IN_WORD, digit => LOOKS_LIKE[digit] ?? digit)
    .trim()
}

// "Ig0r": a digit between letters is a letter in disguise, from a reading machine or from somebody who hides.
const DIGIT_IN_WORD = /(?<=[a-z])[0135](?=[a-z]|\b)|\b[0135](?=[a-z]{2})/g
const LOOKS_LIKE: Readonly<Record<string, string>> = {'0': 'o', '1': 'i', '3': 'e', '5': 's'}

// Two Greek letters for one sound, which a romaniser of single letters spells out.
const GREEK_SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/ου/gi, 'u'],
  [/ντ/gi, 'd'],
  [/μπ/gi, 'b'],
]

function soundOfGreek(name: string): string {
  let sound = name
  for (const [from, to] of GREEK_SOUNDS) sound = sound.replace(from, to)
  return sound
}

// The romaniser joins syllables ("XiJinPing"); a surname of one syllable must stay a word of its own.
const IDEOGRAPHS = /^(\p{Script=Han}|\p{Script=Hangul})(?=[\p{Script=Han}\p{Script=Hangul}]{1,2}$)/u

function spaceIdeographs(name: string): string {
  return name.normalize('NFC').replace(IDEOGRAPHS, '$1 ')
}
