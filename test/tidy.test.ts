// The rules of the house as tests: direction of imports, cycles, names, file length, hub files, pack words in code, rules without a case.
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {basename, dirname, join, relative, resolve} from 'node:path'
import {describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {packagePath} from '../src/edge/files/root.ts'

const MAX_LINES = 400
const HUB_SHARE = 0.4
const FORBIDDEN_NAMES = ['util', 'utils', 'helper', 'helpers', 'common', 'misc', 'manager', 'service', 'base', 'data', 'info', 'index']
const STAGES = ['pack', 'ingest', 'annotate', 'extract', 'link', 'brief']
const root = packagePath()

interface SourceFile {
  readonly path: string
  readonly text: string
  /** Paths of files of this project that it imports for their values, and for their types. */
  readonly values: readonly string[]
  readonly types: readonly string[]
}

function walk(folder: string): string[] {
  const full = join(root, folder)
  if (!existsSync(full)) return []
  return readdirSync(full, {recursive: true, encoding: 'utf8'})
    .filter(name => name.endsWith('.ts'))
    .map(name => join(folder, name).replaceAll('\\', '/'))
    .sort()
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8')
  const values: string[] = []
  const types: string[] = []
  for (const match of text.matchAll(/^(?:import|export)\s+(type\s+)?([^'"]*?from\s+)?['"](\.[^'"]+)['"]/gm)) {
    const target = relative(root, resolve(root, dirname(path), match[3]!)).replaceAll('\\', '/')
    const isType = Boolean(match[1]) || /^\{\s*(type\s+\w+\s*,?\s*)+\}\s*from/.test(match[2] ?? '')
    ;(isType ? types : values).push(target)
  }
  return {path, text, values, types}
}

const sources = walk('src').map(readSource)
const everything = [...sources, ...['script', 'bench', 'test'].flatMap(folder => walk(folder).map(readSource))]
const folderOf = (path: string): string => path.split('/')[1]!

describe('layout', () => {
  it('has no file over 400 lines', () => {
    expect(everything.filter(file => file.text.split('\n').length > MAX_LINES).map(file => file.path)).toEqual([])
  })

  it('has no grab-bag names and no index files', () => {
    const bad = everything.flatMap(file =>
      file.path
        .split('/')
        .map(part => basename(part, '.ts'))
        .filter(part => FORBIDDEN_NAMES.includes(part))
        .map(() => file.path),
    )
    expect(bad).toEqual([])
  })

  it('opens each file with a sentence that says what it is for', () => {
    expect(everything.filter(file => !/^(#!.*\n)?\/\/ \S|^(#!.*\n)?\/\*\* \S/.test(file.text)).map(file => file.path)).toEqual([])
  })
})

describe('direction', () => {
  const mayImport = (from: string, to: string): boolean => {
    if (from === to) return true
    if (from === 'model') return false
    if (to === 'model') return true
    if (from === 'text') return false
    if (to === 'text') return true
    if (STAGES.includes(from)) return false
    if (from === 'parley.ts') return STAGES.includes(to)
    return from === 'edge'
  }

  it('runs model ← text ← stages ← parley.ts ← edge, and stages never import each other', () => {
    const wrong = sources.flatMap(file =>
      [...file.values, ...file.types]
        .filter(to => to.startsWith('src/') && !mayImport(folderOf(file.path), folderOf(to)))
        .map(to => `${file.path} → ${to}`),
    )
    expect(wrong).toEqual([])
  })

  it('lets only edge touch Node', () => {
    const wrong = sources.filter(
      file => folderOf(file.path) !== 'edge' && /from ['"]node:|\bprocess\.|\bDate\.now\(|new Date\(\)|Math\.random\(/.test(file.text),
    )
    expect(wrong.map(file => file.path)).toEqual([])
  })

  it('has no import cycle', () => {
    expect(findCycle(new Map(sources.map(file => [file.path, file.values])))).toEqual([])
  })

  it('has no hub file outside model and text', () => {
    const importers = new Map<string, number>()
    for (const file of sources) for (const to of new Set([...file.values, ...file.types])) importers.set(to, (importers.get(to) ?? 0) + 1)
    const hubs = [...importers].filter(([path, count]) => count > HUB_SHARE * sources.length && !['model', 'text'].includes(folderOf(path)))
    expect(hubs).toEqual([])
  })
})

describe('packs', () => {
  const files = readdirSync(join(root, 'packs'), {recursive: true, encoding: 'utf8'}).filter(name => name.endsWith('.yaml'))

  it('names a source in every file', () => {
    expect(files.filter(name => !/\bsource:/.test(readFileSync(join(root, 'packs', name), 'utf8')))).toEqual([])
  })

  it('names no actor in packs/talks and packs/cues', () => {
    const names = actorNames()
    const found = files
      .filter(name => /^(talks|cues)\//.test(name.replaceAll('\\', '/')))
      .flatMap(name => {
        const words = wordRuns(readFileSync(join(root, 'packs', name), 'utf8'))
        return names.filter(actor => words.has(actor)).map(actor => `${name}: ${actor}`)
      })
    expect(found).toEqual([])
  })

  it('keeps names of people, places and outlets out of string literals in src', () => {
    const names = actorNames()
    const found = sources.flatMap(file => {
      const literals = [...file.text.matchAll(/'([^'\n]{4,80})'/g)].map(match => match[1]!).join(' | ')
      const words = wordRuns(literals)
      return names.filter(name => words.has(name)).map(name => `${file.path}: ${name}`)
    })
    expect(found).toEqual([])
  })

  /** Capitalised names of the world pack that are no ordinary words, longest 3 words. */
  function actorNames(): string[] {
    const found = new Set<string>()
    const collect = (value: unknown, key: string): void => {
      if (Array.isArray(value)) for (const item of value) collect(item, key)
      else if (value && typeof value === 'object') for (const [name, item] of Object.entries(value)) collect(item, name)
      else if (
        typeof value === 'string' &&
        ['name', 'names', 'aliases', 'demonyms'].includes(key) &&
        /^\p{Lu}\p{L}{4,}( \p{Lu}\p{L}+){0,2}$/u.test(value)
      )
        found.add(value)
    }
    for (const name of files.filter(name => /actors|countries|outlets|seats/.test(name)))
      collect(parse(readFileSync(join(root, 'packs', name), 'utf8')), '')
    return [...found]
  }

  /** Every run of one to three words of a text. */
  function wordRuns(text: string): Set<string> {
    const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
    const runs = new Set<string>()
    for (let i = 0; i < words.length; i++) for (let length = 1; length <= 3; length++) runs.add(words.slice(i, i + length).join(' '))
    return runs
  }
})

/** The first cycle of an import graph, as a path; empty where there is none. */
function findCycle(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>()
  const open: string[] = []
  const visit = (path: string): string[] => {
    if (done.has(path)) return []
    const at = open.indexOf(path)
    if (at >= 0) return [...open.slice(at), path]
    open.push(path)
    for (const next of imports.get(path) ?? []) {
      const cycle = visit(next)
      if (cycle.length > 0) return cycle
    }
    open.pop()
    done.add(path)
    return []
  }
  for (const path of imports.keys()) {
    const cycle = visit(path)
    if (cycle.length > 0) return cycle
  }
  return []
}
