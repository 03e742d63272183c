// Scores which sentences of which documents have one origin, on the families of cases/link, where every sentence names its true origin. Without an argument
// it scores the program; with a file of JSON lines {"family", "a", "b", "sentences": [[i, j], …]} (documents by id, sentences by their place from 0)
// it scores whoever made them. `node dist/script/score-families.js [PREDICTION]`.
import {readFileSync} from 'node:fs'
import {pathToFileURL} from 'node:url'
import {readPackFiles} from '../src/edge/files/packs.ts'
import {type Derivable, findDerivations} from '../src/link/derivations.ts'
import {profileDocuments} from '../src/link/profiles.ts'
import type {LinkPack} from '../src/model/pack-links.ts'
import {readLinkPack} from '../src/pack/links.ts'
import {type FamilyDocument, familyDocuments, familyNames, readFamily} from './cases/family-file.ts'

export interface FamilyPrediction {
  readonly family: string
  readonly a: string
  readonly b: string
  readonly sentences: readonly (readonly [number, number])[]
}

export interface FamilyScore {
  readonly right: number
  readonly said: number
  readonly wanted: number
  /** What was missed and what was wrong, a line each. */
  readonly errors: readonly string[]
}

/** Pairs of sentences of one origin. Quoted remarks (origins q1, q2 …) are one utterance and no shared text: they count neither way. */
export function scoreFamilies(predictions: readonly FamilyPrediction[]): FamilyScore {
  const wanted = new Set<string>()
  const documents = new Map<string, FamilyDocument>()
  for (const family of familyNames()) {
    const list = readFamily(family).documents
    for (const document of list) documents.set(`${family} ${document.id}`, document)
    for (const [i, a] of list.entries())
      for (const b of list.slice(i + 1))
        for (const {origin} of a.sentences)
          if (!origin.startsWith('q') && b.sentences.some(sentence => sentence.origin === origin))
            wanted.add(key(family, a.id, b.id, origin))
  }
  const missed = new Set(wanted)
  const errors: string[] = []
  let said = 0
  let right = 0
  for (const {family, a, b, sentences} of predictions)
    for (const [i, j] of sentences) {
      said++
      const first = documents.get(`${family} ${a}`)?.sentences[i]?.origin
      const second = documents.get(`${family} ${b}`)?.sentences[j]?.origin
      if (first === undefined || first !== second) errors.push(`wrong ${family} ${a} ${first} = ${b} ${second}`)
      else {
        right++
        missed.delete(key(family, a, b, first))
      }
    }
  return {right, said, wanted: wanted.size, errors: [...errors, ...[...missed].map(line => `missed ${line}`)]}
}

const key = (family: string, a: string, b: string, origin: string): string => [family, ...[a, b].sort(), origin].join(' ')

/** Documents of a family as derivation reads them: sentences as the family gives them. */
export const derivableFamily = (name: string): Derivable[] =>
  familyDocuments(name).map((article, i) => {
    let at = 0
    const sentences = readFamily(name).documents[i]!.sentences.map(({text}) => {
      const span = {start: at, end: at + text.length}
      at = span.end + 1
      return span
    })
    return {...article, sentences}
  })

/** What the program says of every family. */
export function predictFamilies(pack: LinkPack): FamilyPrediction[] {
  return familyNames().flatMap(family => {
    const documents = derivableFamily(family)
    return findDerivations(documents, profileDocuments(documents, pack))
      .comparisons.filter(({kind}) => kind !== null)
      .map(({a, b, sentences}) => ({
        family,
        a: documents[a]!.id,
        b: documents[b]!.id,
        sentences: sentences.map(pair => [pair.a, pair.b] as const),
      }))
  })
}

const percent = (value: number): string => (100 * value).toFixed(1)

export const tellScore = ({right, said, wanted}: FamilyScore): string =>
  `sentences of one origin: P ${percent(right / said)} R ${percent(right / wanted)} F1 ${percent((2 * right) / (said + wanted))} (${right} of ${wanted})`

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const file = process.argv[2]
  const predictions =
    file === undefined
      ? predictFamilies(readLinkPack(readPackFiles()))
      : readFileSync(file, 'utf8')
          .split('\n')
          .filter(line => line !== '')
          .map(line => JSON.parse(line) as FamilyPrediction)
  const score = scoreFamilies(predictions)
  console.log([tellScore(score), ...score.errors].join('\n'))
}
