// Picks one value of many that claims give, so that neither order of arrival nor repetition inside one list decides.

/** The value given most often; of equals the one given first. Null where there is none. */
export function favourite<Value extends string | number>(values: readonly Value[]): Value | null {
  const counts = new Map<Value, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  let best: Value | null = null
  for (const [value, count] of counts) if (best === null || count > counts.get(best)!) best = value
  return best
}

/** Every value that some claim gives, each once, in the order of the claims. */
export function listed<Claim, Value>(claims: readonly Claim[], valuesOf: (claim: Claim) => readonly Value[]): Value[] {
  return [...new Set(claims.flatMap(claim => [...valuesOf(claim)]))]
}
