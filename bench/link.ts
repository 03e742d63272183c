// Cost of linking texts as the collection grows: profiles, derivations and stories of generated reports. `node dist/bench/link.js [most]`.
// Time per document must stay flat from 1,000 documents on; the table shows it.
import {readPackFiles} from '../src/edge/files/packs.ts'
import {type Derivable, findDerivations} from '../src/link/derivations.ts'
import {profileDocuments} from '../src/link/profiles.ts'
import {clusterDocuments} from '../src/link/stories/clusters.ts'
import {readLinkPack} from '../src/pack/links.ts'

const SENTENCES = 16
const WORDS = 18
/** Documents that tell one story; a few of them are copies of the first. */
const STORY = 8

const most = Number(process.argv[2] ?? 8000)
const pack = readLinkPack(readPackFiles())
const common = Object.keys(pack.words)

let state = 42
const next = (below: number): number => {
  state = (Math.imul(state, 1103515245) + 12345) >>> 0
  return (state >>> 8) % below
}

const SYLLABLES = ['ba', 'ke', 'lo', 'mir', 'tan', 'vos', 'rel', 'hin', 'dor', 'sa', 'pel', 'gru']
const word = (): string => Array.from({length: 2 + next(3)}, () => SYLLABLES[next(SYLLABLES.length)]!).join('')
const name = (): string => {
  const made = word()
  return made[0]!.toUpperCase() + made.slice(1)
}

interface Subject {
  readonly names: readonly string[]
  readonly words: readonly string[]
  readonly day: number
}

const subject = (day: number): Subject => ({names: Array.from({length: 8}, name), words: Array.from({length: 60}, word), day})

function sentenceOn({names, words}: Subject): string {
  const list = Array.from({length: WORDS}, () => {
    const kind = next(10)
    return kind < 2 ? names[next(names.length)]! : kind < 5 ? words[next(words.length)]! : common[next(common.length)]!
  })
  return `The ${list.join(' ')}.`
}

function documentOf(id: string, lines: readonly string[], day: number): Derivable {
  let at = 0
  const sentences = lines.map(line => {
    const span = {start: at, end: at + line.length}
    at += line.length + 1
    return span
  })
  const published = new Date(Date.UTC(2031, 0, 1 + day)).toISOString().slice(0, 10)
  return {id, text: lines.join(' '), sentences, title: null, uri: null, published, publisher: null, versionOf: null}
}

/** Stories of a hundred documents a day, each with one copy. */
function collection(count: number): Derivable[] {
  const documents: Derivable[] = []
  while (documents.length < count) {
    const topic = subject(Math.floor(documents.length / 100))
    let first: readonly string[] | null = null
    for (let i = 0; i < STORY && documents.length < count; i++) {
      const lines: readonly string[] = i === STORY - 1 && first ? first : Array.from({length: SENTENCES}, () => sentenceOn(topic))
      first ??= lines
      documents.push(documentOf(`d${String(documents.length).padStart(7, '0')}`, lines, topic.day))
    }
  }
  return documents
}

console.log('documents  profiles  derivations  stories   ms a document   edges  stories   heap MB')
for (let count = 1000; count <= most; count *= 2) {
  state = 42
  const documents = collection(count)
  const begin = performance.now()
  const profiles = profileDocuments(documents, pack)
  const profiled = performance.now()
  const {derivations} = findDerivations(documents, profiles)
  const derived = performance.now()
  const clusters = clusterDocuments(documents, profiles, pack)
  const done = performance.now()
  const seconds = (from: number, to: number): string => ((to - from) / 1000).toFixed(2).padStart(8)
  console.log(
    `${String(count).padStart(9)} ${seconds(begin, profiled)}s ${seconds(profiled, derived)}s    ${seconds(derived, done)}s ${((done - begin) / count).toFixed(2).padStart(10)}      ${String(derivations.length).padStart(8)} ${String(clusters.length).padStart(8)} ${String(Math.round(process.memoryUsage().heapUsed / 1e6)).padStart(8)}`,
  )
}
