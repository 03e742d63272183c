// The engine behind the port: lines, words, sentences, tags, trees, lemmas and names of any text, from trained files given as bytes.
import type {Engine, Layers} from '../../model/engine.ts'
import {type Sentence, type SentenceKind, type Tokens, UPOS, type Upos} from '../../model/tokens.ts'
import {gazetteerBits, gazetteerOf} from './gazetteer.ts'
import {datelineEnd, isTableLine, lineKind} from './kinds.ts'
import {type LemmaRules, lemmaOf} from './lemmatise.ts'
import {type ModelFile, readModelFile, storedTable} from './model-file.ts'
import type {SmallWord} from './name-features.ts'
import {findNames, type NameTagger} from './names.ts'
import {newParser, type Parser, parseSentence} from './parse.ts'
import type {TagKinds} from './parse-features.ts'
import {MAX_SENTENCE, splitParagraph} from './split.ts'
import {tagSentence} from './tag.ts'
import {type TagDictionary, tagDictionaryOf} from './tag-dictionary.ts'
import {type Lexicon, type TokenSink, tokeniseLine} from './tokenise.ts'
import {type Scorer, scorerOf} from './weights.ts'
import {wordsOf} from './words.ts'

/** Unpacked model files; `id` names them with their hashes. */
export interface EngineFiles {
  readonly id: string
  readonly words: Uint8Array
  readonly tags: Uint8Array
  readonly trees: Uint8Array
  readonly names: Uint8Array
}

interface Parts {
  readonly lexicon: Lexicon
  readonly splitter: Scorer
  readonly lemmas: LemmaRules
  readonly tagger: Scorer
  readonly dictionary: TagDictionary
  readonly labels: readonly string[]
  readonly upos: Uint8Array
  readonly xpos: Uint8Array
  readonly penn: readonly string[]
  readonly parser: Parser
  readonly relations: readonly string[]
  readonly names: NameTagger
}

/** An engine over trained files. `load` is called once, at the first text. */
export function createEngine(id: string, load: () => EngineFiles): Engine {
  let parts: Parts | undefined
  return {
    id,
    analyze(text) {
      parts ??= partsOf(load())
      return analyze(text, parts)
    },
  }
}

export function lexiconOf(file: ModelFile): Lexicon {
  const lists = JSON.parse(new TextDecoder().decode(file.sections.get('lexicon'))) as Record<string, readonly string[]> & {
    contractions: Record<string, number>
  }
  return {
    abbreviations: new Set(lists['abbreviations']),
    casedAbbreviations: new Set(lists['cased']),
    prefixes: new Set(lists['prefixes']),
    contractions: new Map(Object.entries(lists.contractions)),
    endings: new Set(lists['endings']),
    units: new Set(lists['units']),
  }
}

/** What the parser's counts need to know about each joint label. */
export function tagKindsOf(labels: readonly string[]): TagKinds {
  const upos = labels.map(label => label.split('_')[0]!)
  return {
    coarse: Uint8Array.from(upos, tag => UPOS.indexOf(tag as Upos)),
    verb: Uint8Array.from(labels, label => (/_(VBD|VBZ|VBP|MD)$/.test(label) ? 1 : 0)),
    comma: Uint8Array.from(labels, label => (label === 'PUNCT_,' ? 1 : 0)),
    sign: Uint8Array.from(upos, tag => (tag === 'PUNCT' ? 1 : 0)),
    quote: Uint8Array.from(labels, label => (/^PUNCT_(``|'')$/.test(label) ? 1 : 0)),
    join: Uint8Array.from(upos, tag => (tag === 'CCONJ' ? 1 : 0)),
  }
}

function partsOf(files: EngineFiles): Parts {
  const wordFile = readModelFile(files.words)
  const tagFile = readModelFile(files.tags)
  const treeFile = readModelFile(files.trees)
  const nameFile = readModelFile(files.names)
  const labels = tagFile.header.setup['labels'] as string[]
  const relations = treeFile.header.setup['relations'] as string[]
  const penn = [...new Set(labels.map(label => label.slice(label.indexOf('_') + 1)))]
  const {exceptions, endings} = JSON.parse(new TextDecoder().decode(wordFile.sections.get('lemmas'))) as {
    exceptions: [string, string][]
    endings: [string, [number, string]][]
  }
  const kinds = tagKindsOf(labels)
  return {
    lexicon: lexiconOf(wordFile),
    splitter: scorerOf(storedTable(wordFile, 'splitter')),
    lemmas: {exceptions: new Map(exceptions), endings: new Map(endings)},
    tagger: scorerOf(storedTable(tagFile, 'tagger')),
    dictionary: tagDictionaryOf(labels.length, tagFile.sections.get('dictionary.hashes')!, tagFile.sections.get('dictionary.tags')!),
    labels,
    upos: kinds.coarse,
    xpos: Uint8Array.from(labels, label => penn.indexOf(label.slice(label.indexOf('_') + 1))),
    penn,
    parser: newParser(
      scorerOf(storedTable(treeFile, 'moves')),
      scorerOf(storedTable(treeFile, 'labels')),
      kinds,
      relations.indexOf('root'),
      MAX_SENTENCE + 1,
    ),
    relations,
    names: {
      emissions: scorerOf(storedTable(nameFile, 'names')),
      gazetteer: gazetteerOf(nameFile.sections),
      smallWords: new Map(nameFile.header.setup['smallWords'] as [string, SmallWord][]),
    },
  }
}

