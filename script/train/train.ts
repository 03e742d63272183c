// npm run train -- --data FOLDER: learns all model files from the sets in ../shared/data and writes them to models/.
import {parseArgs} from 'node:util'
import {tagKindsOf} from '../../src/annotate/engine/engine.ts'
import {gazetteerOf} from '../../src/annotate/engine/gazetteer.ts'
import {tagDictionaryOf} from '../../src/annotate/engine/tag-dictionary.ts'
import type {Scorer} from '../../src/annotate/engine/weights.ts'
import {wordsOf} from '../../src/annotate/engine/words.ts'
import {packagePath} from '../../src/edge/files/root.ts'
import {jsonSection, saveModelFile} from './files.ts'
import {gazetteerLists, personLists, smallWordPairs} from './gazetteer-lists.ts'
import {learnLemmas} from './lemmas.ts'
import {learnLexicon} from './lexicon.ts'
import {addTable, stored} from './store.ts'
import {type NameDocument, nameDocument, ourLabels, trainNames, trainVotes} from './train-names.ts'
import {trainParser} from './train-parser.ts'
import {trainSplitter} from './train-splitter.ts'
import {jointLabels, learnDictionary, prepare, type Tagger, tagPrepared, trainTagger} from './train-tagger.ts'
import {readTreebank} from './treebank.ts'

const {values} = parseArgs({
  options: {
    data: {type: 'string', default: '../shared/data'},
    out: {type: 'string'},
    epochs: {type: 'string', default: '10'},
    parts: {type: 'string', default: 'words,tags,trees,names'},
  },
})
const folder = values.out ?? packagePath('models')
const epochs = Number(values.epochs)
const SETS = ['UD English EWT 2.16', 'GUM 11.1 free genres']
const KEEP = {keep: 1, scale: 4}
const TRAINING_WIDTH = 4
const KEEP_NAMES = {keep: 0.5, scale: 8}
const KEEP_VOTES = {keep: 0.5, scale: 1}
/** Three thirds of three epochs give tags as wrong as the real tagger's on new text, at a third of the cost of five fifths of five. */
const FOLDS = 3
const FOLD_EPOCHS = 3

const treebanks = [
  ...readTreebank(`${values.data}/ud-ewt/en_ewt-ud-train.conllu.gz`),
  ...readTreebank(`${values.data}/gum/en_gum-free-train.conllu.gz`),
]
const labels = jointLabels(treebanks)
const prepared = prepare(treebanks, labels)

function report(what: string): void {
  console.log(`${process.uptime().toFixed(0).padStart(5)} s  ${what}`)
}

function save(name: string, setup: Record<string, unknown>, sections: Map<string, Uint8Array>): void {
  const {bytes, sha256} = saveModelFile(folder, {name, sets: SETS, scores: {}, setup, sections})
  report(`${name}.bin ${(bytes / 1e6).toFixed(2)} MB ${sha256}`)
}

const parts = values.parts.split(',')
const coarse = tagKindsOf(labels).coarse
const folds = parts.includes('trees') || parts.includes('names') ? trainFolds(FOLDS) : []

if (parts.includes('words')) {
  const setup: Record<string, unknown> = {}
  const sections = new Map<string, Uint8Array>()
  sections.set('lexicon', jsonSection(learnLexicon(treebanks)))
  sections.set('lemmas', jsonSection(learnLemmas(treebanks, labels)))
  addTable(sections, setup, 'splitter', stored(trainSplitter(treebanks, epochs), KEEP).table)
  save('words', setup, sections)
}
if (parts.includes('tags')) {
  const setup: Record<string, unknown> = {labels}
  const sections = new Map<string, Uint8Array>()
  const lists = learnDictionary(prepared, labels.length)
  sections.set('dictionary.hashes', lists.hashes)
  sections.set('dictionary.tags', lists.tags)
  const dictionary = tagDictionaryOf(labels.length, lists.hashes, lists.tags)
  addTable(sections, setup, 'tagger', stored(trainTagger(prepared, labels.length, dictionary, epochs, 1), KEEP).table)
  save('tags', setup, sections)
}
if (parts.includes('trees')) {
  const relations = [...new Set(treebanks.flatMap(document => document.deprel))].sort()
  const tags = prepared.map((one, n) => tagPrepared([one], folds[n % FOLDS]!)[0]!)
  const {moves, labels: relationLearner} = trainParser(
    prepared,
    tags,
    relations,
    tagKindsOf(labels),
    {epochs, width: TRAINING_WIDTH, seed: 2},
    epoch => report(`parser epoch ${epoch + 1}`),
  )
  const setup: Record<string, unknown> = {relations, width: TRAINING_WIDTH}
  const sections = new Map<string, Uint8Array>()
  addTable(sections, setup, 'moves', stored(moves, KEEP).table)
  addTable(sections, setup, 'labels', stored(relationLearner, KEEP).table)
  save('trees', setup, sections)
}
if (parts.includes('names')) {
  const web = readTreebank(`${values.data}/uner/en_ewt-ud-train.iob2.gz`)
  const wiki = readTreebank(`${values.data}/wikigold/wikigold.iob2.gz`)
  const politics = readTreebank(`${values.data}/crossner/politics-train.iob2.gz`)
  const all = [...web, ...wiki, ...politics]
  for (const document of all) ourLabels(document)
  const lists = [...gazetteerLists(treebanks), ...personLists(all)]
  const smallWords = smallWordPairs()
  const gazetteer = gazetteerOf(lists)
  // documents of EWT are the first of the treebanks in the same order, so the fold that has not seen them is known
  const ready = all.map((document, n): NameDocument => {
    const columns = {
      document,
      words: wordsOf(document.text, document.start, document.end, document.start.length),
      labels: new Uint8Array(0),
    }
    return nameDocument(document, tagPrepared([columns], folds[n % FOLDS]!)[0]!, coarse, gazetteer, new Map(smallWords))
  })
  const emissions = trainNames(ready, epochs, 5)
  report('names, first pass')
  const halves: Scorer[] = [0, 1].map(
    half =>
      stored(
        trainNames(
          ready.filter((_, n) => n % 2 !== half),
          Math.min(5, epochs),
          6 + half,
        ),
        KEEP_NAMES,
      ).scorer,
  )
  const votes = trainVotes(
    ready,
    ready.map((_, n) => halves[n % 2]!),
    3,
    8,
  )
  const setup: Record<string, unknown> = {smallWords}
  const sections = new Map<string, Uint8Array>()
  sections.set('gazetteer', jsonSection(lists))
  addTable(sections, setup, 'names', stored(emissions, KEEP_NAMES).table)
  addTable(sections, setup, 'votes', stored(votes, KEEP_VOTES).table)
  save('names', setup, sections)
}

/** Taggers that have each seen all but one fold, so that parser and name tagger learn from tags as wrong as they will be. */
function trainFolds(count: number): Tagger[] {
  return Array.from({length: count}, (_, fold) => {
    const seen = prepared.filter((_, n) => n % count !== fold)
    const lists = learnDictionary(seen, labels.length)
    const dictionary = tagDictionaryOf(labels.length, lists.hashes, lists.tags)
    const {scorer} = stored(trainTagger(seen, labels.length, dictionary, FOLD_EPOCHS, 3 + fold), KEEP)
    report(`tagger without fold ${fold + 1}`)
    return {scorer, dictionary}
  })
}
