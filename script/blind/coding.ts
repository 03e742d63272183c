// The blind set as it lies in cases/blind: each report with the lines that its coder put on the record before reading any rule.
import {readdirSync, readFileSync} from 'node:fs'
import {parse} from 'yaml'
import {z} from 'zod'
import {packagePath} from '../../src/edge/files/root.ts'

const words = z.array(z.string().min(1)).min(1)
const line = {says: z.string().min(1), optional: z.boolean().default(false)}
/** Names as they stand in the text; `|` stands between names of the same somebody. */
const names = z
  .array(z.string().min(1))
  .min(1)
  .transform(all => all.map(one => one.split('|')))

const event = z.strictObject({
  ...line,
  kind: words,
  status: words,
  actors: names,
  recipients: names.default([]),
  place: z.string().optional(),
  time: z.string().optional(),
  background: z.boolean().default(false),
})
const position = z.strictObject({...line, holder: names, issue: words, stance: words})
const agreement = z.strictObject({...line, parties: names, state: words})
const assessment = z.strictObject({...line, by: z.string().transform(one => one.split('|')), direction: words})

const coding = z.strictObject({
  events: z.array(event),
  positions: z.array(position),
  agreements: z.array(agreement),
  assessments: z.array(assessment),
})

export type CodedEvent = z.infer<typeof event>
export type CodedPosition = z.infer<typeof position>
export type CodedAgreement = z.infer<typeof agreement>
export type CodedAssessment = z.infer<typeof assessment>
export type Coding = z.infer<typeof coding>

export interface BlindCase {
  readonly slug: string
  /** Absolute path of the report. */
  readonly report: string
  readonly coding: Coding
}

/** All reports of the blind set, sorted. Throws where a coding does not parse. */
export function blindCases(): BlindCase[] {
  const folder = packagePath('cases', 'blind')
  return readdirSync(folder)
    .filter(name => name.endsWith('.txt'))
    .sort()
    .map(name => {
      const slug = name.replace(/\.txt$/, '')
      const text = readFileSync(packagePath('cases', 'blind', `${slug}.yaml`), 'utf8')
      return {slug, report: packagePath('cases', 'blind', name), coding: coding.parse(parse(text))}
    })
}