/** A line, or the part of it behind a dateline. */
interface Stretch {
  readonly from: number
  readonly to: number
  readonly paragraph: number
  readonly firstToken: number
  endToken: number
  readonly kind: SentenceKind | null
}

function analyze(text: string, parts: Parts): Layers {
  const sink: TokenSink = {start: [], end: []}
  const stretches = readLines(text, parts.lexicon, sink)
  const length = sink.start.length
  const start = Int32Array.from(sink.start)
  const end = Int32Array.from(sink.end)
  const words = wordsOf(text, start, end, length)
  const sentences: Sentence[] = []
  for (const stretch of stretches) {
    if (stretch.firstToken === stretch.endToken) continue
    const starts: number[] = []
    if (stretch.kind === null) splitParagraph(text, words, start, end, stretch.firstToken, stretch.endToken, parts.splitter, starts)
    else for (let first = stretch.firstToken; first < stretch.endToken; first += MAX_SENTENCE) starts.push(first)
    starts.forEach((firstToken, n) => {
      const endToken = starts[n + 1] ?? stretch.endToken
      const kind = stretch.kind ?? (starts.length === 1 ? lineKind(text.slice(stretch.from, stretch.to), endToken - firstToken) : 'prose')
      sentences.push({start: start[firstToken]!, end: end[endToken - 1]!, kind, paragraph: stretch.paragraph, firstToken, endToken})
    })
  }
  const bits = gazetteerBits(parts.names.gazetteer, text, words, start, end)
  const labels = new Uint8Array(length)
  const head = new Int32Array(length).fill(-1)
  const deprel = new Uint8Array(length)
  const confidence = new Uint8Array(length)
  const sentence = new Int32Array(length)
  sentences.forEach(({firstToken, endToken}, n) => {
    sentence.fill(n, firstToken, endToken)
    tagSentence(words, bits, firstToken, endToken, parts.tagger, parts.dictionary, labels)
    parseSentence(parts.parser, words, labels, firstToken, endToken, {head, deprel, confidence})
  })
  const {firstChild, nextSibling} = childrenColumns(head)
  const upos = labels.map(label => parts.upos[label]!)
  const xpos = labels.map(label => parts.xpos[label]!)
  const tokens: Tokens = {
    length,
    start,
    end,
    sentence,
    upos,
    xpos,
    tags: parts.penn,
    lemma: i => lemmaOf(parts.lemmas, text.slice(start[i], end[i]), parts.labels[labels[i]!]!, sentences[sentence[i]!]!.firstToken === i),
    head,
    deprel,
    relations: parts.relations,
    firstChild,
    nextSibling,
    confidence,
  }
  const prose = sentences.filter(({kind}) => kind !== 'table')
  const names = findNames(parts.names, text, words, bits, start, end, labels, parts.upos, prose, MAX_SENTENCE)
  return {sentences, tokens, names}
}

function readLines(text: string, lexicon: Lexicon, sink: TokenSink): Stretch[] {
  const stretches: Stretch[] = []
  let paragraph = 0
  for (let from = 0; from <= text.length; ) {
    let to = from
    while (to < text.length && !isBreak(text.charCodeAt(to))) to++
    const line = text.slice(from, to)
    const isTable = isTableLine(line)
    const dateline = isTable ? 0 : datelineEnd(line)
    let begin = from
    for (const stop of dateline > 0 && dateline < line.length ? [from + dateline, to] : [to]) {
      const firstToken = sink.start.length
      tokeniseLine(text, begin, stop, lexicon, sink)
      const kind = isTable ? 'table' : stop < to ? 'dateline' : null
      if (sink.start.length > firstToken) stretches.push({from: begin, to: stop, paragraph, firstToken, endToken: sink.start.length, kind})
      begin = stop
    }
    if (stretches.at(-1)?.paragraph === paragraph) paragraph++
    from = to + 1
  }
  return stretches
}

const isBreak = (unit: number): boolean => unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029 || unit === 12 || unit === 11

function childrenColumns(head: Int32Array): {firstChild: Int32Array; nextSibling: Int32Array} {
  const firstChild = new Int32Array(head.length).fill(-1)
  const nextSibling = new Int32Array(head.length).fill(-1)
  for (let i = head.length - 1; i >= 0; i--) {
    const parent = head[i]!
    if (parent < 0) continue
    nextSibling[i] = firstChild[parent]!
    firstChild[parent] = i
  }
  return {firstChild, nextSibling}
}
