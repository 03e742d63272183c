// Runs the program over the evaluation sets with their own scorers and gathers the figures: `area / set / measure` → per cent.
import {spawn} from 'node:child_process'
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {packagePath} from '../../src/edge/files/root.ts'
import {measureFeeds} from './feeds.ts'
import {measurePronouns} from './pronouns.ts'

export type Figures = Map<string, number>

export const QUICK_AREAS = [
  'attribution',
  'time',
  'events',
  'stories',
  'derivation',
  'seeds',
  'entities',
  'names',
  'pronouns',
  'nlp',
] as const
export const SLOW_AREAS = ['html', 'feeds', 'hostile'] as const

const PARLEY = `node ${packagePath('dist', 'src', 'edge', 'cli', 'parley.js')}`
const NLP_DEV = [
  ['EWT dev', 'ud-ewt/en_ewt-ud-dev.conllu.gz'],
  ['GUM dev', 'gum/en_gum-free-dev.conllu.gz'],
  ['UNER EWT dev', 'uner/en_ewt-ud-dev.iob2.gz'],
  ['CrossNER politics dev', 'crossner/politics-dev.iob2.gz'],
] as const
/** Never chosen on: measured at releases only. */
const NLP_TEST = [
  ['EWT test', 'ud-ewt/en_ewt-ud-test.conllu.gz'],
  ['GUM test', 'gum/en_gum-free-test.conllu.gz'],
  ['PUD', 'ud-pud/en_pud-ud-test.conllu.gz'],
  ['UNER PUD', 'uner/en_pud-ud-test.iob2.gz'],
  ['UNER EWT test', 'uner/en_ewt-ud-test.iob2.gz'],
  ['CrossNER politics test', 'crossner/politics-test.iob2.gz'],
  ['re3d', 're3d/re3d-test.iob2.gz'],
] as const

/** Figures of one area, or of several that share a run, with spaces between. `shared` is the folder that holds eval/ and data/. */
export async function measure(area: string, shared: string, isRelease: boolean, log: (text: string) => void): Promise<Figures> {
  if (area === 'nlp') return measureLanguage(shared, isRelease ? [...NLP_DEV, ...NLP_TEST] : NLP_DEV, log)
  if (area === 'feeds') return gatherFeeds(await measureFeeds(shared, log))
  if (area === 'names') return measureNames(shared, log)
  if (area === 'pronouns') return measurePronouns(shared, log)
  const work = mkdtempSync(join(tmpdir(), 'quality-'))
  const out = join(work, 'out.jsonl')
  const printed = await shell(`node ${quote(join(shared, 'eval/run.mjs'))} --parley ${quote(PARLEY)} --out ${quote(out)} ${area}`)
  log(printed)
  const figures: Figures = new Map()
  if (existsSync(out)) {
    for (const line of readFileSync(out, 'utf8').trim().split('\n').filter(Boolean)) {
      const {area: name, set, seconds: _seconds, ...measures} = JSON.parse(line) as {area: string; set: string; seconds: number}
      gather(figures, `${name} / ${set}`, measures)
    }
  }
  const bad = /(\d+) passed, (\d+) failed/.exec(area === 'hostile' ? (printed.trim().split('\n').at(-1) ?? '') : '')
  if (bad) figures.set('hostile / files / held', (100 * Number(bad[1])) / (Number(bad[1]) + Number(bad[2])))
  rmSync(work, {recursive: true, force: true})
  return figures
}

function gatherFeeds(scores: Record<string, unknown>): Figures {
  const figures: Figures = new Map()
  gather(figures, 'feeds / cases', scores)
  return figures
}

function gather(figures: Figures, name: string, measures: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(measures)) {
    const score = value as {F1?: number; percent?: number; gold?: number; all?: number} | null
    if (score === null || typeof score !== 'object') continue
    const figure = score.F1 ?? score.percent
    if (typeof figure === 'number' && !Number.isNaN(figure)) figures.set(`${name} / ${key.trim()}`, figure)
  }
}

async function measureLanguage(
  shared: string,
  sets: readonly (readonly [string, string])[],
  log: (text: string) => void,
): Promise<Figures> {
  const figures: Figures = new Map()
  const scorer = quote(join(shared, 'eval/nlp/score.mjs'))
  for (const [name, file] of sets) {
    const gold = quote(join(shared, 'data', file))
    const printed = await shell(
      `node ${scorer} --gold ${gold} --docs | ${PARLEY} read --json --tokens --with-text | node ${scorer} --gold ${gold} --readings -`,
    )
    log(`\nnlp / ${name}\n${printed.split('\n').slice(1).join('\n')}`)
    const scores = JSON.parse(printed.split('\n')[0] ?? '{}') as Record<string, unknown>
    gatherLanguage(figures, `nlp / ${name}`, scores)
  }
  return figures
}

interface Score {
  readonly f1?: number
  readonly byType?: Readonly<Record<string, {readonly f1: number}>>
}

function gatherLanguage(figures: Figures, name: string, scores: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(scores)) {
    const {f1, byType} = (value ?? {}) as Score
    if (typeof f1 === 'number') figures.set(`${name} / ${key === 'ner' ? 'names' : key}`, f1)
    for (const [type, score] of Object.entries(byType ?? {})) figures.set(`${name} / names ${type}`, score.f1)
  }
}

async function measureNames(shared: string, log: (text: string) => void): Promise<Figures> {
  const scorer = quote(join(shared, 'eval/names/score.mjs'))
  const printed = await shell(`node ${scorer} --pairs | ${PARLEY} names --json | node ${scorer} --predictions -`)
  log(`\nnames\n${printed}`)
  const {precision, f1} = JSON.parse(printed.split('\n').find(line => line.startsWith('{')) ?? '{}') as {precision?: number; f1?: number}
  const figures: Figures = new Map()
  if (typeof precision === 'number') figures.set('names / names-dev / precision', precision)
  if (typeof f1 === 'number') figures.set('names / names-dev / F1', f1)
  return figures
}

function shell(command: string): Promise<string> {
  return new Promise(resolve => {
    const child = spawn('bash', ['-c', command], {stdio: ['ignore', 'pipe', 'pipe']})
    let text = ''
    child.stdout.on('data', chunk => {
      text += String(chunk)
    })
    child.stderr.on('data', chunk => {
      text += String(chunk)
    })
    child.on('close', () => resolve(text))
  })
}

const quote = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`
