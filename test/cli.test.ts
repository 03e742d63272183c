// The command as a user meets it: data on standard output, the rest on standard error, exit statuses 0, 1 and 2, quiet on a closed pipe.
import {execFileSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {typeset} from '../src/brief/typeset.ts'
import {VIEWS} from '../src/brief/views.ts'
import {parseSize} from '../src/edge/cli/inputs.ts'
import {harmless} from '../src/edge/cli/output.ts'
import {buildProgram} from '../src/edge/cli/program.ts'
import {packagePath} from '../src/edge/files/root.ts'
import type {RecordFile} from '../src/model/record.ts'
import {VERSION} from '../src/parley.ts'
import {exportOf, parley, parleyHere} from './command.ts'

const example = packagePath('examples', 'sellen-strait')
const small = join(example, '09-courier-exchange.txt')
const command = packagePath('dist', 'src', 'edge', 'cli', 'parley.js')
/** Lines of the example's briefing: what fits on a page in two columns. */
const PAGE = 105

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-cli-'))
  writeFileSync(join(folder, 'good.txt'), 'Marenia and Orvia signed a truce in Aldersund on Thursday, Lysgaard said.\n')
  writeFileSync(join(folder, 'empty.txt'), '')
  writeFileSync(join(folder, 'hostile.txt'), 'Orvia said \u001b[31mno\u001b[0m to the plan on Monday, and nobody was surprised by it.\n')
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))

const lines = (text: string): Record<string, unknown>[] =>
  text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))

describe('parley read --json', () => {
  it('prints one line a document in input order, and an error line for what it cannot read', async () => {
    const {status, stdout} = await parleyHere(['read', '--json', join(folder, 'empty.txt'), join(folder, 'good.txt')])
    expect(status).toBe(1)
    const [empty, good] = lines(stdout)
    expect(empty).toMatchObject({schema: 'parley/reading@1', error: {code: 'ingest/empty'}})
    expect(good).toMatchObject({schema: 'parley/reading@1', file: join(folder, 'good.txt')})
  })

  it('is a filter of JSON lines', () => {
    const input = ['a', 'b', 'c']
      .map(id => JSON.stringify({id, text: `Marenia met Orvia in Aldersund on Monday. ${id}`, published: '2031-03-04'}))
      .join('\n')
    const {status, stdout, stderr} = parley(['read', '--json', '--with-text', '-'], input)
    expect(status).toBe(0)
    expect(stderr).toBe('')
    expect(lines(stdout).map(line => [line['id'], String(line['text']).at(-1)])).toEqual([
      ['a', 'a'],
      ['b', 'b'],
      ['c', 'c'],
    ])
  })

  it('gives the same lines on several threads', async () => {
    const files = [join(folder, 'good.txt'), join(folder, 'hostile.txt'), join(folder, 'good.txt')]
    expect(parley(['read', '--json', '--jobs', '2', ...files]).stdout).toBe((await parleyHere(['read', '--json', ...files])).stdout)
  })

  it('starts to print before its input ends', () => {
    const seen = `${folder}.seen`
    const input = `printf '{"id":"first","text":"Marenia met Orvia on Monday."}\\n'; until [ -e "${seen}" ]; do sleep 0.1; done`
    const script = `(${input}) | "${process.execPath}" "${command}" read --json - | (head -n 1; touch "${seen}")`
    expect(execFileSync('bash', ['-c', script], {encoding: 'utf8', timeout: 60_000})).toContain('"first"')
  })

  it('ends quietly when nobody reads on', () => {
    const script = `set -o pipefail; ("${process.execPath}" "${command}" read --json --with-text --tokens "${example}" | head -c 10 > /dev/null; echo "status $?") 2>&1`
    expect(execFileSync('bash', ['-c', script], {encoding: 'utf8'})).toBe('status 0\n')
  })

  it('keeps all that it was given, though nobody reads on', async () => {
    const kept = join(folder, 'unheard.parley')
    const script = `"${process.execPath}" "${command}" add --record "${kept}" "${example}" 2>/dev/null | head -n 1`
    execFileSync('bash', ['-c', script], {encoding: 'utf8'})
    expect((await parleyHere(['status', '--record', kept])).stdout).toContain('12 reports')
  })

  it('lets no control character of a text reach the terminal', async () => {
    const {stdout} = await parleyHere(['read', join(folder, 'hostile.txt')])
    expect(stdout).not.toContain('\u001b')
  })
})

describe('parley check', () => {
  it('tells how each file was read and why one was not', async () => {
    const {status, stdout} = await parleyHere(['check', join(folder, 'empty.txt'), join(folder, 'good.txt')])
    expect(status).toBe(1)
    expect(stdout).toContain('there is no text in it (ingest/empty)')
    expect(stdout).toMatch(/read as +text, utf-8\n +language +English\n +published +unknown/)
    expect(stdout).toMatch(/found +\d+ characters, 1 sentence,/)
  })
})

