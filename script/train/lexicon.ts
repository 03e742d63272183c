// Learns the tokeniser's word lists from the treebanks: which forms keep their stop, which first parts keep their hyphen, what is written together.
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parse} from 'yaml'
import {packagePath} from '../../src/edge/files/root.ts'
import type {GoldDocument} from './treebank.ts'

/** The lists as they travel in the model file. */
export interface LexiconLists {
  readonly abbreviations: readonly string[]
  readonly cased: readonly string[]
  readonly prefixes: readonly string[]
  readonly contractions: Readonly<Record<string, number>>
  readonly endings: readonly string[]
  readonly units: readonly string[]
}

export function learnLexicon(documents: readonly GoldDocument[]): LexiconLists {
  const hand = parse(readFileSync(join(packagePath('script', 'train'), 'lexicon.yaml'), 'utf8')) as LexiconLists
  const abbreviations = new Set(hand.abbreviations)
  const cased = new Set(hand.cased)
  for (const [form, {kept, split}] of countStops(documents)) {
    if (abbreviations.has(form.toLowerCase())) continue
    if (kept > split && (form !== form.toLowerCase() || kept >= 2)) cased.add(form)
    if (split > kept && cased.has(form)) cased.delete(form)
  }
  const prefixes = new Set(hand.prefixes)
  for (const [form, {kept, split}] of countHyphens(documents)) {
    if (kept > split && kept >= 2) prefixes.add(form)
    else if (split > kept) prefixes.delete(form)
  }
  return {
    abbreviations: [...abbreviations].sort(),
    cased: [...cased].sort(),
    prefixes: [...prefixes].sort(),
    contractions: hand.contractions,
    endings: hand.endings,
    units: hand.units,
  }
}

interface Count {
  kept: number
  split: number
}

function countStops(documents: readonly GoldDocument[]): Map<string, Count> {
  const counts = new Map<string, Count>()
  for (const {form, end, start} of documents)
    for (let i = 0; i < form.length; i++) {
      const word = form[i]!
      if (/^\p{L}{2,9}\.$/u.test(word)) countOf(counts, word.slice(0, -1)).kept++
      else if (form[i + 1] === '.' && start[i + 1] === end[i] && /^\p{L}{2,9}$/u.test(word)) countOf(counts, word).split++
    }
  return counts
}

function countHyphens(documents: readonly GoldDocument[]): Map<string, Count> {
  const counts = new Map<string, Count>()
  for (const {form, start, end} of documents)
    for (let i = 0; i < form.length; i++) {
      const word = form[i]!
      const kept = /^(\p{L}{1,8})-\p{L}/u.exec(word)
      if (kept) countOf(counts, kept[1]!.toLowerCase()).kept++
      else if (
        form[i + 1] === '-' &&
        start[i + 1] === end[i] &&
        start[i + 2] === end[i + 1] &&
        /^\p{L}{1,8}$/u.test(word) &&
        form[i - 1] !== '-'
      )
        countOf(counts, word.toLowerCase()).split++
    }
  return counts
}

function countOf(counts: Map<string, Count>, key: string): Count {
  let count = counts.get(key)
  if (count === undefined) {
    count = {kept: 0, split: 0}
    counts.set(key, count)
  }
  return count
}
