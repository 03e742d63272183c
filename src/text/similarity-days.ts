// Days as numbers, for comparing how near two dates lie. Reads the calendar day of an EDTF date; no clock, no time zone.

/** Days since 1970-01-01 of the first day that an EDTF date or interval names; null where it names no day. */
export function dayOf(date: string | null): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(date ?? '')
  return match ? daysFromCivil(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

/** First and last day that an EDTF value covers: a day, a month, a year, an interval; null where it is open or unknown. */
export function daysOf(date: string | null): {readonly from: number; readonly to: number} | null {
  if (date === null) return null
  const [first, second] = date.split('/')
  const from = coveredDays(first!)
  if (from === null || second === undefined) return from
  const to = coveredDays(second)
  return to === null ? null : {from: from.from, to: to.to}
}

function coveredDays(date: string): {from: number; to: number} | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(date)
  if (!match) return null
  const year = Number(match[1])
  const month = Number(match[2])
  if (match[3] !== undefined) {
    const day = daysFromCivil(year, month, Number(match[3]))
    return {from: day, to: day}
  }
  if (match[2] !== undefined && month >= 1 && month <= 12)
    return {from: daysFromCivil(year, month, 1), to: (month === 12 ? daysFromCivil(year + 1, 1, 1) : daysFromCivil(year, month + 1, 1)) - 1}
  return {from: daysFromCivil(year, 1, 1), to: daysFromCivil(year + 1, 1, 1) - 1}
}

/** Howard Hinnant's days_from_civil (public domain). */
function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const ofEra = y - era * 400
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468
}
