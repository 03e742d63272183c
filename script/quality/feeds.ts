// Reads the feeds of the evaluation set in one process and lets the set's own scorer judge them. One process a feed takes twelve minutes,
// nearly all of it starting; every feed is still read as a run of its own, so that entries that several cases share are read each time.
import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Item} from '../../src/edge/files/carrier.ts'
import {claimIds} from '../../src/edge/files/claim-ids.ts'
import {readForeign} from '../../src/edge/files/foreign.ts'
import {loadPacks} from '../../src/edge/files/packs.ts'
import {sniffFile} from '../../src/edge/files/sources.ts'
import {MAX_DOCUMENT} from '../../src/ingest/article.ts'
import {isRefusal} from '../../src/ingest/refusal.ts'

interface Case {
  readonly id: string
  readonly file: string
  /** Base64. */
  readonly bytes: string
}

export async function measureFeeds(shared: string, log: (text: string) => void): Promise<Record<string, unknown>> {
  const gold = join(shared, 'eval', 'feeds', 'cases.jsonl')
  const work = mkdtempSync(join(tmpdir(), 'feeds-'))
  const lines: string[] = []
  for (const [number, line] of readFileSync(gold, 'utf8').trim().split('\n').entries()) {
    const feed = JSON.parse(line) as Case
    const folder = join(work, String(number))
    mkdirSync(folder)
    const path = join(folder, feed.file)
    writeFileSync(path, Buffer.from(feed.bytes, 'base64'))
    lines.push(JSON.stringify(answer(feed.id, await readOne(path))))
  }
  const answers = join(work, 'answers.jsonl')
  writeFileSync(answers, `${lines.join('\n')}\n`)
  // The scorer compares its own address with the one it is called by.
  const scorer = realpathSync(join(shared, 'eval', 'feeds', 'score.mjs'))
  const {stdout, stderr} = spawnSync('node', [scorer, gold, answers, '--json'], {encoding: 'utf8', maxBuffer: 1 << 28})
  if (stdout === '') throw new Error(`the scorer of the feeds said nothing: ${stderr}`)
  rmSync(work, {recursive: true, force: true})
  const {errors: _, ...scores} = JSON.parse(stdout) as Record<string, unknown>
  log(`\nfeeds / cases\n${JSON.stringify(scores, null, 1)}`)
  return scores
}

async function readOne(path: string): Promise<Item[]> {
  const {kind} = await sniffFile(path)
  const admit = claimIds(null)
  const items: Item[] = []
  const carrier = {file: path, given: {}, page: loadPacks().page, maxDocument: MAX_DOCUMENT, depth: 0}
  for await (const item of readForeign(kind, path, carrier)) items.push(admit(item))
  return items
}

/** In the shape that the scorer takes from `parley read --json`. */
function answer(id: string, items: readonly Item[]): object {
  const articles = items.flatMap(item => (isRefusal(item) ? [] : [item]))
  const [first] = articles
  if (first === undefined) return {id, error: items.map(item => (isRefusal(item) ? item.code : '')).join(' ') || 'no line'}
  return {
    id,
    title: first.feed?.title ?? first.publisher,
    link: first.feed?.link,
    language: first.feed?.language ?? first.language,
    entries: articles.filter(({text, notes}) => text !== '' || !notes.some(note => note.code === 'ingest/no-entries')),
  }
}
