// Dates as a desk writes them: EDTF in, words out. What is not a date it knows is shown as it stands.

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const SHORT_MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

interface Day {
  readonly year: number
  readonly month: number | null
  readonly day: number | null
}

/** `2031-03-13` → 13 March 2031; `2031-03-10/2031-03-12` → 10–12 March 2031; `2031-03~` → about March 2031. */
export function wordDate(edtf: string | null): string {
  if (edtf === null) return 'date unknown'
  const about = /[~%]$/.test(edtf) ? 'about ' : ''
  const doubtful = /[?]$/.test(edtf) ? ' (uncertain)' : ''
  const [from, to] = edtf.replace(/[~?%]/g, '').split('/')
  return about + wordRange(from ?? '', to ?? null) + doubtful
}

/** `13 Mar` in a column; the year only where it is not the one the reader stands in. */
export function shortDate(edtf: string | null, year: number | null): string {
  if (edtf === null) return ''
  const about = /[~%?]/.test(edtf) ? '~' : ''
  const [first, last] = edtf.replace(/[~?%]/g, '').split('/')
  const from = parseDay(first ?? '')
  const to = last === undefined ? null : parseDay(last)
  if (!from) return edtf
  if (to?.day && from.day && sameMonth(from, to)) return `${about}${from.day}–${shortDay(to, year)}`
  if (to) return `${about}${shortDay(from, year)}–${shortDay(to, year)}`
  return about + shortDay(from, year)
}

/** First day that the time covers, as ISO; null where it is open. Sorts, compares, counts days. */
export function firstDay(edtf: string | null): string | null {
  const day = edtf === null ? null : parseDay(edtf.split('/')[0] ?? '')
  return day && isoDay(day, 1)
}

/** Last day that the time covers, as ISO: 31 March for `2031-03`. */
export function lastDay(edtf: string | null): string | null {
  const day = edtf === null ? null : parseDay(edtf.split('/').at(-1) ?? '')
  if (!day) return null
  const month = day.month ?? 12
  return isoDay({...day, month}, new Date(Date.UTC(day.year, month, 0)).getUTCDate())
}

/** Whole days from the one ISO day to the other. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

export const yearOf = (edtf: string | null): number | null => (edtf === null ? null : (parseDay(edtf)?.year ?? null))

/** ISO 8601 duration in words: `P30D` → 30 days. */
export function wordTerm(term: string): string {
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(term)
  if (!match) return term
  const units = ['year', 'month', 'week', 'day', 'hour', 'minute']
  const parts = units.flatMap((unit, i) => (match[i + 1] ? [`${match[i + 1]} ${unit}${match[i + 1] === '1' ? '' : 's'}`] : []))
  return parts.length > 0 ? parts.join(' ') : term
}

function wordRange(first: string, last: string | null): string {
  const from = parseDay(first)
  const to = last === null ? null : parseDay(last)
  if (!from) return to ? `until ${wordDay(to)}` : first || 'date unknown'
  if (!to) return last === null ? wordDay(from) : `from ${wordDay(from)}`
  if (first.slice(0, 10) === last?.slice(0, 10)) return wordDay(from)
  if (from.day && to.day && sameMonth(from, to)) return `${from.day}–${wordDay(to)}`
  if (from.day && to.day && from.year === to.year) return `${from.day} ${MONTHS[from.month! - 1]} – ${wordDay(to)}`
  return `${wordDay(from)} – ${wordDay(to)}`
}

function wordDay({year, month, day}: Day): string {
  if (month === null) return String(year)
  return `${day === null ? '' : `${day} `}${MONTHS[month - 1]} ${year}`
}

function shortDay(value: Day, year: number | null): string {
  if (value.month === null) return String(value.year)
  const tail = value.year === year ? '' : ` ${value.year}`
  return `${value.day === null ? '' : `${value.day} `}${SHORT_MONTHS[value.month - 1]}${tail}`
}

function parseDay(text: string): Day | null {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(text)
  if (!match) return null
  const month = match[2] === undefined ? null : Number(match[2])
  if (month !== null && (month < 1 || month > 12)) return null
  return {year: Number(match[1]), month, day: match[3] === undefined ? null : Number(match[3])}
}

const sameMonth = (a: Day, b: Day): boolean => a.year === b.year && a.month === b.month

const isoDay = ({year, month, day}: Day, otherwise: number): string => {
  const pad = (value: number): string => String(value).padStart(2, '0')
  return `${String(year).padStart(4, '0')}-${pad(month ?? 1)}-${pad(day ?? otherwise)}`
}
