// Tells a stamp ("Updated 13:40 GMT", "25 minutes ago") from a line of text. Live blogs carry one over each entry.
import type {HtmlWords} from '../../model/pack-page.ts'
import {foldCase} from '../lines.ts'

const LONGEST_STAMP = 60
const CLOCK = /\d{1,2}[:.h]\d{2}/
const WORD = /\p{L}+(?:\.\p{L}+)*/gu

/** True for a line of figures and words of time with a clock or a label: "12 April 2031" alone may head what happened that day. */
export function isStamp(text: string, words: HtmlWords): boolean {
  if (text.length > LONGEST_STAMP || !/\d/.test(text)) return false
  const said = foldCase(text).match(WORD) ?? []
  if (said.length === 0) return false
  return said.every(word => words.stampWords.includes(word)) && (CLOCK.test(text) || said.some(word => words.stampLabels.includes(word)))
}
