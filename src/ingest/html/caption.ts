// Tells captions from paragraphs where the page does not: a short line that ends with whoever took its picture.
import type {HtmlWords} from '../../model/pack-page.ts'
import {foldCase} from '../lines.ts'

/** Captions are a sentence or two; a paragraph that ends with a name is longer. */
const LONGEST_CAPTION = 320
/** "Photo: Ida Orlo for the Sorrend Gazette / Getty Images" */
const LONGEST_CREDIT = 90
/** A credit begins where a sentence has ended, or in brackets. */
const BEFORE_CREDIT = /(?:[.!?…"”’»)|/–—-]\s+|[([]\s?)$/
const SENTENCE_GOES_ON = /[.!?]\s+\p{Lu}\p{Ll}+\s\p{Ll}/u
const NAME_FIRST = /^\p{Lu}[\p{L}.’'-]{0,30}\s\p{Lu}/u
const NAME_LAST = /\p{Lu}[\p{L}.’'-]{0,30}\s\p{Lu}[\p{L}’'-]{1,30}$/u

export function isCaption(text: string, words: HtmlWords): boolean {
  if (text.length > LONGEST_CAPTION) return false
  return endsWithCredit(text, words.pictureCredits) || endsWithMark(text, words.pictureAgencies)
}

/** "The hall in Sorrend. Photo: Ida Orlo" */
function endsWithCredit(text: string, credits: readonly string[]): boolean {
  const from = Math.max(0, text.length - LONGEST_CREDIT)
  const tail = foldCase(text.slice(from))
  return credits.some(credit => {
    const at = tail.lastIndexOf(credit)
    if (at < 0) return false
    const name = text.slice(from + at + credit.length)
    return /\p{L}{2}/u.test(name) && !SENTENCE_GOES_ON.test(name) && BEFORE_CREDIT.test(text.slice(0, from + at))
  })
}

/** "… in Sorrend on Friday. Ida Orlo/Reuters": a person and an agency. Two agencies credit a text. */
function endsWithMark(text: string, agencies: readonly string[]): boolean {
  const tail = text.slice(-LONGEST_CREDIT)
  const folded = foldCase(tail)
  if (agencies.some(agency => agency.includes(' ') && folded.replace(/[)\].]+$/, '').endsWith(agency))) return true
  for (let at = tail.indexOf('/'); at >= 0; at = tail.indexOf('/', at + 1)) {
    const [left, right] = [tail.slice(0, at).trimEnd(), tail.slice(at + 1).trimStart()]
    const [before, behind] = [foldCase(left), foldCase(right)]
    if (NAME_FIRST.test(right) && agencies.some(agency => before.endsWith(agency) && !isLetter(before[before.length - agency.length - 1])))
      return true
    if (NAME_LAST.test(left) && agencies.some(agency => behind.startsWith(agency) && !isLetter(behind[agency.length]))) return true
  }
  return false
}

const isLetter = (unit: string | undefined): boolean => unit !== undefined && /\p{L}/u.test(unit)
