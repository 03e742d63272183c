// What the date grammar reads at a time: sentences whose dates are whole, in windows so that no text makes a line of a million words.
import type {Span} from '../../model/span.ts'
import type {Sentence} from '../../model/tokens.ts'
import type {TimeLexicon} from '../../text/time/lexicon.ts'

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

/** Sentences as they are, but joined where a splitter took the stop of a month for the end: "on Dec." / "1-2 in Ostrel". */
export function* wholeSentences(text: string, sentences: readonly Sentence[], lexicon: TimeLexicon): Generator<Sentence> {
  for (let i = 0; i < sentences.length; i++) {
    let sentence = sentences[i]!
    for (let next = sentences[i + 1]; next !== undefined && isCutDate(text, sentence, next, lexicon); next = sentences[i + 1]) {
      sentence = {...sentence, end: next.end, endToken: next.endToken}
      i++
    }
    yield sentence
  }
}

const isCutDate = (text: string, sentence: Sentence, next: Sentence, lexicon: TimeLexicon): boolean =>
  sentence.paragraph === next.paragraph && endsInMonth(text, sentence, lexicon) && startsWithFigure(text, next)

/** "Sept." is the longest abbreviation with its stop and the space behind it. */
const LONGEST_ABBREVIATION = 8

function endsInMonth(text: string, sentence: Span, lexicon: TimeLexicon): boolean {
  const tail = text.slice(Math.max(sentence.start, sentence.end - LONGEST_ABBREVIATION), sentence.end).trimEnd()
  if (!tail.endsWith('.')) return false
  const word = tail.slice(tail.lastIndexOf(' ') + 1, -1).toLowerCase()
  const sense = lexicon.senses.get(word)
  return sense?.weak === true && sense.month !== undefined
}

function startsWithFigure(text: string, {start}: Span): boolean {
  const unit = text.charCodeAt(start)
  return unit >= 48 && unit <= 57
}
