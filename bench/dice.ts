// Numbers that look thrown and are the same on every machine.

/** Gives a whole number from 0 to `sides` - 1. */
export function dice(seed: number): (sides: number) => number {
  let state = seed | 1
  return sides => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) ^ (state << 7)
    return (state >>> 1) % sides
  }
}
