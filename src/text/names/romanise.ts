// Brings one folded word of a name to a sound-like spelling in which the romanisations of English, French, German, Polish and passports meet:
// "Selenskyj", "Zelenskiy" and "Zelensky" become one. Order of the table matters: long clusters first.

const VOWELS = /[aeiou]/g

/** Replacements in order, each over the whole word. Capital S, C and Z stand for sh, ch and zh. */
const TABLE: readonly (readonly [RegExp, string])[] = [
  [/ff$/, 'v'],
  [/([^aeiou])\1+/g, '$1'],
  [/x/g, 'ks'],
  [/shch|schtsch|chtch|sht(?=$)/g, 'S'],
  [/sch/g, 'S'],
  [/tsch|tch|cz|tx|tj(?=$)|ch(?=$|[aeiouy])/g, 'C'],
  [/sh|sz|sj/g, 'S'],
  [/dzh|dj(?=[aeiou])|dsch/g, 'j'],
  [/zh/g, 'Z'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/ck|q/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/w/g, 'v'],
  [/ou|oo|oe/g, 'u'],
  [/tz|ts/g, 's'],
  [/(?:iy|yy|ij|yj|ii|yi)$/, 'i'],
  [/(?:ey|ei|aj|ay|ai)$/, 'ei'],
  [/ye|ie|je|iye|ije/g, 'e'],
  [/ya|ia|ja|iya|ija/g, 'a'],
  [/yu|iu|ju|iyu/g, 'u'],
  [/yo|jo(?=[^aeiou])/g, 'o'],
  [/[yj]/g, 'i'],
  [/h(?=[^aeiou]|$)/g, ''],
  [/ae|ee|ea/g, 'e'],
  [/(.)\1+/g, '$1'],
]

export function romaniseWord(word: string): string {
  let sound = word
  for (const [from, to] of TABLE) sound = sound.replace(from, to)
  return sound
}

/** The consonants of a romanised word, in order; a leading vowel counts as one. */
export function skeletonOf(sound: string): string {
  const rest = sound.slice(1).replace(VOWELS, '')
  return (/^[aeiou]/.test(sound) ? 'a' : sound.slice(0, 1)) + rest
}
