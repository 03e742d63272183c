// Derivation families of our own, with the true origin of every sentence: cases/link/family-*/family.md. Scores which sentences the program
// holds to be of one origin, and asks for the edges between documents line by line.
import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {packagePath} from '../src/edge/files/root.ts'
import {type Derivable, findDerivations} from '../src/link/derivations.ts'
import {profileDocuments} from '../src/link/profiles.ts'
import {testPacks} from './support.ts'

interface Family {
  readonly name: string
  readonly documents: readonly (Derivable & {readonly origins: readonly string[]})[]
  readonly expected: readonly string[]
}

/** Bar of issue 8: sentences of one origin, over all families. */
const SENTENCE_ORIGIN_F1 = 0.85

function readFamily(name: string): Family {
  const [body, expected] = readFileSync(packagePath('cases', 'link', name, 'family.md'), 'utf8').split(/^==>$/m) as [string, string]
  const documents = body
    .split(/^document /m)
    .slice(1)
    .map(part => {
      const lines = part.split('\n').filter(line => line !== '')
      const known = (key: string): string | null => lines.find(line => line.startsWith(`${key} `))?.slice(key.length + 1) ?? null
      const told = lines.slice(1).filter(line => !/^(published|publisher) /.test(line))
      let text = ''
      const sentences = told.map(line => {
        const start = text === '' ? 0 : text.length + 1
        text += `${text === '' ? '' : ' '}${line.slice(line.indexOf(' ') + 1)}`
        return {start, end: text.length}
      })
      const id = lines[0]!
      const origins = told.map(line => line.slice(0, line.indexOf(' ')))
      return {
        id,
        text,
        sentences,
        origins,
        title: null,
        uri: null,
        versionOf: null,
        published: known('published'),
        publisher: known('publisher'),
      }
    })
  return {name, documents, expected: expected.split('\n').filter(line => line !== '')}
}

const families = readdirSync(packagePath('cases', 'link'))
  .filter(name => name.startsWith('family-'))
  .sort()
  .map(readFamily)

const derive = ({documents}: Family) => findDerivations(documents, profileDocuments(documents, testPacks().links))

describe('families', () => {
  it('are at least twenty', () => expect(families.length).toBeGreaterThanOrEqual(20))

  it.each(families.map(family => [family.name, family] as const))('%s: the edges between its documents', (_, family) => {
    const said = derive(family).derivations.map(edge => `derivation ${edge.of} ${edge.kind} of ${edge.from}`)
    expect(said.sort()).toEqual([...family.expected].sort())
  })

  it('finds the sentences of one origin', () => {
    let right = 0
    let said = 0
    let wanted = 0
    const missed: string[] = []
    for (const family of families) {
      const {documents} = family
      for (let a = 0; a < documents.length; a++)
        for (let b = a + 1; b < documents.length; b++)
          // A quotation of one remark is one utterance, not shared text: families write its origin as q1, q2 …
          for (const origin of documents[a]!.origins)
            if (!origin.startsWith('q') && documents[b]!.origins.includes(origin)) {
              wanted++
              missed.push(`${family.name} ${documents[a]!.id} ${documents[b]!.id} ${origin}`)
            }
      for (const comparison of derive(family).comparisons)
        for (const pair of comparison.sentences) {
          if (comparison.kind === null) continue
          said++
          const first = documents[comparison.a]!
          const second = documents[comparison.b]!
          if (first.origins[pair.a] !== second.origins[pair.b])
            missed.push(`wrong ${family.name} ${first.origins[pair.a]} = ${second.origins[pair.b]}`)
          else {
            right++
            missed.splice(missed.indexOf(`${family.name} ${first.id} ${second.id} ${first.origins[pair.a]}`), 1)
          }
        }
    }
    const f1 = (2 * right) / (said + wanted)
    console.log(
      `sentences of one origin: P ${((right / said) * 100).toFixed(1)} R ${((right / wanted) * 100).toFixed(1)} F1 ${(f1 * 100).toFixed(1)} (${right} of ${wanted})`,
    )
    if (process.env['SHOW']) console.log(missed.join('\n'))
    expect(f1).toBeGreaterThanOrEqual(SENTENCE_ORIGIN_F1)
  })
})
