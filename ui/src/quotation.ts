// Quotation marks around a report's own characters, and only around those.

/** The first words of a passage, never half a word; what was left out is shown as left out. */
export function beginning(words: string, most: number): string {
  if (words.length <= most) return words
  const cut = words.lastIndexOf(' ', most)
  return `${words.slice(0, cut > most / 2 ? cut : most)} …`
}

export function marked(words: string): string {
  const flat = words.replace(/\s+/g, ' ').trim()
  if (/^[“"][^“”"]*[”"]$/.test(flat)) return flat
  return /[“”"]/.test(flat) ? `‘${flat}’` : `“${flat}”`
}
