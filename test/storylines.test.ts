// Storylines that grow: whatever the order, what average link gives for all at once; and a chain of strong edges costs a newcomer its own end of it.
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {averageLink} from '../src/link/stories/average-link.ts'
import {growStorylines, type Storyline} from '../src/link/stories/storylines.ts'

const LEAST = 0.12
const ITEMS = 26

interface Tie {
  readonly a: number
  readonly b: number
  readonly score: number
  /** The edge goes when this item comes; never where it is one of the two. */
  readonly until: number
}

/** Scores in steps of a twentieth, so that many are equal. */
const ties = fc.uniqueArray(
  fc.record({
    a: fc.nat(ITEMS - 1),
    b: fc.nat(ITEMS - 1),
    score: fc.integer({min: 1, max: 20}).map(step => step / 20),
    until: fc.nat(ITEMS * 3),
  }),
  {selector: ({a, b}) => `${Math.min(a, b)} ${Math.max(a, b)}`, maxLength: 90},
)

function grown(order: readonly number[], edges: readonly Tie[], group: number): {storylines: Set<string>; steps: number} {
  const here = new Set<number>()
  const edgesOf = (number: number): [number, number][] =>
    edges.flatMap(({a, b, score, until}): [number, number][] => {
      const other = a === number ? b : b === number ? a : -1
      const stands = here.has(other) && !(until < ITEMS && here.has(until) && until !== a && until !== b)
      return stands ? [[other, score]] : []
    })
  const growing = growStorylines({edgesOf, byId: (a, b) => a - b, least: LEAST})
  const standing = new Set<Storyline>()
  for (let i = 0; i < order.length; i += group) {
    const added = order.slice(i, i + group)
    const old = [...here]
    for (const number of added) here.add(number)
    const lost = edges
      .filter(({a, b, until}) => added.includes(until) && until !== a && until !== b && old.includes(a) && old.includes(b))
      .map(({a, b}) => [a, b] as const)
    const {gone, made} = growing.update(added, lost)
    for (const storyline of gone) expect(standing.delete(storyline)).toBe(true)
    for (const storyline of made) standing.add(storyline)
  }
  return {storylines: new Set([...standing].map(({members}) => members.join(' '))), steps: growing.steps()}
}

describe('storylines', () => {
  it('grow to what average link gives for all at once, in any order and grouping', () => {
    const items = Array.from({length: ITEMS}, (_, i) => i)
    fc.assert(
      fc.property(
        ties,
        fc.shuffledSubarray(items, {minLength: ITEMS, maxLength: ITEMS}),
        fc.integer({min: 1, max: 4}),
        (all, order, group) => {
          const edges = all.filter(({a, b}) => a !== b)
          const left = edges.filter(({a, b, until}) => until >= ITEMS || until === a || until === b)
          const whole = averageLink(
            ITEMS,
            left.map(({a, b, score}) => ({a: Math.min(a, b), b: Math.max(a, b), score})).sort((x, y) => x.a - y.a || x.b - y.b),
            LEAST,
          )
          expect(grown(order, edges, group).storylines).toEqual(new Set(whole.map(cluster => cluster.join(' '))))
        },
      ),
      {numRuns: 400},
    )
  })

  it('cost a newcomer the same however long the chain that it lengthens', () => {
    const chain = (length: number): Tie[] =>
      Array.from({length: length - 1}, (_, i) => ({a: i, b: i + 1, score: 0.3 + ((i * 37) % 24) / 100, until: Number.POSITIVE_INFINITY}))
    const stepsOf = (length: number): number => {
      const order = Array.from({length}, (_, i) => i)
      return grown(order, chain(length), 1).steps - grown(order.slice(0, -1), chain(length), 1).steps
    }
    expect(stepsOf(96)).toBe(stepsOf(48))
  })
})
