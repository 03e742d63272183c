// npm run train -- --data FOLDER: learns all model files from the sets in ../shared/data and writes them to models/.
import {parseArgs} from 'node:util'
import {tagKindsOf} from '../../src/annotate/engine/engine.ts'
import {packagePath} from '../../src/edge/files/root.ts'
import {jsonSection, saveModelFile} from './files.ts'
import {learnLemmas} from './lemmas.ts'
import {learnLexicon} from './lexicon.ts'
import {addTable, stored} from './store.ts'
import {trainParser} from './train-parser.ts'
import {trainSplitter} from './train-splitter.ts'
import {jointLabels, prepare, tagPrepared, trainTagger} from './train-tagger.ts'
import {readTreebank} from './treebank.ts'

const {values} = parseArgs({
  options: {data: {type: 'string', default: '../shared/data'}, out: {type: 'string'}, epochs: {type: 'string', default: '10'}},
})
const folder = values.out ?? packagePath('models')
const epochs = Number(values.epochs)
const SETS = ['UD English EWT 2.16', 'GUM 11.1 free genres']
const KEEP = {keep: 1, scale: 4}

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

{
  const setup: Record<string, unknown> = {}
  const sections = new Map<string, Uint8Array>()
  sections.set('lexicon', jsonSection(learnLexicon(treebanks)))
  sections.set('lemmas', jsonSection(learnLemmas(treebanks, labels)))
  addTable(sections, setup, 'splitter', stored(trainSplitter(treebanks, epochs), KEEP).table)
  save('words', setup, sections)
}
{
  const setup: Record<string, unknown> = {labels}
  const sections = new Map<string, Uint8Array>()
  addTable(sections, setup, 'tagger', stored(trainTagger(prepared, labels.length, epochs, 1), KEEP).table)
  save('tags', setup, sections)
}
{
  const relations = [...new Set(treebanks.flatMap(document => document.deprel))].sort()
  const tags = jackknife(5)
  report('tags of the training text, each fifth by a tagger that has not seen it')
  const {moves, labels: relationLearner} = trainParser(prepared, tags, relations, tagKindsOf(labels), epochs, 2, epoch =>
    report(`parser epoch ${epoch + 1}`),
  )
  const setup: Record<string, unknown> = {relations}
  const sections = new Map<string, Uint8Array>()
  addTable(sections, setup, 'moves', stored(moves, KEEP).table)
  addTable(sections, setup, 'labels', stored(relationLearner, KEEP).table)
  save('trees', setup, sections)
}

/** Tags as the tagger gives them on text it has not seen. */
function jackknife(folds: number): Uint8Array[] {
  const tags: Uint8Array[] = []
  for (let fold = 0; fold < folds; fold++) {
    const seen = prepared.filter((_, n) => n % folds !== fold)
    const unseen = prepared.map((one, n) => ({one, n})).filter(({n}) => n % folds === fold)
    const scorer = stored(trainTagger(seen, labels.length, Math.min(epochs, 5), 3 + fold), KEEP).scorer
    tagPrepared(
      unseen.map(({one}) => one),
      scorer,
    ).forEach((column, k) => {
      tags[unseen[k]!.n] = column
    })
  }
  return tags
}
