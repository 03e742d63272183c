// Who is one person across documents: what merges and why, what never does, and that people's word outranks the machine's.
import {describe, expect, it} from 'vitest'
import {mentionHash} from '../src/link/entities/nodes.ts'
import {linkEntities} from '../src/link/entities.ts'
import type {AlignedSentence} from '../src/model/alignment.ts'
import type {Somebody} from '../src/model/mention.ts'
import type {ReadDocument} from '../src/model/reading.ts'
import type {Judgement} from '../src/model/record.ts'
import {articleOf, testPacks} from './support.ts'

type Known = Partial<Omit<Somebody, 'roles'>> & {readonly title?: string}

/** A document whose text is a list of names, each a somebody of its own. */
function naming(id: string, ...people: readonly (readonly [string, Known?])[]): ReadDocument {
  const text = people.map(([name]) => name).join('; ')
  let start = 0
  const mentions = people.map(([name, known], entity) => {
    const span = {start, end: start + name.length}
    start = span.end + 2
    return {...span, type: known?.type ?? ('person' as const), level: 'name' as const, entity, head: 0, metonym: false, rule: 'test'}
  })
  const somebodies = people.map(([name, known = {}], entity): Somebody => {
    const {title, ...rest} = known
    const roles = title === undefined ? [] : [{kind: 'office' as const, title, of: null, citations: [mentions[entity]!]}]
    return {type: 'person', name, aliases: [], pack: null, country: null, actsFor: null, members: [], unnamed: false, ...rest, roles}
  })
  return {
    ...articleOf(text),
    id,
    mentions,
    somebodies,
    sentences: [],
    names: [],
    times: [],
    attributions: [],
    claims: [],
  } as unknown as ReadDocument
}

const link = (documents: readonly ReadDocument[], judgements: readonly Judgement[] = [], aligned: readonly AlignedSentence[] = []) =>
  linkEntities(documents, aligned, judgements, testPacks())

const isOne = (...documents: readonly ReadDocument[]): boolean => {
  const {entityOf} = link(documents)
  return entityOf(0, 0) === entityOf(1, 0)
}

describe('merges', () => {
  it('one full name in two romanisations', () => {
    expect(isOne(naming('a', ['Jewgenij Zhukow']), naming('b', ['Evgeny Zhukov']))).toBe(true)
  })

  it('a near spelling where the post supports it, and says why', () => {
    const told = link([
      naming('a', ['Ilka Drostova', {title: 'foreign minister', country: 'CZ'}]),
      naming('b', ['Ilka Drosteva', {title: 'foreign minister', country: 'CZ'}]),
    ])
    expect(told.entityOf(0, 0)).toBe(told.entityOf(1, 0))
    expect(told.judgements.map(judgement => judgement.reason).join()).toContain('because')
  })

  it('never on the score alone', () => {
    const told = link([naming('a', ['Ilka Drostova']), naming('b', ['Ilka Drosteva'])])
    expect(told.entityOf(0, 0)).not.toBe(told.entityOf(1, 0))
    expect(told.judgements.map(judgement => judgement.verdict)).toEqual(['possible'])
  })
})

describe('never merges', () => {
  it.each([
    ['father and son', ['Arno Velt'], ['Arno Velt Jr.']],
    ['two nationalities', ['Arno Velt', {country: 'AT'}], ['Arno Velt', {country: 'CH'}]],
    ['two short surnames that are near', ['Andrew Peel'], ['Andrew Pike']],
    [
      'two countries whose names are near',
      ['Niger', {type: 'country', pack: 'country/ne'}],
      ['Nigeria', {type: 'country', pack: 'country/ng'}],
    ],
    [
      'two places of one name',
      ['Georgia', {type: 'country', pack: 'country/ge', country: 'GE'}],
      ['Georgia', {type: 'place', country: 'US'}],
    ],
    ['a bare surname and nobody to vouch', ['Velt'], ['Arno Velt']],
  ] as const)('%s', (_, a, b) => {
    expect(isOne(naming('a', a), naming('b', b))).toBe(false)
  })

  it('an unnamed official with anybody', () => {
    const official = {unnamed: true, country: 'AT', title: 'official'}
    expect(isOne(naming('a', ['official', official]), naming('b', ['official', official]))).toBe(false)
  })
})

describe('two officials of one surname', () => {
  it('leave a bare surname to nobody, though it has their country', () => {
    const told = link([naming('a', ['Arno Velt', {country: 'AT'}], ['Mara Velt', {country: 'AT'}]), naming('b', ['Velt', {country: 'AT'}])])
    expect([told.entityOf(0, 0), told.entityOf(0, 1)]).not.toContain(told.entityOf(1, 0))
  })
})

describe('people', () => {
  const a = naming('a', ['Ilka Drostova'])
  const b = naming('b', ['Ilka Drosteva'])
  const ids = [mentionHash(a, a.mentions[0]!), mentionHash(b, b.mentions[0]!)]
  const ruling = (known: Partial<Judgement>): Judgement => ({
    id: 'j1',
    by: 'person',
    who: 'desk',
    at: null,
    kind: 'same',
    of: ids,
    field: null,
    value: null,
    verdict: 'applied',
    reason: null,
    rule: null,
    score: null,
    because: [],
    ...known,
  })

  it('join what the machine left apart, and take it back', () => {
    const joined = link([a, b], [ruling({})])
    expect(joined.entityOf(0, 0)).toBe(joined.entityOf(1, 0))
    const undone = link([a, b], [ruling({}), ruling({id: 'j2', kind: 'undo', of: ['j1']})])
    expect(undone.entityOf(0, 0)).not.toBe(undone.entityOf(1, 0))
  })

  it('part what the machine would join', () => {
    const c = naming('c', ['Ilka Drostova'])
    const parted = link([a, c], [ruling({kind: 'different', of: [ids[0]!, mentionHash(c, c.mentions[0]!)]})])
    expect(parted.entityOf(0, 0)).not.toBe(parted.entityOf(1, 0))
    expect(parted.notes).toEqual([])
  })

  it('are told where their word cuts more than they said', () => {
    const c = naming('c', ['Ilka Drostova'])
    const d = naming('d', ['Ilka Drostova'])
    const parted = link([a, c, d], [ruling({kind: 'different', of: [ids[0]!, mentionHash(c, c.mentions[0]!)]})])
    expect(new Set([0, 1, 2].map(document => parted.entityOf(document, 0))).size).toBe(2)
    expect(parted.notes.map(note => note.code)).toEqual(['link/cut-by-person'])
  })
})

it('gives an entity the same id whatever the order of the documents', () => {
  const documents = [naming('a', ['Jewgenij Zhukow']), naming('b', ['Evgeny Zhukov']), naming('c', ['Evgenii Zhukov'])]
  const forward = link(documents)
  const backward = link([...documents].reverse())
  expect(new Set([0, 1, 2].map(i => forward.entityOf(i, 0)))).toEqual(new Set([backward.entityOf(0, 0)]))
})
