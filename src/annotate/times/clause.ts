// Whether the clause around an expression looks back or ahead, told from the tree: the verb that governs it and that verb's auxiliaries.
import type {Sentence, Tokens} from '../../model/tokens.ts'
import type {TimeLexicon} from '../../text/time/lexicon.ts'
import type {Look} from '../../text/time/tense.ts'
import {childrenOf, relationOf, uposOf, wordOf} from '../../text/tree.ts'

/** From a date to the verb of its clause; further up another clause begins. */
const MOST_STEPS = 6

interface Place {
  readonly text: string
  readonly tokens: Tokens
  readonly sentence: Sentence
  readonly lexicon: TimeLexicon
}

/** Null where the tree does not tell. `first` … `end` are the tokens of the expression. */
export function lookInTree(place: Place, first: number, end: number): Look {
  const {tokens} = place
  let top = -1
  for (let token = first; token < end; token++) {
    const head = tokens.head[token]!
    if (head < first || head >= end) {
      top = token
      break
    }
  }
  if (top < 0) return null
  let governor = tokens.head[top]!
  for (let step = 0; governor >= 0 && step < MOST_STEPS; step++) {
    const look = lookOfVerb(place, governor)
    if (look !== 'climb') return look
    const relation = relationOf(tokens, governor)
    // A relative clause or a clause inside what was said has its own time
    if (relation === 'ccomp' || relation === 'parataxis') return null
    governor = tokens.head[governor]!
  }
  return null
}

function lookOfVerb({text, tokens, sentence, lexicon}: Place, token: number): Look | 'climb' {
  const word = wordOf(text, tokens, token).toLowerCase()
  const tag = tokens.tags[tokens.xpos[token]!] ?? ''
  const aids: string[] = []
  let hasTo = false
  for (const child of childrenOf(tokens, token)) {
    const relation = relationOf(tokens, child)
    if (relation === 'aux' || relation === 'cop') aids.push(wordOf(text, tokens, child).toLowerCase())
    else if (relation === 'mark' && wordOf(text, tokens, child).toLowerCase() === 'to') hasTo = true
  }
  if (aids.some(aid => aid === 'had' || aid === "'d")) return 'back'
  if (aids.some(aid => lexicon.future.has(aid) || aid === "'ll" || aid === '’ll' || aid === 'wo')) return 'ahead'
  if (aids.some(aid => aid === 'has' || aid === 'have' || aid === 'did')) return 'back'
  const isPresent = aids.some(aid => aid === 'is' || aid === 'are' || aid === "'s" || aid === "'re" || aid === '’s')
  if (lexicon.future.has(word) && !hasTo && (tag === 'VBN' || tag === 'JJ' || isPresent)) return 'ahead'
  if (aids.some(aid => aid === 'was' || aid === 'were')) return 'back'
  if (uposOf(tokens, token) !== 'VERB') return isPresent && sentence.kind === 'prose' ? 'ahead' : 'climb'
  // "put" and "cut" have one form for both; a report that tells of a day has done with it
  if (tag === 'VBD' || (tag === 'VBP' && lexicon.past.has(word))) return 'back'
  if (hasTo) {
    const above = tokens.head[token]!
    if (above < 0) return 'ahead'
    const governing = wordOf(text, tokens, above).toLowerCase()
    return lexicon.toward.has(governing) || lexicon.future.has(governing) ? 'ahead' : 'climb'
  }
  if (tag === 'VBG') return isPresent ? 'ahead' : 'climb'
  if (tag === 'VBN') return isPresent ? null : 'back'
  // "meets on Friday" is a plan; a headline's present is news of the past, and "says" has nothing to do with the day
  if ((tag === 'VBZ' || tag === 'VBP') && sentence.kind === 'prose') return lexicon.said.has(word) ? null : 'ahead'
  return 'climb'
}
