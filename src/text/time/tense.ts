// Whether the clause around an expression looks back or ahead, told from its words alone: "will", "is due to", "said Friday".
import type {Found} from './meaning.ts'
import type {Line, Word} from './words.ts'

export type Look = 'back' | 'ahead' | null

/** Words looked at on either side; a clause of news has 11 on average, and the verb that governs a date stands nearer. */
const REACH_BACK = 14
const REACH_FORWARD = 9
/** "said Friday", "told reporters on Friday", "announced late on Friday". */
const REACH_OF_SAYING = 4

const CLAUSE_ENDS = [';', ':', '“', '”', '"', '—', '–', '(', ')']
const CLAUSE_OPENERS = ['but', 'while', 'although', 'though', 'because', 'which', 'who', 'when', 'where', 'whereas', 'that']
const STRAIGHT_BEFORE_AHEAD = ['until', 'till', 'by', 'from']
const PRESENT_AUXILIARIES = ['is', 'are', "'re"]

/** The nearest cue before the expression decides, else the nearest behind it. */
export function lookOf(line: Line, found: Found): Look {
  const {words, lexicon} = line
  for (let i = found.from - 1; i >= 0 && i >= found.from - REACH_OF_SAYING; i--) {
    const word = words[i]!
    if (lexicon.said.has(word.text)) return 'back'
    if (word.kind === 'mark' && word.text !== "'") break
    if (cueAt(line, i) !== null) break
  }
  if (STRAIGHT_BEFORE_AHEAD.includes(words[found.from - 1]?.text ?? '') && words[found.from - 1]!.text !== 'from') return 'ahead'
  for (let i = found.from - 1; i >= 0 && i >= found.from - REACH_BACK; i--) {
    if (endsClause(words, i)) break
    const cue = cueAt(line, i)
    if (cue !== null) return cue
  }
  for (let i = found.to; i < words.length && i < found.to + REACH_FORWARD; i++) {
    if (endsClause(words, i)) break
    const cue = cueAt(line, i)
    if (cue !== null) return cue
  }
  return null
}

const endsClause = (words: readonly Word[], i: number): boolean => {
  const word = words[i]!
  return word.kind === 'mark' ? CLAUSE_ENDS.includes(word.text) : CLAUSE_OPENERS.includes(word.text)
}

/** Shortest word whose "-ed" is a past: "used", "held" is listed, "red" and "need" are none. */
const SHORTEST_PAST = 5

function cueAt({words, lexicon}: Line, i: number): Look {
  const word = words[i]!
  if (word.kind === 'number') return null
  const before = words[i - 1]?.text ?? ''
  // "to meet" after due, set, agreed … looks ahead; after other words it says nothing of its own
  if (word.text === 'to') return lexicon.toward.has(before) ? 'ahead' : null
  if (lexicon.future.has(word.text)) return word.capital && i > 0 ? null : 'ahead'
  if (word.text === 'll' && before === "'") return 'ahead'
  if (lexicon.past.has(word.text) || lexicon.said.has(word.text)) return 'back'
  if (word.text.length >= SHORTEST_PAST && word.text.endsWith('ed') && !word.text.endsWith('eed') && !word.capital)
    return PRESENT_AUXILIARIES.includes(before) ? null : 'back'
  if (word.text.endsWith('ing') && PRESENT_AUXILIARIES.includes(before)) return 'ahead'
  return null
}
