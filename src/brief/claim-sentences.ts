// Sentences of the reports that share most words with a sentence that is asked about, whether or not an entry rests on them.
import type {Citation, RecordFile} from '../model/record.ts'
import {foldWord} from '../text/similarity-words.ts'
import {stemOf} from '../text/stem.ts'
import type {Asked} from './claim-compare.ts'

/** Sentences that hold less of the content than this are about something else. */
const LEAST_SHARE = 0.5
const MOST_SENTENCES = 6
/** Larger records are asked through their entries only; a search finds the sentence. */
const MOST_REPORTS = 2000

export function nearSentences({facts}: Asked, {documents}: RecordFile): Citation[] {
  const wanted = facts.words.map(({stems}) => stems)
  if (wanted.length === 0 || documents.length > MOST_REPORTS) return []
  const found: {citation: Citation; share: number}[] = []
  for (const {id, text} of documents) {
    if (text === null) continue
    for (const {start, end} of sentencesOf(text)) {
      const stems = new Set(
        text
          .slice(start, end)
          .match(/[\p{L}\p{M}\p{N}]+/gu)
          ?.map(word => stemOf(foldWord(word))),
      )
      const share = wanted.filter(some => some.some(stem => stems.has(stem))).length / wanted.length
      if (share >= LEAST_SHARE) found.push({citation: {document: id, start, end, quote: text.slice(start, end)}, share})
    }
  }
  return found
    .sort((a, b) => b.share - a.share || (a.citation.document < b.citation.document ? -1 : 1) || a.citation.start - b.citation.start)
    .slice(0, MOST_SENTENCES)
    .map(({citation}) => citation)
}

/** Cut at signs that end a sentence before a capital, and at line breaks: rough, but it only chooses what is then read. */
function sentencesOf(text: string): {start: number; end: number}[] {
  const ends = [...text.matchAll(/[.!?][”"’']?(?=\s+[\p{Lu}“"])|\n/gu)].map(match => match.index + match[0].length)
  const sentences: {start: number; end: number}[] = []
  let start = 0
  for (const end of [...ends, text.length]) {
    const stretch = text.slice(start, end)
    const lead = stretch.length - stretch.trimStart().length
    const trail = stretch.length - stretch.trimEnd().length
    if (stretch.trim() !== '') sentences.push({start: start + lead, end: end - trail})
    start = end
  }
  return sentences
}
