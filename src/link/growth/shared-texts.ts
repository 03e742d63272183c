// The comparisons of a growing record: which documents share text, kept by pair and by document.
import type {AlignedSentence} from '../../model/alignment.ts'
import type {ReadDocument} from '../../model/reading.ts'
import {indexCandidates} from '../derivations/candidates.ts'
import {type Compared, type Comparison, comparePair} from '../derivations.ts'
import {compare} from '../identity.ts'
import type {Profiled} from '../profiles.ts'

export interface SharedTexts {
  /** Adds documents by number. Gives those of which a comparison came or went, and the sentences that each such pair has in common now. */
  readonly update: (numbers: readonly number[]) => {
    readonly touched: ReadonlySet<number>
    readonly aligned: ReadonlyMap<string, readonly AlignedSentence[]>
  }
  /** Looks again at pairs on which people ruled. */
  readonly alignedIn: (pairs: Iterable<string>) => ReadonlyMap<string, readonly AlignedSentence[]>
  readonly comparisonsOf: (document: number) => readonly Comparison[]
  /** Sentences elsewhere that say the same as the one that starts here. */
  readonly alignedWith: (document: number, start: number) => readonly {readonly document: number; readonly start: number}[]
  /** All, in the order of the documents' ids. */
  readonly all: () => readonly Compared[]
  readonly steps: () => number
}

export function growSharedTexts(
  documents: readonly ReadDocument[],
  profiles: readonly Profiled[],
  isDismissed: (a: string, b: string) => boolean,
): SharedTexts {
  const index = indexCandidates(
    (a, b) => documents[a]!.id < documents[b]!.id,
    number => profiles[number]!,
  )
  const byDocument = new Map<number, Map<number, Compared>>()
  let steps = 0
  const standing = ({comparison: {a, b}}: Compared): boolean => !isDismissed(documents[a]!.id, documents[b]!.id)
  const comparedOf = (document: number): Compared[] => [...(byDocument.get(document)?.values() ?? [])].filter(standing)

  return {
    update(numbers) {
      const {found, lost} = index.add(numbers.map(number => ({number, profiled: profiles[number]!})))
      const touched = new Set<number>()
      const pairs: string[] = []
      for (const {a, b} of lost)
        if (byDocument.get(a)?.delete(b)) {
          byDocument.get(b)!.delete(a)
          touched.add(a).add(b)
          pairs.push(`${a} ${b}`)
        }
      for (const pair of found) {
        steps++
        const compared = comparePair(pair, documents, profiles)
        if (compared === null) continue
        keep(pair.a, pair.b, compared)
        keep(pair.b, pair.a, compared)
        touched.add(pair.a).add(pair.b)
        pairs.push(`${pair.a} ${pair.b}`)
      }
      return {touched, aligned: alignedIn(pairs)}
    },
    alignedIn,
    comparisonsOf: document =>
      comparedOf(document)
        .sort(inOrder)
        .map(({comparison}) => comparison),
    alignedWith: (document, start) =>
      comparedOf(document).flatMap(({aligned}) =>
        aligned.flatMap(({a, b}) => {
          const [mine, theirs] = a.document === document ? [a, b] : [b, a]
          return mine.span.start === start ? [{document: theirs.document, start: theirs.span.start}] : []
        }),
      ),
    all: () =>
      [...byDocument]
        .flatMap(([document, others]) => [...others.values()].filter(({comparison}) => comparison.a === document))
        .filter(standing)
        .sort(inOrder),
    steps: () => steps,
  }

  function alignedIn(pairs: Iterable<string>): ReadonlyMap<string, readonly AlignedSentence[]> {
    return new Map(
      [...pairs].map(pair => {
        const [a, b] = pair.split(' ').map(Number) as [number, number]
        const compared = byDocument.get(a)?.get(b)
        return [pair, compared && standing(compared) ? compared.aligned : []]
      }),
    )
  }

  function inOrder({comparison: x}: Compared, {comparison: y}: Compared): number {
    return compare(documents[x.a]!.id, documents[y.a]!.id) || compare(documents[x.b]!.id, documents[y.b]!.id)
  }

  function keep(one: number, other: number, compared: Compared): void {
    const row = byDocument.get(one)
    if (row) row.set(other, compared)
    else byDocument.set(one, new Map([[other, compared]]))
  }
}
