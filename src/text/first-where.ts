// Search by halving, written once.

/** The first of 0 … `count` for which the condition holds, `count` where it never does; once it holds it must go on to hold. */
export function firstWhere(count: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
