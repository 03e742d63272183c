// Keeps what was asked for lately and makes the rest again when it is asked for: what many million documents need is not what a day's reports need.

/** `make` gives the same for the same key each time; at most `most` values are kept. */
export function keepRecent<Value>(most: number, make: (key: number) => Value): (key: number) => Value {
  const kept = new Map<number, Value>()
  return key => {
    let value = kept.get(key)
    if (value === undefined) value = make(key)
    else kept.delete(key)
    // Set anew, a key is the last of the map; the first is the one longest out of use.
    kept.set(key, value)
    if (kept.size > most) kept.delete(kept.keys().next().value!)
    return value
  }
}
