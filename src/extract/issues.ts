// Which issues of the pack a stretch of text touches, by wordings over lemmas; the longest wording at a place wins.
import type {Span} from '../model/span.ts'
import {tokenAt, wordOf} from '../text/tree.ts'
import {keyOf} from './lexicon.ts'
import type {Scene} from './scene.ts'

export interface FoundIssue {
  readonly id: string
  readonly token: number
  readonly words: number
}

/** Issues in the order of the text, each once. Dependent issues ("energy truce" under "ceasefire") stand for their parent too only by their id. */
export function issuesIn(scene: Scene, span: Span): readonly FoundIssue[] {
  const {tokens} = scene
  const found: FoundIssue[] = []
  for (let token = tokenAt(tokens, span.start); token < tokens.length && tokens.start[token]! < span.end; ) {
    const best = longestAt(scene, token, span.end)
    if (best === null) {
      token++
      continue
    }
    if (!found.some(known => known.id === best.id)) found.push(best)
    token += best.words
  }
  return found
}

function longestAt(scene: Scene, token: number, end: number): FoundIssue | null {
  const {tokens, lexicon} = scene
  let best: FoundIssue | null = null
  for (const {issue, words} of lexicon.issues.get(keyOf(scene.lemmas[token]!)) ?? []) {
    if (best !== null && words.length <= best.words) continue
    let fits = true
    for (let i = 0; i < words.length && fits; i++) {
      const at = token + i
      fits =
        at < tokens.length &&
        tokens.start[at]! < end &&
        (words[i]!.endsWith(NOUN)
          ? scene.lemmas[at] === words[i]!.slice(0, -NOUN.length) && scene.tags[at]!.startsWith('NN')
          : sameWord(words[i]!, scene.lemmas[at]!) || words[i] === wordOf(scene.document.text, tokens, at).toLowerCase())
    }
    if (fits) best = {id: issue.id, token, words: words.length}
  }
  return best
}

/** "pay/n": only the noun is about wages. */
const NOUN = '/n'

/** A pack word may be plural where the lemma is not ("hostilities"): the lemma may be its beginning. */
const sameWord = (word: string, lemma: string): boolean =>
  word.endsWith('*') ? lemma.startsWith(word.slice(0, -1)) : word === lemma || word === `${lemma}s`

/** Issues without those whose parent is also there: the finer one stands. */
export function finest(scene: Scene, issues: readonly FoundIssue[]): readonly FoundIssue[] {
  const parents = new Set<string>()
  for (const found of issues) {
    const parent = scene.lexicon.pack.issues.find(issue => issue.id === found.id)?.parent
    if (parent) parents.add(parent)
  }
  return issues.filter(found => !parents.has(found.id))
}
