// What a UTF-16 unit is to the tokeniser: white space, part of a word, or a sign that stands alone.

export const SPACE = 0
export const WORD = 1
export const DIGIT = 2
export const SIGN = 3

const FIRST_WIDE = 128
const ASCII = Uint8Array.from({length: FIRST_WIDE}, (_, unit) => {
  if (unit <= 32 || unit === 127) return SPACE
  if (unit >= 48 && unit <= 57) return DIGIT
  if ((unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122) || unit === 95) return WORD
  return SIGN
})

const WIDE_WORD = /[\p{L}\p{M}\p{N}\p{Cf}\p{Co}]/u
const WIDE_SPACE = /[\s\u0080-\u009f\u200b\ufeff]/

/** Kind of the unit at a place. Surrogates, joiners and marks count as word, so that no character is ever cut in two. */
export function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit < FIRST_WIDE) return ASCII[unit]!
  return wideKind(unit)
}

const known = new Uint8Array(65536)

function wideKind(unit: number): number {
  const found = known[unit]!
  if (found > 0) return found - 1
  const character = String.fromCharCode(unit)
  const kind = WIDE_SPACE.test(character) ? SPACE : (unit >= 0xd800 && unit <= 0xdfff) || WIDE_WORD.test(character) ? WORD : SIGN
  known[unit] = kind + 1
  return kind
}

export const isUpper = (unit: number): boolean => (unit >= 65 && unit <= 90) || (unit >= 0xc0 && isUpperWide(unit))

export const isLower = (unit: number): boolean => (unit >= 97 && unit <= 122) || (unit >= 0xdf && isLowerWide(unit))

export const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57

function isUpperWide(unit: number): boolean {
  const character = String.fromCharCode(unit)
  return character.toLowerCase() !== character
}

function isLowerWide(unit: number): boolean {
  const character = String.fromCharCode(unit)
  return character.toUpperCase() !== character
}

export const isApostrophe = (unit: number): boolean => unit === 39 || unit === 0x2019
