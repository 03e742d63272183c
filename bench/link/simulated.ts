// Reports for the bench of linking: generated texts of stories of eight, the last of each a copy of the first; and documents of which only what the indexes
// read is made up. Both come from their number alone, so that nothing need be kept.
import type {Derivable} from '../../src/link/derivations.ts'
import {type Profiled, profileDocument} from '../../src/link/profiles.ts'
import {alignable, alignSentences} from '../../src/text/similarity-alignment.ts'
import {countShared} from '../../src/text/similarity-grams.ts'

const SENTENCES = 16
const WORDS = 18
/** Documents that tell one story. */
const STORY = 8
const A_DAY = 400

function random(seed: number): (below: number) => number {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0
  return below => {
    state = (Math.imul(state ^ (state >>> 15), 0x85ebca6b) + 0x6d2b79f5) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const SYLLABLES = 'ba ke lo mir tan vos rel hin dor sa pel gru fet zon wik cal dru nash qui jem ost urb ygo plim'.split(' ')
const published = (number: number): string => new Date(Date.UTC(2031, 0, 1 + Math.floor(number / A_DAY))).toISOString().slice(0, 10)

/** Reports that mix the pack's words, each as often as English has it, with the names and words of their story. */
export function sampleOf(commonness: Readonly<Record<string, number>>): {readonly report: (number: number) => Derivable} {
  const common: string[] = []
  const upTo: number[] = []
  let total = 0
  for (const [word, share] of Object.entries(commonness)) {
    total += share
    common.push(word)
    upTo.push(total)
  }
  const commonWord = (at: number): string => {
    let low = 0
    let high = upTo.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (upTo[middle]! <= at) low = middle + 1
      else high = middle
    }
    return common[low]!
  }
  return {
    report(number) {
      const story = Math.floor(number / STORY)
      const own = number % STORY === STORY - 1 ? story * STORY : number
      const draw = random(story)
      const word = (): string => Array.from({length: 4 + draw(2)}, () => SYLLABLES[draw(SYLLABLES.length)]!).join('')
      const names = Array.from({length: 8}, word).map(name => name[0]!.toUpperCase() + name.slice(1))
      const words = Array.from({length: 60}, word)
      const pick = random(own + 1_000_003)
      let text = ''
      const sentences = Array.from({length: SENTENCES}, () => {
        const list = Array.from({length: WORDS}, () => {
          const kind = pick(10)
          return kind < 2 ? names[pick(names.length)]! : kind < 5 ? words[pick(words.length)]! : commonWord(pick(total))
        })
        const start = text === '' ? 0 : text.length + 1
        text += `${text === '' ? '' : ' '}The ${list.join(' ')}.`
        return {start, end: text.length}
      })
      const id = `d${String(number).padStart(8, '0')}`
      return {id, text, sentences, title: null, uri: null, published: published(number), publisher: null, versionOf: null}
    },
  }
}

/** Fingerprints of a report of 300 words, of which the copy of a story has all and the others none. */
const PRINTS = 110
/** Words that many texts hold, by Zipf’s law, and those of one story: with rare words shared at random every story would hang together with every other. */
const VOCABULARY = 300
const STORY_WORDS = 68
const KEYS_A_SENTENCE = 9

function keysOf(number: number): Int32Array[] {
  const story = Math.floor(number / STORY)
  const pick = random(number + 7_000_003)
  return Array.from({length: SENTENCES}, () =>
    Int32Array.from(
      new Set(
        Array.from({length: KEYS_A_SENTENCE}, () =>
          pick(2) === 0 ? Math.floor(VOCABULARY ** (pick(1 << 20) / (1 << 20))) : -(story * STORY_WORDS + pick(STORY_WORDS) + 1),
        ),
      ),
    ).sort(),
  )
}

function profileOf(number: number): Profiled {
  const own = number % STORY === STORY - 1 ? Math.floor(number / STORY) * STORY : number
  const draw = random(own + 3_000_017)
  const prints = Int32Array.from({length: PRINTS}, () => draw(2 ** 31) | 1).sort()
  const sentences = keysOf(own).map((keys, i) => ({start: i, end: i + 1, firstWord: i, endWord: i, keys, marks: keys.slice(0, 2)}))
  const counts = new Map<number, number>()
  for (const {keys} of sentences) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const keys = Int32Array.from(counts.keys()).sort()
  const commonness = Float64Array.from(keys, key => (key > 0 ? Math.min(900, 3000 / key) : 0))
  const weight = new Map(Array.from(keys, (key, i) => [key, Math.max(0, 7 - Math.log(commonness[i]! + 1))] as const))
  return {
    profile: {words: NO_WORDS, sentences, keys, counts: Float64Array.from(keys, key => counts.get(key)!), commonness},
    grams: prints,
    gramSet: prints,
    fingerprints: prints,
    marks: sentences.flatMap(sentence => [...sentence.marks]),
    alignable: alignable(sentences, key => weight.get(key) ?? 0),
    isTranslation: false,
  }
}

const NO_WORDS: Profiled['profile']['words'] = profileDocument(
  {id: '', text: '', title: null, publisher: null, published: null, sentences: []},
  {
    words: {},
    kindGroups: {},
    rounding: [],
    adviserTitles: [],
    people: [],
    smallNumbers: [],
    formerly: [],
    agreementWords: [],
    translated: [],
  },
).profile.words

export const simulated = {
  profileOf,
  documentOf: (number: number): Derivable => ({
    id: String(number),
    text: '',
    sentences: [],
    title: null,
    uri: null,
    published: published(number),
    publisher: null,
    versionOf: null,
  }),
}

/** What verification reads of two candidates: shared grams and aligned sentences. */
export const compareProfiles = (first: Profiled, second: Profiled): number =>
  countShared(first.gramSet, second.gramSet) + alignSentences(first.alignable, second.alignable).mass
