// Lemma of a word from its form and tag: learned exceptions first, then the longest learned ending. Asked for rarely, so computed on demand.

export interface LemmaRules {
  /** "VERB_VBD\twent" → "go". */
  readonly exceptions: ReadonlyMap<string, string>
  /** "VERB_VBD\tied" → [3, "y"]: cut three units, add. */
  readonly endings: ReadonlyMap<string, readonly [number, string]>
}

export const LONGEST_ENDING = 5

/** Lower case, but for names, and for adjectives of names inside a sentence ("Kalvian"). */
export function lemmaOf(rules: LemmaRules, form: string, label: string, isFirst: boolean): string {
  if (label === 'PROPN_NNP') return form
  const plain = form.replaceAll('’', "'")
  const lower = plain.toLowerCase()
  const known = rules.exceptions.get(`${label}\t${lower}`)
  if (known !== undefined) return known
  const keepsCase = label.startsWith('PROPN') || (label.startsWith('ADJ') && !isFirst && plain !== lower && plain !== plain.toUpperCase())
  const base = keepsCase ? plain : lower
  for (let size = Math.min(LONGEST_ENDING, lower.length - 1); size >= 0; size--) {
    const edit = rules.endings.get(`${label}\t${lower.slice(lower.length - size)}`)
    if (edit !== undefined) return base.slice(0, base.length - edit[0]) + edit[1]
  }
  return base
}
