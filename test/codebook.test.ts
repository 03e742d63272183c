// The codebook knows every field that the schema of the record has and every value that a line can take, and shows signed lines only.
import {describe, expect, it} from 'vitest'
import {findExamples} from '../script/codebook/examples.ts'
import {writeCodebook} from '../src/brief/codebook/codebook.ts'
import {FIELDS} from '../src/brief/codebook/fields.ts'
import {CODED_VALUES, OTHER_VALUES, type ValueGroup} from '../src/brief/codebook/values.ts'
import {writeSchema} from '../src/brief/schema/json-schema.ts'
import {VERSION} from '../src/parley.ts'
import {parleyHere} from './command.ts'
import {testPacks} from './support.ts'

interface Node {
  readonly $ref?: string
  readonly anyOf?: readonly Node[]
  readonly items?: Node
  readonly prefixItems?: readonly Node[]
  readonly properties?: Readonly<Record<string, Node>>
  readonly enum?: readonly (string | number)[]
  readonly const?: string | number
  readonly $defs?: Readonly<Record<string, Node>>
}

const schema = writeSchema('record') as Node

/** The schema at a path such as `events[].kind`. */
function at(path: string): Node {
  let node = schema
  for (const step of path.match(/[a-zA-Z]+|\[\d*\]/g)!) {
    node = plain(node)
    node = step.startsWith('[') ? (node.items ?? node.prefixItems![Number(step.slice(1, -1))]!) : node.properties![step]!
  }
  return plain(node)
}

function plain(node: Node): Node {
  if (node.$ref !== undefined) return plain(schema.$defs![node.$ref.split('/').at(-1)!]!)
  const one = node.anyOf?.map(plain).find(part => part.properties ?? part.items ?? part.prefixItems)
  return one ?? node
}

function valuesOf(node: Node): string[] {
  if (node.$ref !== undefined) return valuesOf(plain(node))
  if (node.anyOf) return node.anyOf.flatMap(valuesOf)
  return (node.const === undefined ? (node.enum ?? []) : [node.const]).map(String)
}

const pathOf = ({field}: ValueGroup): string => (field.startsWith('support') ? `events[].${field}` : field)

describe('the codebook', () => {
  it.each(FIELDS.map(group => [group.heading, group] as const))('knows every field of %s, and no other', (_, {at: path, fields}) => {
    const node = at(path)
    const {properties} = node.items ? plain(node.items) : node
    expect(Object.keys(fields).sort()).toEqual(Object.keys(properties!).sort())
  })

  it.each([...CODED_VALUES, ...OTHER_VALUES].map(group => [group.field, group] as const))('knows every value of %s', (_, group) => {
    expect(Object.keys(group.meanings).sort()).toEqual(valuesOf(at(pathOf(group))).sort())
  })

  it('shows a signed example for four kinds, statuses, stances and states in five', () => {
    const examples = findExamples()
    const shown = CODED_VALUES.flatMap(({shown, meanings}) =>
      shown === null ? [] : Object.keys(meanings).map(value => `${shown} ${value}`),
    )
    const bare = shown.filter(key => examples[key] === undefined)
    expect(bare.length, bare.join(', ')).toBeLessThanOrEqual(shown.length / 5)
  })

  it('is printed as Markdown, with the issues of the packs', async () => {
    const {status, stdout} = await parleyHere(['codebook'])
    expect(status).toBe(0)
    expect(stdout).toBe(writeCodebook({version: VERSION, examples: findExamples(), issues: testPacks().talks.issues}))
    expect(stdout).toContain('- **meeting**: ')
    expect(stdout).toContain('How to code a sheet')
    expect(stdout).toMatch(/> → `meeting [a-z-]+ : /)
  })
})
