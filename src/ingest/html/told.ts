// What structured data says the article is, beside what was found on the page: where a script builds the page it is all there is, and
// where it is whole it shows which line of the page is none of the article.
import type {PagePack} from '../../model/pack-page.ts'
import {readFragment} from './fragment.ts'

/** Structured data that tells this much more than was found on the page is the article: the page is built by a script. */
const MUCH_MORE = 1.5
/** Structured data that holds this share of what was found on the page holds the whole article. */
const WHOLE = 0.8
/** A shorter sentence that whole structured data does not know is a promotion or a caption; a longer one may be text that it lacks. */
const LONGEST_STRAY = 250
const IS_SENTENCE = /[.!?…]["”’»)]?$/
/** Lists and tables are often missing from structured data, and are text all the same. */
const IS_LISTED = /^- | \| /

/** `told` is the body in structured data, null where there is none. Leads stand before it and are kept. */
export function linesTold(lines: readonly string[], told: string | null, pack: PagePack): readonly string[] {
  if (told === null) return lines
  const plain = readFragment(told, pack.html)
  const length = lines.join('\n').length
  if (plain.length > length * MUCH_MORE) return plain.split('\n')
  const known = fold(plain)
  const isKnown = lines.map(line => known.includes(fold(line)))
  const shared = lines.reduce((sum, line, i) => sum + (isKnown[i] ? line.length : 0), 0)
  if (shared < length * WHOLE) return lines
  const first = isKnown.indexOf(true)
  const isStray = (line: string) => line.length <= LONGEST_STRAY && IS_SENTENCE.test(line) && !IS_LISTED.test(line)
  return lines.filter((line, i) => isKnown[i] || i < first || !isStray(line))
}

const fold = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