describe('wrong calls', () => {
  it.each([
    ['an unknown command', ['frobnicate']],
    ['a date that does not exist', ['read', '--json', '--published', '2031-02-30', example]],
    ['a date in words', ['brief', '--published', 'yesterday', example]],
    ['a size without sense', ['read', '--max-doc', 'huge', example]],
    ['an unknown format', ['export', '--format', 'xml', example]],
    ['a judgement file that is not there', ['export', '--judgements', '/nowhere/judgements.jsonl', example]],
    ['a chain of an unknown entry', ['chain', 'zzzz', small]],
  ])('%s ends with 2, a reason and nothing on standard output', async (_, args) => {
    const {status, stdout, stderr} = await parleyHere(args)
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr.trim()).not.toBe('')
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  it('names file and line of a bad judgement', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'parley-judgements-'))
    const file = join(elsewhere, 'judgements.jsonl')
    writeFileSync(file, '\n{"id":"j","kind":"marry","of":["a"]}\n')
    expect((await parleyHere(['export', '--judgements', file, example])).stderr).toContain('judgements.jsonl:2: kind')
  })
})

describe('the views', () => {
  // One run of the command shows that it prints what the view writes; the others are set from the same record without a process each.
  it('are printed in 80 columns without colour, and as JSON', async () => {
    const [text, json] = [parley(['brief', example]).stdout, (await parleyHere(['brief', '--json', example])).stdout]
    const sheet = VIEWS.briefing(JSON.parse(await exportOf(example)) as RecordFile)
    expect(JSON.parse(json)).toEqual(sheet)
    expect(text).toBe(typeset(sheet, 80))
  }, 120_000)

  it.each(Object.keys(VIEWS) as (keyof typeof VIEWS)[])('%s is set in 80 columns without colour', async view => {
    const text = typeset(VIEWS[view](JSON.parse(await exportOf(example)) as RecordFile), 80)
    expect(text).not.toContain('\u001b')
    // An address longer than the line stays whole, so that it can be opened.
    expect(text.split('\n').filter(line => [...line].length > 80 && line.trim().includes(' '))).toEqual([])
  })

  it('brief is about one page', async () => {
    const text = typeset(VIEWS.briefing(JSON.parse(await exportOf(example)) as RecordFile), 80)
    expect(text.split('\n').length).toBeLessThanOrEqual(PAGE)
  })

  it('tell what was not read and end with 1', async () => {
    const {status, stdout, stderr} = await parleyHere(['brief', folder])
    expect(status).toBe(1)
    expect(stdout).toContain('1 not read: empty')
    expect(stderr).toContain('ingest/empty')
  })
})

describe('help and version', () => {
  it('shows examples and every command', () => {
    const {status, stdout} = parley(['--help'])
    expect(status).toBe(0)
    for (const name of [
      'read',
      'brief',
      'timeline',
      'positions',
      'agreements',
      'quotes',
      'people',
      'sources',
      'conflicts',
      'chain',
      'export',
      'check',
      'start',
    ])
      expect(stdout).toContain(name)
    expect(stdout).toContain('Examples:')
  })

  it('tells of every command what it does, with what options, and names the help of a command that was called wrongly', async () => {
    for (const command of buildProgram(VERSION).commands.filter(({commands}) => commands.length === 0)) {
      expect([command.name(), command.description()]).toEqual([command.name(), expect.stringMatching(/\w{3}/)])
      for (const option of command.options) expect([command.name(), option.flags, option.description]).not.toContain('')
      const {status, stdout} = await parleyHere([command.name(), '--help'])
      expect([status, stdout]).toEqual([0, expect.stringContaining(`Usage: parley ${command.name()}`)])
    }
    const {status, stderr} = await parleyHere(['find'])
    expect([status, stderr]).toEqual([2, expect.stringContaining('parley find --help')])
  })

  it('says in words that a file is not there', async () => {
    const {status, stderr} = await parleyHere(['read', '--json', '/nowhere/a.txt'])
    expect([status, stderr]).toEqual([1, ''])
    expect((await parleyHere(['verify', '/nowhere/record.json'])).stderr).toContain('there is no such file or folder')
  })

  it('knows its version', () => expect(parley(['--version']).stdout.trim()).toBe(VERSION))
})

describe('small parts', () => {
  it('reads sizes', () => {
    expect(parseSize('5MB')).toBe(5_000_000)
    expect(parseSize('1200')).toBe(1200)
  })

  it('shows control characters as pictures', () => expect(harmless('a\u001b[2Jb\u0007\tc\n')).toBe('a␛[2Jb␇\tc\n'))
})
