// Two wordings of one remark, word by word: what both have, and what only one has.

export interface Piece {
  readonly text: string
  readonly isOwn: boolean
}

/** Beyond this the table of the comparison would be too large to be worth it; such wordings are shown unmarked. */
const MOST_WORDS = 400

export function wordsApart(a: string, b: string): readonly [Piece[], Piece[]] {
  const left = a.split(/(\s+)/)
  const right = b.split(/(\s+)/)
  if (left.length > MOST_WORDS || right.length > MOST_WORDS) return [[{text: a, isOwn: false}], [{text: b, isOwn: false}]]
  const [inLeft, inRight] = longestCommon(left.map(bare), right.map(bare))
  return [pieces(left, inLeft), pieces(right, inRight)]
}

const bare = (word: string): string => word.toLowerCase().replace(/[“”"'’‘,.;:]/g, '') || word.trim()

function longestCommon(a: readonly string[], b: readonly string[]): readonly [Set<number>, Set<number>] {
  const width = b.length + 1
  const length = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let k = b.length - 1; k >= 0; k--)
      length[i * width + k] =
        a[i] === b[k] ? length[(i + 1) * width + k + 1]! + 1 : Math.max(length[(i + 1) * width + k]!, length[i * width + k + 1]!)
  const [inA, inB] = [new Set<number>(), new Set<number>()]
  for (let i = 0, k = 0; i < a.length && k < b.length; ) {
    if (a[i] === b[k]) {
      inA.add(i++)
      inB.add(k++)
    } else if (length[(i + 1) * width + k]! >= length[i * width + k + 1]!) i++
    else k++
  }
  return [inA, inB]
}

function pieces(words: readonly string[], common: ReadonlySet<number>): Piece[] {
  const out: {text: string; isOwn: boolean}[] = []
  words.forEach((text, i) => {
    const last = out.at(-1)
    const isOwn = text.trim() === '' ? (last?.isOwn ?? false) : !common.has(i)
    if (last && last.isOwn === isOwn) last.text += text
    else out.push({text, isOwn})
  })
  return out
}
