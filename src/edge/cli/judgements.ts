// Reads people's judgements from a file of JSON lines beside the input, until there is a store to keep them.
import {readFileSync} from 'node:fs'
import {z} from 'zod'
import type {Judgement} from '../../model/record.ts'
import {whyNot} from '../why-not.ts'
import {WrongCall} from './wrong-call.ts'

const citation = z.object({document: z.string(), start: z.int().min(0), end: z.int().min(0), quote: z.string()})
const judgement = z.object({
  id: z.string().min(1),
  by: z.enum(['machine', 'person']).default('person'),
  who: z.string().nullable().default(null),
  at: z.string().nullable().default(null),
  kind: z.enum(['same', 'different', 'confirm', 'dismiss', 'set', 'add', 'undo']),
  of: z.array(z.string()).min(1),
  field: z.string().nullable().default(null),
  value: z.string().nullable().default(null),
  verdict: z.enum(['applied', 'possible', 'cut']).default('applied'),
  reason: z.string().nullable().default(null),
  rule: z.string().nullable().default(null),
  score: z.number().nullable().default(null),
  because: z.array(citation).default([]),
})

/** Throws WrongCall `judgements/unreadable` or `judgements/bad-line`, naming file and line. */
export function readJudgements(file: string): Judgement[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new WrongCall('judgements/unreadable', `${file}: ${whyNot(error)}`)
  }
  return text.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return []
    const result = judgement.safeParse(parseLine(line))
    if (result.success) return [result.data]
    const issue = result.error.issues[0]!
    throw new WrongCall('judgements/bad-line', `${file}:${i + 1}: ${issue.path.join('.') || '(line)'}: ${issue.message}`)
  })
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
