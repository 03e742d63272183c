// Cuts a sentence of any length into windows that the date grammar reads, so that no text makes a line of a million words.
import type {Span} from '../../model/span.ts'

/** A sentence of news has 130 characters; the longest of the evaluation sets 900. */
const LONGEST_WINDOW = 2000

/** Windows end at white space where there is any in their second half. */
export function* windowsOf(text: string, sentence: Span): Generator<Span> {
  let start = sentence.start
  while (sentence.end - start > LONGEST_WINDOW) {
    const limit = start + LONGEST_WINDOW
    let end = limit
    while (end > start + LONGEST_WINDOW / 2 && text.charCodeAt(end) > 32) end--
    if (end <= start + LONGEST_WINDOW / 2) end = limit
    yield {start, end}
    start = end
  }
  if (start < sentence.end) yield {start, end: sentence.end}
}
