// Reads the dates that machines and feeds write: ISO 8601 in its many spellings, RFC 822, asctime, and the forms of newsrooms
// that write months in Greek, Hungarian or Korean. Prose ("last Friday") is the business of src/text/time.

/** Years outside are slips or tricks ("0000", "9999"): a date in one of them is unknown. */
const FIRST_YEAR = 1600
const LAST_YEAR = 2150
/** RFC 822 two-digit years: 49 is 2049, 50 is 1950. */
const CENTURY_TURN = 50
const LONGEST_DATE = 120

interface Moment {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  /** Minutes east of Greenwich; null where the zone is not told. */
  readonly zone: number | null
  readonly precision: 'year' | 'month' | 'day' | 'time'
}

/**
 * EDTF of a date as somebody gives it (`--published`, a sidecar, a JSON line): `2025`, `2025-04`, `2025-04-11`, `2025-04-11T18:00:00Z`,
 * an approximate `2025-03-31~`, or any form that readStructuredDate knows. Null where it is no possible date.
 */
export function readGivenDate(value: string): string | null {
  const text = value.trim()
  const mark = /[~?%]$/.exec(text)?.[0] ?? ''
  const read = readStructuredDate(mark ? text.slice(0, -1) : text)
  return read === null ? null : `${read}${mark}`
}

/** EDTF of a date as metadata and feeds write it: a day, or a moment with the writer's own zone where one is told. Null for anything else. */
export function readStructuredDate(value: string): string | null {
  const text = value.trim().replace(/\s+/g, ' ')
  if (text === '' || text.length > LONGEST_DATE) return null
  const moment = readIso(text) ?? readMail(text) ?? readAsctime(text) ?? readUnix(text) ?? readForeign(text)
  return moment === null || !isPossible(moment) ? null : writeMoment(moment)
}

/** True for a day that is in the calendar. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

function isPossible(moment: Moment): boolean {
  const {year, month, day, hour, minute, second, zone} = moment
  if (!isCalendarDay(year, month, day)) return false
  return hour <= 24 && minute <= 59 && second <= 60 && (zone === null || Math.abs(zone) <= 18 * 60)
}

function writeMoment(moment: Moment): string {
  const {year, month, day, hour, minute, second, zone, precision} = moment
  if (precision === 'year') return pad(year, 4)
  if (precision === 'month') return `${pad(year, 4)}-${pad(month)}`
  // The writer's own zone is kept: "on Friday" counts from the day that the newsroom's calendar showed.
  const [y, m, d] = hour === 24 ? fromDays(daysSinceEpoch(year, month, day) + 1) : [year, month, day]
  const dayText = `${pad(y, 4)}-${pad(m)}-${pad(d)}`
  if (precision === 'day') return dayText
  const clock = `${pad(hour % 24)}:${pad(minute)}:${pad(Math.min(second, 59))}`
  if (zone === null) return `${dayText}T${clock}`
  const east = Math.abs(zone)
  return `${dayText}T${clock}${zone === 0 ? 'Z' : `${zone < 0 ? '-' : '+'}${pad(Math.floor(east / 60))}:${pad(east % 60)}`}`
}

const ISO =
  /^(\d{4})(?:([-/.]?)(\d{1,2})(?:\2(\d{1,2})(?:(?:[Tt ]|, ?| at | - )(\d{1,2})(?::?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?)? ?([AaPp]\.?[Mm]\.?)? ?(.*))?)?)?$/
const ISO_WEEK = /^(\d{4})-?W(\d{2})(?:-?(\d))?$/
const ISO_ORDINAL = /^(\d{4})-?(\d{3})$/
const TWO_DIGIT_ISO = /^(\d\d)-?(\d\d)-(\d\d)$/

function readIso(text: string): Moment | null {
  const ordinal = ISO_ORDINAL.exec(text)
  if (ordinal) {
    const [year, month, day] = fromDays(daysSinceEpoch(Number(ordinal[1]), 1, 1) + Number(ordinal[2]) - 1)
    return year === Number(ordinal[1]) ? dayOf(year, month, day) : null
  }
  const week = ISO_WEEK.exec(text)
  if (week) return ofWeek(Number(week[1]), Number(week[2]), Number(week[3] ?? 1))
  const found = ISO.exec(text)
  const short = found === null ? TWO_DIGIT_ISO.exec(text) : null
  if (short) return dayOf(fullYear(short[1]!), Number(short[2]), Number(short[3]))
  if (!found) return null
  const [, year, , month, day, hour, minute, second, half, rest] = found
  if (month === undefined) return {...dayOf(Number(year), 1, 1), precision: 'year'}
  if (day === undefined)
    return text.length === 6 && !/\D/.test(text) ? compactMonth(text) : {...dayOf(Number(year), Number(month), 1), precision: 'month'}
  const date = dayOf(Number(year), Number(month), Number(day))
  if (hour === undefined) return date
  const zone = readZone(rest ?? '')
  if (zone === undefined) return date
  return {...date, hour: hourOf(Number(hour), half), minute: Number(minute ?? 0), second: Number(second ?? 0), zone, precision: 'time'}
}

const compactMonth = (text: string): Moment => ({...dayOf(Number(text.slice(0, 4)), Number(text.slice(4)), 1), precision: 'month'})

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthOf = (word: string): number => MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1

const MAIL =
  /^(?:[a-z]{2,12}(?:\.?, ?|\.? ))?(\d{1,2})(?:st|nd|rd|th)?[ -]?([a-z]{3,9})\.?,?[ -]?(\d{2,4})(?:,? (?:at )?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)? ?([ap]\.?m\.?)? ?(.*))?$/i
const MAIL_MONTH_FIRST =
  /^(?:[a-z]{2,12}(?:\.?, ?|\.? ))?([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:(?:,| -| at)? ?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)? ?([ap]\.?m\.?)? ?(.*))?$/i
const MAIL_BARE_HOUR = /^(?:[a-z]{2,12}(?:\.?, ?|\.? ))?(\d{1,2}) ([a-z]{3,9}) (\d{2,4}) (\d{1,2}) ?([a-z+-].*)?$/i

function readMail(text: string): Moment | null {
  const monthFirst = MAIL_MONTH_FIRST.exec(text)
  const found = MAIL.exec(text)
  const [day, month, year, hour, minute, second, half, zoneText] = found
    ? found.slice(1)
    : monthFirst
      ? [monthFirst[2], monthFirst[1], ...monthFirst.slice(3)]
      : []
  if (day === undefined || month === undefined || year === undefined) {
    const bare = MAIL_BARE_HOUR.exec(text)
    if (!bare || monthOf(bare[2]!) === 0) return null
    const date = dayOf(fullYear(bare[3]!), monthOf(bare[2]!), Number(bare[1]))
    return {...date, hour: Number(bare[4]), zone: readZone(bare[5] ?? '') ?? null, precision: 'time'}
  }
  const number = monthOf(month)
  if (number === 0) return null
  const date = dayOf(fullYear(year), number, Number(day))
  if (hour === undefined) return date
  const zone = readZone(zoneText ?? '')
  return {
    ...date,
    hour: hourOf(Number(hour), half),
    minute: Number(minute),
    second: Number(second ?? 0),
    zone: zone ?? null,
    precision: 'time',
  }
}

/** "Sun Jan  4 16:29:06 PST 2004", "Thu Jan 1 2004". */
const ASCTIME =
  /^[a-z]{3,9},? ([a-z]{3,9}) (\d{1,2}),?(?: (\d{1,2}):(\d{2})(?::(\d{2}))?)?(?: ([a-z]{1,5}|[+-]\d{4}))?(?: ([+-]\d{4}))? (\d{4})(?: (.{1,12}))?$/i

