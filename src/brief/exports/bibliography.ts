// The sources as a bibliography: BibTeX for LaTeX, CSL-JSON for reference managers.
import type {Document, RecordFile} from '../../model/record.ts'
import {firstDay} from '../dates.ts'
import {lookUp, titleOf} from '../lookup.ts'

export function writeBibtex(record: RecordFile): string {
  return lookUp(record)
    .documents.map((document, i) => {
      const fields: readonly (readonly [string, string | null])[] = [
        ['author', document.byline.length > 0 ? document.byline.map(name => `{${tex(name)}}`).join(' and ') : null],
        ['title', `{${tex(titleOf(document))}}`],
        ['journal', document.publisher && tex(document.publisher)],
        ['date', firstDay(document.published)],
        ['url', document.uri && tex(document.uri)],
        ['langid', document.language],
        ['note', document.genre === 'report' ? null : document.genre],
      ]
      const set = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []))
      return `@article{${keyOf(document, i)},\n${set.join(',\n')}\n}\n`
    })
    .join('\n')
}

export function writeCsl(record: RecordFile): string {
  const items = lookUp(record).documents.map((document, i) => ({
    id: keyOf(document, i),
    type: 'article-newspaper',
    title: titleOf(document),
    ...(document.byline.length > 0 ? {author: document.byline.map(literal => ({literal}))} : {}),
    ...(document.publisher ? {'container-title': document.publisher} : {}),
    ...(firstDay(document.published) ? {issued: {'date-parts': [firstDay(document.published)!.split('-').map(Number)]}} : {}),
    ...(document.uri ? {URL: document.uri} : {}),
    language: document.language,
    genre: document.genre,
  }))
  return `${JSON.stringify(items, null, 1)}\n`
}

/** `northwire-2031-03-13-5`: the number in the briefing keeps two reports of one day apart. */
function keyOf(document: Document, index: number): string {
  const outlet = (document.publisher ?? 'unknown').toLowerCase().replace(/[^a-z0-9]+/g, '')
  return [outlet || 'unknown', document.published?.slice(0, 10) ?? 'undated', index + 1].join('-')
}

const TEX: Readonly<Record<string, string>> = {'\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}'}

const tex = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\~^#$%&_{}]/g, character => TEX[character] ?? `\\${character}`)
