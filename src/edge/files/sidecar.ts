// meta.yaml beside the reports of a folder: file name → what is known about it.
import {existsSync, readFileSync, statSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import type {Given} from '../../ingest/article.ts'
import {readYaml} from '../../ingest/front-matter.ts'
import {GIVEN_KEYS, readGiven} from '../../ingest/given.ts'
import {refuse} from '../../ingest/refusal.ts'
import type {Columns} from '../../ingest/table.ts'
import type {Refusal} from '../../model/article.ts'

export const SIDECAR = 'meta.yaml'
const LARGEST_SIDECAR = 16 * 1024 * 1024

/** Reads each folder's sidecar once. A broken one is told once, and its folder is read without it. */
export function openSidecars(): {givenFor(path: string): Given; columnsFor(path: string): Columns; refusals(): Refusal[]} {
  const folders = new Map<string, object>()
  const broken: Refusal[] = []
  const load = (folder: string): object => {
    const path = join(folder, SIDECAR)
    if (!existsSync(path)) return {}
    const value = statSync(path).size > LARGEST_SIDECAR ? undefined : readYaml(readFileSync(path, 'utf8'))
    if (typeof value === 'object' && value !== null) return value
    if (value !== null)
      broken.push(refuse({file: path}, 'ingest/bad-sidecar', 'it is no YAML of the shape "file name: {published: …}"; read without it'))
    return {}
  }
  const entryFor = (path: string): unknown => {
    const folder = dirname(path)
    const entries = folders.get(folder) ?? load(folder)
    folders.set(folder, entries)
    const name = basename(path)
    return Object.hasOwn(entries, name) ? (entries as {[key: string]: unknown})[name] : null
  }
  return {
    givenFor: path => readGiven(entryFor(path)),
    columnsFor: path => readColumns(entryFor(path)),
    refusals: () => broken.splice(0),
  }
}

/** `columns: {text: Artikel, published: Datum}`: our key → the name in the file. */
function readColumns(entry: unknown): Columns {
  const columns =
    typeof entry === 'object' && entry !== null && Object.hasOwn(entry, 'columns') ? (entry as {columns: unknown}).columns : null
  if (typeof columns !== 'object' || columns === null) return {}
  return Object.fromEntries(
    [...GIVEN_KEYS, 'text'].flatMap(key => {
      const name = Object.hasOwn(columns, key) ? (columns as {[key: string]: unknown})[key] : undefined
      return typeof name === 'string' && name.trim() !== '' ? [[key, name]] : []
    }),
  )
}