function readAsctime(text: string): Moment | null {
  const found = ASCTIME.exec(text)
  const month = monthOf(found?.[1] ?? '')
  if (!found || month === 0) return null
  const date = dayOf(Number(found[8]), month, Number(found[2]))
  if (found[3] === undefined) return date
  const zone = readZone(found[7] ?? found[6] ?? found[9] ?? '') ?? null
  return {...date, hour: Number(found[3]), minute: Number(found[4]), second: Number(found[5] ?? 0), zone, precision: 'time'}
}

/** Seconds or milliseconds since 1970. */
function readUnix(text: string): Moment | null {
  if (!/^1\d{9}(?:\d{3})?$/.test(text)) return null
  const seconds = text.length === 13 ? Math.floor(Number(text) / 1000) : Number(text)
  const [year, month, day] = fromDays(Math.floor(seconds / 86400))
  const rest = seconds % 86400
  return {
    year,
    month,
    day,
    hour: Math.floor(rest / 3600),
    minute: Math.floor(rest / 60) % 60,
    second: rest % 60,
    zone: 0,
    precision: 'time',
  }
}

const GREEK_MONTHS = ['ιαν', 'φεβ', 'μαρ', 'απρ', 'μαι', 'ιουν', 'ιουλ', 'αυγ', 'σεπ', 'οκτ', 'νοε', 'δεκ']
const HUNGARIAN_MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'szep', 'okt', 'nov', 'dec']
const KOREAN = /^(\d{4})년 ?(\d{1,2})월 ?(\d{1,2})일(?: ?(오전|오후)? ?(\d{1,2}):(\d{2})(?::(\d{2}))?)?/
const KOREAN_NATE = /^(\d{4})-(\d{2})-(\d{2}) (오전|오후) (\d{1,2}):(\d{2}):(\d{2})$/
const CHINESE_OR_JAPANESE = /^(\d{4})年 ?(\d{1,2})月 ?(\d{1,2})日(?: ?(\d{1,2})[:時时](\d{2}))?/
const GREEK = /^[^ ]{1,12},? (\d{1,2}) ([^ ]{3,12}) (\d{2,4})(?: (\d{1,2}):(\d{2})(?::(\d{2}))?(?: (.{1,12}))?)?$/
const HUNGARIAN = /^(\d{4})[-.] ?([^ \d.-]{3,12})[-.]? ?(\d{1,2})\.?(?:[t ]?(\d{1,2}):(\d{2})(?::(\d{2}))?(.{1,6})?)?$/
/** Seoul writes its own clock and leaves the zone out. */
const KOREAN_ZONE = 9 * 60

