// Quotation marks around a report's own characters, and only around those.

export function marked(words: string): string {
  const flat = words.replace(/\s+/g, ' ').trim()
  if (/^[“"][^“”"]*[”"]$/.test(flat)) return flat
  return /[“”"]/.test(flat) ? `‘${flat}’` : `“${flat}”`
}
