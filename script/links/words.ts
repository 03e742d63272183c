// Writes packs/links/words.yaml: in how many of a thousand texts a stem stands, counted over the free training treebanks.
// Run: node dist/script/links/words.js FOLDER-OF-TREEBANKS > packs/links/words.yaml
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {gunzipSync} from 'node:zlib'
import {stemOf} from '../../src/text/stem.ts'

const WORDS_A_TEXT = 400
/** Rarer stems are taken as rare: listing them would only lengthen the file. */
const LEAST_TEXTS = 5

const folder = process.argv[2]!
const texts = new Map<string, number>()
let count = 0
let seen = new Set<string>()
let words = 0

function close(): void {
  if (words < WORDS_A_TEXT / 2) return
  count++
  for (const stem of seen) texts.set(stem, (texts.get(stem) ?? 0) + 1)
  seen = new Set()
  words = 0
}

for (const file of ['ud-ewt/en_ewt-ud-train.conllu.gz', 'gum/en_gum-free-train.conllu.gz']) {
  for (const line of gunzipSync(readFileSync(join(folder, file)))
    .toString('utf8')
    .split('\n')) {
    if (line.startsWith('# newdoc') || words >= WORDS_A_TEXT) close()
    const form = line.split('\t')[1]
    if (form === undefined || !/^\d+\t/.test(line)) continue
    words++
    if (/^[a-z]+$/.test(form)) seen.add(stemOf(form))
  }
}
close()

const bands = new Map<number, string[]>()
for (const [stem, n] of texts) {
  if (n < LEAST_TEXTS) continue
  const share = Math.max(1, Math.round((n / count) * 1000))
  const band = share > 100 ? Math.round(share / 50) * 50 : share > 20 ? Math.round(share / 10) * 10 : share
  bands.set(band, [...(bands.get(band) ?? []), stem])
}
console.log('# How common English words are, so that two small texts can be compared without a large collection around them.')
console.log('# Made by script/links/words.ts; do not edit by hand. Number: texts of 400 words, in a thousand, that hold the stem.')
console.log('source: counted over UD English EWT 2.16 train (CC BY-SA 4.0) and GUM 11.1 train, free genres (CC BY 4.0)')
console.log('words:')
for (const [band, stems] of [...bands].sort((a, b) => b[0] - a[0])) console.log(`  ${band}: ${stems.sort().join(' ')}`)
