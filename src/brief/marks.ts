// Quotation marks and cuts: a document's own characters, shown as such and never altered inside.

/** Two lines of a terminal: enough to judge a line by, short enough for one page. */
const CLIP = 120

/** Long words are cut at a space; the dots say so and stand for what is left out. */
export function clip(words: string, most: number = CLIP): string {
  const flat = words.replace(/\s+/g, ' ').trim()
  if (flat.length <= most) return flat
  const cut = flat.slice(0, most)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2))} …`
}

/** In quotation marks: single ones around words that bring their own, none around words that are wholly in theirs already. */
export function marked(words: string): string {
  const clipped = clip(words.replace(/^[\s,;:]+/, '')).replace(/[,;:](?=[”"]?$)/, '')
  if (/^[“"][^“”"]*[”"]$/.test(clipped)) return clipped
  return /[“”"]/.test(clipped) ? `‘${clipped}’` : `“${clipped}”`
}

export const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1)
