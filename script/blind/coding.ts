// The hand-coded reports as they lie in cases/blind (measured only) and cases/coded (read and developed on): each with the lines that its coder
// put on the record before reading any rule.
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

/** `blind` is used for nothing but figures; on `coded` rules may be made. */
export type CodedSet = 'blind' | 'coded'

export interface CodedCase {
  readonly slug: string
  /** Absolute path of the report. */
  readonly report: string
  readonly coding: Coding
}

/** All reports of one set, sorted. Throws where a coding does not parse. */
export function codedCases(set: CodedSet): CodedCase[] {
  return readdirSync(packagePath('cases', set))
    .filter(name => name.endsWith('.txt'))
    .sort()
    .map(name => {
      const slug = name.replace(/\.txt$/, '')
      const text = readFileSync(packagePath('cases', set, `${slug}.yaml`), 'utf8')
      return {slug, report: packagePath('cases', set, name), coding: coding.parse(parse(text))}
    })
}

export type Half = 'odd' | 'even'

/** Every second report by the number that its name begins with, so that a rule made on one half can be tried on the other. */
export function halfOf(cases: readonly CodedCase[], half: Half): CodedCase[] {
  const remainder = {odd: 1, even: 0}[half]
  return cases.filter(({slug}) => Number.parseInt(slug, 10) % 2 === remainder)
}
