// `parley names`: are these two spellings one name? A debug command, not in the help page: pairs as JSON lines in, the same with a score and its reasons out.
import {createInterface} from 'node:readline'
import type {Command} from 'commander'
import {scoreNames} from '../../../text/names/score.ts'
import {loadPacks} from '../../files/packs.ts'

/** Adds the hidden command to the program. */
export function registerNames(program: Command): void {
  program
    .command('names', {hidden: true})
    .description('score pairs of names: reads {"a","b"} lines, prints each with its score and because')
    .option('--json', 'as JSON lines')
    .action(async (options: {json?: true}) => runNames(options.json === true ? writeJson : writeWords))
}

type Scored = {a: string; b: string; score: number; because: readonly string[]}

async function runNames(write: (scored: Scored) => string): Promise<void> {
  const pack = loadPacks().names
  let number = 0
  for await (const line of createInterface({input: process.stdin})) {
    number++
    if (line.trim() === '') continue
    const pair = readPair(line)
    if (!pair) {
      process.stderr.write(`parley names: line ${number} is not {"a": "…", "b": "…"}\n`)
      process.exitCode = 2
      return
    }
    process.stdout.write(`${write({...pair, ...scoreNames(pair.a, pair.b, pack)})}\n`)
  }
}

function readPair(line: string): {a: string; b: string} | null {
  try {
    const {a, b} = JSON.parse(line) as {a?: unknown; b?: unknown}
    return typeof a === 'string' && typeof b === 'string' ? {a, b} : null
  } catch {
    return null
  }
}

const writeJson = (scored: Scored): string => JSON.stringify(scored)

const writeWords = ({a, b, score, because}: Scored): string => `${score.toFixed(3)}  ${a} | ${b}  ${because.join('; ')}`
