// A case of ingest: a source as it comes in, `==>`, and what became of it: its text, what is known about it, what was left out and why.
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {readSources} from '../../src/edge/files/sources.ts'
import {explainPage} from '../../src/ingest/html/left-out.ts'
import {isRefusal} from '../../src/ingest/refusal.ts'
import type {Article} from '../../src/model/article.ts'
import type {Packs} from '../../src/model/packs.ts'

export interface IngestCase {
  readonly title: string
  /** Name of the file that the source came in. */
  readonly file: string
  readonly source: string
  readonly expected: readonly string[]
}

/** Throws where a case names no file ("as page.html") or has no `==>`. */
export function parseIngestCases(path: string): readonly IngestCase[] {
  const [, ...bodies] = readFileSync(path, 'utf8').split(/^# /m)
  return bodies.map(body => {
    const [title = '', ...lines] = body.split('\n')
    const named = lines.findIndex(line => line.startsWith('as '))
    const arrow = lines.indexOf('==>')
    if (named < 0 || arrow < named) throw new Error(`${path}: case "${title}" wants "as FILE", a source, and ==>`)
    return {
      title: title.trim(),
      file: lines[named]!.slice(3).trim(),
      source: lines
        .slice(named + 1, arrow)
        .join('\n')
        .trim(),
      expected: lines.slice(arrow + 1).filter(line => line.trim() !== ''),
    }
  })
}

/** What the program makes of the source, in the notation of the cases. */
export async function linesOfSource({file, source}: IngestCase, packs: Packs): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'case-'))
  try {
    const path = join(folder, file)
    writeFileSync(path, source)
    const lines: string[] = []
    for await (const item of readSources([path], {packs})) {
      if (isRefusal(item)) lines.push(`not read | ${item.code}`)
      else lines.push(...linesOfArticle(item))
    }
    if (/\.html$/.test(file))
      for (const {why, lines: left} of explainPage(source, null, packs.page)) lines.push(...left.map(line => `left out | ${why} | ${line}`))
    return lines
  } finally {
    rmSync(folder, {recursive: true})
  }
}

function linesOfArticle(article: Article): string[] {
  const known: readonly (readonly [string, string | null])[] = [
    ['title', article.title],
    ['outlet', article.publisher],
    ['byline', article.byline.join('; ') || null],
    ['published', article.published === null ? null : `${article.published} (${article.publishedFrom})`],
    ['modified', article.modified],
    ['address', article.uri],
    ['genre', article.genre === 'report' ? null : article.genre],
  ]
  return [
    ...known.flatMap(([name, value]) => (value === null ? [] : [`${name} | ${value}`])),
    ...article.flags.map(flag => `flag | ${flag.kind}`),
    ...(article.credits ?? []).map(credit => `credit | ${credit.agency}`),
    ...article.notes.map(note => `note | ${note.code}`),
    ...(article.text === '' ? [] : article.text.split('\n').map(line => `text | ${line}`)),
  ]
}
