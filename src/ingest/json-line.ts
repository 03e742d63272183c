// One document as one line of JSON: {"id","text","title"?,"published"?,"publisher"?,"uri"?,"language"?}. `text` is taken as it is.
import type {Refusal} from '../model/article.ts'
import type {Given} from './article.ts'
import {readGiven} from './given.ts'
import {refuse} from './refusal.ts'

/** The fields of a line, or why it is none; `line` counts from 1. */
export function readJsonLine(source: string, file: string | null, line: number): {given: Given; text: string} | Refusal {
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
  const id = Object.hasOwn(value, 'id') ? (value as {id: unknown}).id : null
  if (id !== null && typeof id !== 'string') return refuse({file}, 'ingest/bad-json', `line ${line}: "id" is no string`)
  const given = readGiven(value)
  const text = Object.hasOwn(value, 'text') ? (value as {text: unknown}).text : undefined
  if (typeof text !== 'string')
    return refuse(
      {id: given.id ?? null, file},
      'ingest/bad-json',
      `line ${line}: "text" ${text === undefined ? 'is missing' : 'is no string'}`,
    )
  return {given, text}
}
