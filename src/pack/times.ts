// Reads packs/times: the words by which a text says when.
import {z} from 'zod'
import {TIME_CONTEXTS, type TimePack} from '../model/pack-times.ts'
import {PackError, type PackFile, readPackFile} from './check.ts'

const words = z.array(z.string().min(1))
const source = z.string().min(10)
const calendarName = z.strictObject({names: words, weak: words, plain: z.boolean().optional()})
const holiday = z.strictObject({
  names: words,
  month: z.int().min(1).max(12).optional(),
  day: z.int().min(1).max(31).optional(),
  weekday: z.int().min(1).max(7).optional(),
  nth: z.int().min(-1).max(5).optional(),
  easter: z.int().optional(),
  orthodoxEaster: z.int().optional(),
})
const numbers = z.record(z.string(), z.number())
const codes = z.record(z.string(), z.string())

const calendar = z.strictObject({
  source,
  months: z.array(calendarName).length(12),
  weekdays: z.array(calendarName).length(7),
  seasons: codes,
  plainSeasons: words,
  dayParts: codes,
  clockWords: numbers,
  zones: numbers,
  holidays: z.array(holiday),
})
const unitNames = [
  'second',
  'minute',
  'hour',
  'day',
  'weekend',
  'week',
  'fortnight',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
] as const
const amounts = z.strictObject({
  source,
  units: z.record(z.enum(unitNames), words),
  numbers,
  scales: numbers,
  ordinals: numbers,
  decadeNames: numbers,
  vague: words,
  soften: z.array(z.strictObject({words, mod: z.enum(['APPROX', 'LESS_THAN', 'MORE_THAN', 'EQUAL_OR_MORE', 'EQUAL_OR_LESS'])})),
})
const roleNames = [
  'ago',
  'earlier',
  'later',
  'hence',
  'onward',
  'same',
  'only',
  'fiscal',
  'half',
  'overnight',
  'period',
  'sometime',
  'pair',
  'filler',
  'age',
  'local',
  'matching',
  'epithet',
  'stamp',
  'spend',
] as const
const vague = z.strictObject({
  source,
  present: words,
  past: words,
  future: words,
  prepositions: words,
  back: words,
  ahead: words,
  here: words,
  spokenOf: words,
  start: words,
  middle: words,
  end: words,
  nearby: numbers,
  nights: numbers,
  sets: codes,
  every: words,
  roles: z.record(z.enum(roleNames), words),
})
const tense = z.strictObject({
  source,
  future: words,
  past: words,
  said: words,
  toward: words,
  arranged: words,
  counted: words,
  label: words,
})

const contexts = z.strictObject({source, before: z.record(z.enum(TIME_CONTEXTS), words)})

/** Throws PackError where a file is missing or does not fit its schema. */
export function readTimesPack(files: readonly PackFile[]): TimePack {
  const fileOf = (name: string): PackFile => {
    const file = files.find(candidate => candidate.path === `times/${name}`)
    if (!file) throw new PackError('pack/missing', `packs/times/${name} is missing: reinstall, or restore it from the repository`)
    return file
  }
  const {source: _calendar, ...dates} = readPackFile(fileOf('calendar.yaml'), calendar)
  const {source: _amounts, ...quantities} = readPackFile(fileOf('amounts.yaml'), amounts)
  const {source: _vague, ...pointers} = readPackFile(fileOf('vague.yaml'), vague)
  const {source: _tense, counted, label, ...tenses} = readPackFile(fileOf('tense.yaml'), tense)
  const {before} = readPackFile(fileOf('contexts.yaml'), contexts)
  return {...dates, ...quantities, ...pointers, tense: tenses, counted, label, before}
}
