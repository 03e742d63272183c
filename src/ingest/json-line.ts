// One document as one line of JSON: {"id","text","title"?,"published"?,"publisher"?,"uri"?,"language"?}. `text` is taken as it is.
import type {Refusal} from '../model/article.ts'
import type {Given} from './article.ts'
import {readGiven} from './given.ts'
import {refuse} from './refusal.ts'
import type {Columns} from './table.ts'

/** The fields of a line, or why it is none; `line` counts from 1. */
export function readJsonLine(source: string, file: string | null, line: number, columns: Columns): {given: Given; text: string} | Refusal {
  let value: unknown
  try {
    value = JSON.parse(source)
  } catch (error) {
    return refuse(
      {file},
      'ingest/bad-json',
      `line ${line} is no JSON: ${error instanceof Error ? error.message.slice(0, 100) : 'unreadable'}`,
    )
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refuse({file}, 'ingest/bad-json', `line ${line} is no object; wanted is {"id", "text", …}`)
  value = withColumns(value, columns)
  const id = Object.hasOwn(value as object, 'id') ? (value as {id: unknown}).id : null
  if (id !== null && typeof id !== 'string') return refuse({file}, 'ingest/bad-json', `line ${line}: "id" is no string`)
  const given = readGiven(value)
  const text = Object.hasOwn(value as object, 'text') ? (value as {text: unknown}).text : undefined
  if (typeof text !== 'string')
    return refuse(
      {id: given.id ?? null, file},
      'ingest/bad-json',
      `line ${line}: "text" ${text === undefined ? `is missing${fieldsOf(value as object)}` : 'is no string'}`,
    )
  return {given, text}
}

/** The fields that a sidecar maps, under our names. */
function withColumns(value: object, columns: Columns): object {
  const mapped = Object.entries(columns).filter(([, name]) => Object.hasOwn(value, name))
  if (mapped.length === 0) return value
  return Object.assign(
    Object.create(null),
    value,
    Object.fromEntries(mapped.map(([key, name]) => [key, (value as {[name: string]: unknown})[name]])),
  )
}

const SHOWN_FIELDS = 6
const LONGEST_FIELD = 30

/** Which fields there are, so that somebody can map the right one. */
function fieldsOf(value: object): string {
  const names = Object.keys(value)
    .slice(0, SHOWN_FIELDS)
    .map(name => name.slice(0, LONGEST_FIELD))
  return names.length === 0 ? '' : ` (it has ${names.join(', ')}; meta.yaml maps fields: columns: {text: NAME})`
}
