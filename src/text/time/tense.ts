// Whether the clause around an expression looks back or ahead, told from its words alone: "will", "is due to", "said Friday".
import type {Found} from './meaning.ts'
import type {Line, Word} from './words.ts'

export type Look = 'back' | 'ahead' | null

/** Words looked at on either side; a clause of news has 11 on average, and the verb that governs a date stands nearer. */
const REACH_BACK = 14
const REACH_FORWARD = 9
/** "said Friday", "told reporters on Friday", "announced late on Friday". */
const REACH_OF_SAYING = 4
/** "Friday's ruling": what clause it stands in says little, unless the verb is near ("will attend Friday's summit"). */
const REACH_OF_POSSESSIVE = 4
/** "had been due to expire Friday": the "had" before "due". */
const REACH_OF_HAD = 5

const CLAUSE_ENDS = [';', ':', '“', '”', '"', '—', '–', ')']
const CLAUSE_OPENERS = ['but', 'while', 'although', 'though', 'because', 'which', 'who', 'when', 'where', 'whereas', 'that']
const LIMITS = ['until', 'till', 'by']
const PRESENT = ['is', 'are', 'be', 'being']

/** What stands straight beside the expression and leaves no doubt: "said Friday", "until Friday", "ahead of Friday", "last March 3". */
export function lookBeside(line: Line, found: Found): Look {
  const {words, lexicon} = line
  for (let i = found.from - 1; i >= 0 && i >= found.from - REACH_OF_SAYING; i--) {
    const word = words[i]!
    if (lexicon.said.has(word.text)) return words[i - 1]?.text === 'be' ? null : 'back'
    if (word.kind === 'mark' && word.text !== "'") break
    if (cueAt(line, i) !== null) break
  }
  const before = words[found.from - 1]
  const way = before?.sense?.way
  if (way === 'back' || way === 'ahead') return way
  if (before?.text === 'of' && words[found.from - 2]?.text === 'ahead') return 'ahead'
  if (LIMITS.includes(before?.text ?? '')) return hasHad(words, found.from, found.to) ? 'back' : 'ahead'
  return null
}

/** The nearest cue before the expression decides, else the nearest behind it. */
export function lookNear(line: Line, found: Found): Look {
  const {words} = line
  const possessive = isPossessive(line, found)
  const before = lookBefore(line, found, possessive ? REACH_OF_POSSESSIVE : REACH_BACK)
  if (before !== null) return before
  if (possessive) return 'back'
  for (let i = found.to; i < words.length && i < found.to + REACH_FORWARD; i++) {
    if (endsClause(words, i)) break
    const cue = cueAt(line, i)
    // "On Friday the government planned to pay": before its subject the day is that of the planning
    if (cue === 'ahead' && isParticiple(words[i]!) && !AUXILIARIES.includes(words[i - 1]?.text ?? '')) return 'back'
    if (cue !== null) return cue
  }
  return null
}

/** The nearest cue at most `reach` words before the expression, inside its clause. */
export function lookBefore(line: Line, found: Found, reach: number): Look {
  for (let i = found.from - 1; i >= 0 && i >= found.from - reach; i--) {
    if (endsClause(line.words, i)) return null
    const cue = cueAt(line, i)
    if (cue === 'ahead' && isPastPerfect(line.words, i)) return 'back'
    if (cue !== null) return cue
  }
  return null
}

/** "Friday's summit". */
export const isPossessive = ({words}: Line, {to}: Found): boolean => words[to]?.text === "'"

const hasHad = (words: readonly Word[], from: number, to: number): boolean => {
  for (let i = Math.max(0, from - REACH_FORWARD); i < Math.min(words.length, to + REACH_FORWARD); i++)
    if (words[i]!.text === 'had') return true
  return false
}

const isPastPerfect = (words: readonly Word[], i: number): boolean => {
  for (let before = i - 1; before >= 0 && before >= i - REACH_OF_HAD; before--) if (words[before]!.text === 'had') return true
  return false
}

const endsClause = (words: readonly Word[], i: number): boolean => {
  const word = words[i]!
  return word.kind === 'mark' ? CLAUSE_ENDS.includes(word.text) : CLAUSE_OPENERS.includes(word.text)
}

const AUXILIARIES = ['is', 'are', 'be', 'been', 'was', 'were', 'not']
const isParticiple = (word: Word): boolean => word.text.endsWith('ed')

/** Shortest word whose "-ed" is a past: "used", "held" is listed, "red" and "need" are none. */
const SHORTEST_PAST = 5

function cueAt({words, lexicon}: Line, i: number): Look {
  const word = words[i]!
  if (word.kind !== 'word') return null
  const before = words[i - 1]?.text ?? ''
  // "to meet" looks ahead after due, set, agreed …, and in "is to meet"
  if (word.text === 'to') return lexicon.toward.has(before) || before === 'is' || before === 'are' ? 'ahead' : null
  // "could come on Tuesday", but "could not be reached on Tuesday"
  if (word.text === 'could' && (words[i + 1]?.text === 'not' || words[i + 1]?.text === 'be')) return 'back'
  if (lexicon.future.has(word.text)) return word.capital && i > 0 ? null : 'ahead'
  if (word.text === 'll' && before === "'") return 'ahead'
  const isRegular = word.text.length >= SHORTEST_PAST && word.text.endsWith('ed') && !word.text.endsWith('eed') && !word.capital
  // "will be held", "is expected": the participle says nothing, the auxiliary before it does
  if (isRegular || lexicon.past.has(word.text) || lexicon.said.has(word.text)) return PRESENT.includes(before) ? null : 'back'
  if (lexicon.arranged.has(word.text) && (before === 'is' || before === 'are')) return 'ahead'
  return null
}