function readForeign(text: string): Moment | null {
  const korean = KOREAN.exec(text) ?? KOREAN_NATE.exec(text)
  if (korean) {
    const date = dayOf(Number(korean[1]), Number(korean[2]), Number(korean[3]))
    if (korean[5] === undefined) return date
    const hour = (Number(korean[5]) % 12) + (korean[4] === '오후' ? 12 : korean[4] === undefined && Number(korean[5]) >= 12 ? 12 : 0)
    return {...date, hour, minute: Number(korean[6]), second: Number(korean[7] ?? 0), zone: KOREAN_ZONE, precision: 'time'}
  }
  const eastern = CHINESE_OR_JAPANESE.exec(text)
  if (eastern) return dayOf(Number(eastern[1]), Number(eastern[2]), Number(eastern[3]))
  const folded = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const greek = GREEK.exec(folded)
  const greekMonth = greek ? GREEK_MONTHS.findIndex(month => greek[2]!.startsWith(month)) + 1 : 0
  if (greek && greekMonth > 0) return withClock(dayOf(fullYear(greek[3]!), greekMonth, Number(greek[1])), greek.slice(4))
  const hungarian = HUNGARIAN.exec(folded)
  const hungarianMonth = hungarian ? HUNGARIAN_MONTHS.findIndex(month => hungarian[2]!.startsWith(month)) + 1 : 0
  if (hungarian && hungarianMonth > 0)
    return withClock(dayOf(Number(hungarian[1]), hungarianMonth, Number(hungarian[3])), hungarian.slice(4))
  return null
}

function withClock(date: Moment, [hour, minute, second, zone]: readonly (string | undefined)[]): Moment {
  if (hour === undefined) return date
  return {
    ...date,
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second ?? 0),
    zone: readZone(zone ?? '') ?? null,
    precision: 'time',
  }
}

/** Minutes east of Greenwich of the zone names of RFC 822 and those that feeds use beside them. */
const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  utc: 0,
  gmt: 0,
  ut: 0,
  wet: 0,
  bst: 60,
  ist: 330,
  cet: 60,
  met: 60,
  west: 60,
  cest: 120,
  mest: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  ast: -240,
  adt: -180,
  at: -240,
  et: -300,
  ct: -360,
  mt: -420,
  pt: -480,
  akst: -540,
  hst: -600,
  jst: 540,
  kst: 540,
  hkt: 480,
  sgt: 480,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
  a: -60,
  n: 60,
  m: -720,
  y: 720,
} // prettier-ignore

/** null: no zone told; undefined: what stands there is no zone. */
function readZone(text: string): number | null | undefined {
  const word = text
    .trim()
    .replace(/^\((.{1,12})\)$/, '$1')
    .toLowerCase()
  if (word === '') return null
  const offset = /^(?:gmt|utc)?([+-])(\d{1,2}):?(\d{2})?(?: ?\(.{1,40}\)| [a-z/]{1,20})?$/.exec(word)
  if (offset) return (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3] ?? 0))
  const name = /^[a-z]{1,4}/.exec(word)?.[0] ?? ''
  if (name in ZONES && /^[a-z]{1,4}(?:$|[ +-])/.test(word)) {
    const base = /^(?:etc\/)?gmt$|^utc$/.test(name) ? /([+-])(\d{1,2}):?(\d{2})?/.exec(word) : null
    return base ? (base[1] === '-' ? -1 : 1) * (Number(base[2]) * 60 + Number(base[3] ?? 0)) : ZONES[name]!
  }
  return word.startsWith('etc/gmt') ? 0 : undefined
}

const dayOf = (year: number, month: number, day: number): Moment => ({
  year,
  month,
  day,
  hour: 0,
  minute: 0,
  second: 0,
  zone: null,
  precision: 'day',
})

const fullYear = (digits: string): number =>
  digits.length > 2 ? Number(digits) : Number(digits) + (Number(digits) < CENTURY_TURN ? 2000 : 1900)

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined || hour > 12) return hour
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0)
}

function ofWeek(year: number, week: number, weekday: number): Moment {
  const fourth = daysSinceEpoch(year, 1, 4)
  const monday = fourth - ((fourth + 3) % 7)
  const [y, m, d] = fromDays(monday + (week - 1) * 7 + weekday - 1)
  return dayOf(y, m, d)
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const daysIn = (year: number, month: number): number => (month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31)

/** Days since 1970-01-01 in the proleptic Gregorian calendar (Howard Hinnant's days_from_civil). */
export function daysSinceEpoch(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468
}

/** ISO day of a number of days since 1970-01-01. */
export function dayFromEpoch(days: number): string {
  const [year, month, day] = fromDays(days)
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`
}

function fromDays(days: number): [number, number, number] {
  const shifted = days + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const part = Math.floor((5 * dayOfYear + 2) / 153)
  const month = part < 10 ? part + 3 : part - 9
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * part + 2) / 5) + 1]
}

const pad = (value: number, width = 2): string => String(value).padStart(width, '0')
