// Learns lemmas: endings by tag that are right most often, and the words that they get wrong.
import {LONGEST_ENDING, lemmaOf} from '../../src/annotate/engine/lemmatise.ts'
import type {GoldDocument} from './treebank.ts'

export interface LemmaLists {
  readonly exceptions: [string, string][]
  readonly endings: [string, [number, string]][]
}

/** Endings seen less often than this make no rule. */
const MIN_ENDING = 3

export function learnLemmas(documents: readonly GoldDocument[], labels: readonly string[]): LemmaLists {
  const known = new Set(labels)
  const seen = new Map<string, Map<string, number>>()
  for (const {form, lemma, upos, xpos} of documents)
    for (let i = 0; i < form.length; i++) {
      const label = `${upos[i]}_${xpos[i]}`
      if (!known.has(label) || label === 'PROPN_NNP' || lemma[i] === '_') continue
      add(seen, `${label}\t${form[i]!.replaceAll('’', "'").toLowerCase()}`, lemma[i]!, 1)
    }
  const edits = new Map<string, Map<string, number>>()
  for (const [key, lemmas] of seen) {
    const [label, form] = key.split('\t') as [string, string]
    const lemma = mostFrequent(lemmas).toLowerCase()
    let shared = 0
    while (shared < form.length && shared < lemma.length && form[shared] === lemma[shared]) shared++
    const edit = JSON.stringify([form.length - shared, lemma.slice(shared)])
    for (let size = 0; size <= LONGEST_ENDING && size < form.length; size++) {
      if (size < form.length - shared) continue
      add(edits, `${label}\t${form.slice(form.length - size)}`, edit, 1)
    }
  }
  const endings = new Map<string, [number, string]>()
  for (const [key, counts] of [...edits].sort((a, b) => a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1))) {
    const best = mostFrequent(counts)
    const [label, ending] = key.split('\t') as [string, string]
    if (counts.get(best)! < MIN_ENDING && ending !== '') continue
    // an ending that says what the shorter one says already is left out
    if (ending !== '' && JSON.stringify(shorter(endings, label, ending.slice(1))) === best) continue
    endings.set(key, JSON.parse(best) as [number, string])
  }
  const rules = {exceptions: new Map<string, string>(), endings}
  const exceptions: [string, string][] = []
  for (const [key, lemmas] of seen) {
    const [label, form] = key.split('\t') as [string, string]
    const lemma = mostFrequent(lemmas)
    const capital = form[0]!.toUpperCase() + form.slice(1)
    if (lemmaOf(rules, form, label, true) !== lemma && !(label.startsWith('ADJ') && lemmaOf(rules, capital, label, false) === lemma))
      exceptions.push([key, lemma])
  }
  return {exceptions: exceptions.sort((a, b) => (a[0] < b[0] ? -1 : 1)), endings: [...endings].sort((a, b) => (a[0] < b[0] ? -1 : 1))}
}

function shorter(endings: ReadonlyMap<string, [number, string]>, label: string, from: string): [number, string] | undefined {
  for (let ending = from; ; ending = ending.slice(1)) {
    const edit = endings.get(`${label}\t${ending}`)
    if (edit !== undefined || ending === '') return edit
  }
}

function add(table: Map<string, Map<string, number>>, key: string, value: string, amount: number): void {
  const counts = table.get(key) ?? new Map<string, number>()
  counts.set(value, (counts.get(value) ?? 0) + amount)
  table.set(key, counts)
}

function mostFrequent(counts: ReadonlyMap<string, number>): string {
  let best = ''
  let most = -1
  for (const [value, count] of counts)
    if (count > most || (count === most && value < best)) {
      best = value
      most = count
    }
  return best
}
