// Cuts an English word to a stem, so that "negotiated", "negotiating" and "negotiations" meet. Steps 1 to 4 of Porter's method (1980),
// without its measure of syllables in full: comparing texts needs equal stems for equal words, not dictionary forms.

const STEP2: readonly (readonly [string, string])[] = [
  ['ational', 'ate'],
  ['ization', 'ize'],
  ['isation', 'ize'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['iveness', 'ive'],
  ['biliti', 'ble'],
  ['tional', 'tion'],
  ['ation', 'ate'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['entli', 'ent'],
  ['ousli', 'ous'],
  ['izer', 'ize'],
  ['iser', 'ize'],
  ['ator', 'ate'],
  ['alli', 'al'],
  ['ise', 'ize'],
]
const STEP4 = [
  'ement',
  'ment',
  'ance',
  'ence',
  'able',
  'ible',
  'ion',
  'ism',
  'ate',
  'iti',
  'ous',
  'ive',
  'ize',
  'ant',
  'ent',
  'al',
  'er',
  'ic',
]

const isVowel = (word: string, i: number): boolean => 'aeiou'.includes(word[i]!) || (word[i] === 'y' && i > 0)

function hasVowel(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (isVowel(word, i)) return true
  return false
}

/** Number of vowel-consonant sequences, Porter's m. */
function measure(word: string): number {
  let count = 0
  let wasVowel = false
  for (let i = 0; i < word.length; i++) {
    const vowel = isVowel(word, i)
    if (wasVowel && !vowel) count++
    wasVowel = vowel
  }
  return count
}

/** Stem of a lower-case word. Words with other than the letters a to z come back as they are. */
export function stemOf(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word
  let stem = withoutPlural(word)
  stem = withoutPast(stem)
  if (stem.endsWith('y') && hasVowel(stem.slice(0, -1))) stem = `${stem.slice(0, -1)}i`
  for (const [ending, put] of STEP2) {
    if (!stem.endsWith(ending)) continue
    const root = stem.slice(0, -ending.length)
    if (measure(root) > 0) stem = root + put
    break
  }
  for (const ending of STEP4) {
    if (!stem.endsWith(ending)) continue
    const root = stem.slice(0, -ending.length)
    if (measure(root) > 1 && (ending !== 'ion' || /[st]$/.test(root))) stem = root
    break
  }
  if (stem.endsWith('e') && measure(stem.slice(0, -1)) > 1) stem = stem.slice(0, -1)
  return stem
}

function withoutPlural(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2)
  if (word.endsWith('ies')) return word.slice(0, -2)
  if (word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('us')) return word.slice(0, -1)
  return word
}

function withoutPast(word: string): string {
  const ending = word.endsWith('ing') ? 'ing' : word.endsWith('eed') ? '' : word.endsWith('ed') ? 'ed' : ''
  if (ending === '') return word
  const root = word.slice(0, -ending.length)
  if (!hasVowel(root)) return word
  if (/(at|bl|iz)$/.test(root)) return `${root}e`
  const last = root.at(-1)!
  if (root.length > 2 && last === root.at(-2) && !'lsz'.includes(last)) return root.slice(0, -1)
  return root
}
