// Stand-in until the readers of files land: plain text files and JSON lines only. To be replaced by src/edge/files/sources.ts.
import {createHash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {parse} from 'yaml'
import type {Article, Refusal} from '../../model/article.ts'

export interface SourceOptions {
  readonly published?: string | undefined
  readonly maxDoc?: number | undefined
}

const text0 = (value: unknown): string | null => (value === undefined || value === null ? null : String(value))

function article(text: string, file: string | null, known: Record<string, unknown>, options: SourceOptions): Article {
  const sha256 = createHash('sha256').update(text).digest('hex')
  const published = text0(known['published']) ?? options.published ?? null
  return {
    ...{id: text0(known['id']) ?? sha256, file, uri: text0(known['uri'] ?? known['url']), guid: null, title: text0(known['title'])},
    ...{publisher: text0(known['publisher']), byline: known['byline'] ? [String(known['byline'])] : [], published},
    ...{publishedFrom: published ? 'given' : null, modified: null, retrieved: null, versionOf: null, genre: 'report', handling: 'public'},
    ...{language: 'en', sha256, text, flags: [], feed: null, notes: []},
  } as Article
}

export async function* readSources(inputs: readonly string[], options: SourceOptions): AsyncGenerator<Article | Refusal> {
  for (const input of inputs) {
    if (input === '-') {
      const all = readFileSync(0, 'utf8')
      if (!all.startsWith('{')) yield article(all, null, {}, options)
      else
        for (const line of all.split('\n'))
          if (line.trim()) {
            const known = JSON.parse(line) as Record<string, unknown>
            yield article(String(known['text']), null, known, options)
          }
      continue
    }
    const folder = statSync(input).isDirectory()
    const files = folder
      ? readdirSync(input)
          .filter(name => /\.(txt|md)$/.test(name))
          .sort()
          .map(name => join(input, name))
      : [input]
    const sidecar = folder && existsSync(join(input, 'meta.yaml')) ? parse(readFileSync(join(input, 'meta.yaml'), 'utf8')) : {}
    for (const file of files) {
      const raw = readFileSync(file, 'utf8')
      if (file.endsWith('.jsonl')) {
        for (const line of raw.split('\n')) if (line.trim()) yield article(JSON.parse(line).text, file, JSON.parse(line), options)
        continue
      }
      const front = /^---\n([\s\S]*?)\n---\n/.exec(raw)
      const known = front ? parse(front[1]!) : (sidecar[file.slice(input.length + 1)] ?? {})
      yield article(front ? raw.slice(front[0].length) : raw, file, known, options)
    }
  }
}
