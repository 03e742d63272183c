// Measures pronouns on GUM's coreference: of the pronouns that the reader resolves, how many stand for the somebody whom the annotators say, and how
// many of all it resolves. A pronoun is right where a name or noun phrase of the same somebody overlaps a phrase that GUM files under the same number.
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {gunzipSync} from 'node:zlib'
import {loadEngineFiles} from '../../src/edge/files/engine.ts'
import {loadPacks} from '../../src/edge/files/packs.ts'
import {read} from '../../src/parley.ts'
import {articleOf} from '../cases/article.ts'

const KINDS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['he, she', 'he him his himself she her hers herself'],
    ['they', 'they them their themselves'],
    ['it', 'it its itself'],
  ].flatMap(([kind, words]) => words!.split(' ').map(word => [word, kind!] as const)),
)

/** The genres nearest to reports. */
const GENRES = /^GUM_(?:news|interview|speech|bio)_/

interface Phrase {
  readonly id: string
  readonly start: number
  end: number
}

interface Gold {
  readonly name: string
  text: string
  readonly phrases: Phrase[]
}

interface PronounCount {
  gold: number
  said: number
  right: number
}

/** Precision and recall of "he" and "she" on the dev part of GUM; the others are printed: too few to hold a floor by. */
export function measurePronouns(shared: string, log: (text: string) => void): Map<string, number> {
  const figures = new Map<string, number>()
  const counts = countPronouns(join(shared, 'data', 'gum', 'en_gum-free-dev.conllu.gz'))
  const percent = (part: number, whole: number): number => Math.round((1000 * part) / Math.max(1, whole)) / 10
  for (const [kind, {gold, said, right}] of counts) {
    log(
      `pronouns / GUM dev: ${kind}  P ${percent(right, said)}  R ${percent(right, gold)}   (${right} right, ${said} resolved, ${gold} gold)`,
    )
    if (gold < ENOUGH) continue
    figures.set(`pronouns / GUM dev / ${kind}: precision`, percent(right, said))
    figures.set(`pronouns / GUM dev / ${kind}: recall`, percent(right, gold))
  }
  return figures
}

const ENOUGH = 100

/** Counts by kind of pronoun, over a file of GUM with entities in its last column. */
function countPronouns(file: string): Map<string, PronounCount> {
  const reader = {packs: loadPacks(), engine: loadEngineFiles()}
  const counts = new Map<string, PronounCount>()
  for (const gold of readGold(gunzipSync(readFileSync(file)).toString('utf8')).filter(({name}) => GENRES.test(name))) {
    const document = read(articleOf(gold.text), reader)
    for (const phrase of gold.phrases) {
      const word = gold.text.slice(phrase.start, phrase.end).toLowerCase()
      const kind = KINDS[word]
      if (kind === undefined || !hasName(gold, phrase.id)) continue
      const count = counts.get(kind) ?? {gold: 0, said: 0, right: 0}
      counts.set(kind, count)
      count.gold++
      const mention = document.mentions.find(one => one.level === 'pronoun' && one.start === phrase.start)
      if (!mention) continue
      count.said++
      const named = document.mentions.filter(one => one.entity === mention.entity && one.level !== 'pronoun')
      const right = named.some(one => gold.phrases.some(other => other.id === phrase.id && isOne(other, one)))
      if (right) count.right++
    }
  }
  return counts
}

/** True where something but a pronoun stands for it: a chain of pronouns alone can be resolved to nobody. */
const hasName = (gold: Gold, id: string): boolean =>
  gold.phrases.some(phrase => phrase.id === id && KINDS[gold.text.slice(phrase.start, phrase.end).toLowerCase()] === undefined)

/** Half of the shorter span lies in both: GUM's phrases hold relative clauses, the reader's hold posts. */
function isOne(a: {start: number; end: number}, b: {start: number; end: number}): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return shared > 0 && shared * 2 >= Math.min(a.end - a.start, b.end - b.start) && Math.abs(a.start - b.start) <= b.end - b.start + 12
}

function readGold(conllu: string): Gold[] {
  const documents: Gold[] = []
  let open: Phrase[] = []
  for (const line of conllu.split('\n')) {
    const opening = /^# newdoc id = (\S+)/.exec(line)
    if (opening) {
      documents.push({name: opening[1]!, text: '', phrases: []})
      open = []
    }
    const gold = documents.at(-1)
    if (!gold) continue
    if (line.startsWith('# newpar') && !line.startsWith('# newpar_')) gold.text = gold.text.trimEnd() + (gold.text === '' ? '' : '\n\n')
    const columns = line.split('\t')
    if (columns.length < 10 || !/^\d+$/.test(columns[0]!)) continue
    const start = gold.text.length
    gold.text += columns[1]!
    open = readEntities(/Entity=([^|]*)/.exec(columns[9]!)?.[1] ?? '', gold, open, start)
    if (!columns[9]!.includes('SpaceAfter=No')) gold.text += ' '
  }
  return documents
}

/** "(12-person-…-ana(13-…" opens, "12)" closes, "(12-…)" does both. */
function readEntities(marks: string, gold: Gold, open: readonly Phrase[], start: number): Phrase[] {
  const still = [...open]
  const end = gold.text.length
  for (const [, opened, closed, only] of marks.matchAll(/\((\d+)[^()]*(\))?|(\d+)\)/g)) {
    if (opened !== undefined) {
      const phrase = {id: opened, start, end}
      gold.phrases.push(phrase)
      if (closed === undefined) still.push(phrase)
    } else {
      const at = still.findLastIndex(phrase => phrase.id === only)
      if (at >= 0) still.splice(at, 1)[0]!.end = end
    }
  }
  return still
}
