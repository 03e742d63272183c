// The command line: every command with its options and examples. Commands load their code only when they run, so that --help is quick.
import {Command, Option} from 'commander'
import {VERSION} from '../../parley.ts'
import {addInputOptions, parseJobs} from './inputs.ts'

export function buildProgram(): Command {
  const program = new Command('parley')
    .description('Turns the reporting on a negotiation into its record, every line cited.')
    .version(VERSION)
    .showHelpAfterError('(parley --help shows what can be done)')
    .exitOverride()

  addInputOptions(program.command('read'))
    .description('read documents one by one: a line of JSON each, or what was found in them')
    .option('--json', 'one JSON line a document, in input order')
    .option('--tokens', 'with every word, its part of speech and its head')
    .option('--with-text', 'with the text that the offsets refer to')
    .addOption(new Option('--jobs <n>', 'threads to read with').argParser(parseJobs).default(1))
    .addHelpText('after', EXAMPLES.read)
    .action(async (inputs: string[], options) => (await import('./commands/read.ts')).runRead(inputs, options))

  addInputOptions(program.command('export'))
    .description('link the documents and print the whole record')
    .addOption(new Option('--format <format>', 'format of the record').choices(['json']).default('json'))
    .option('--no-text', 'leave the texts out of the record')
    .option('--judgements <file>', "people's yes and no, as JSON lines")
    .addHelpText('after', EXAMPLES.export)
    .action(async (inputs: string[], options) => (await import('./commands/export.ts')).runExport(inputs, options))

  return program
}

const EXAMPLES = {
  read: `
Examples:
  $ parley read report.txt --published 2031-03-04
  $ parley read --json --with-text reports/ > readings.jsonl
  $ producer | parley read --json | consumer     (JSON lines {"id","text",...} in, one line each out)`,
  export: `
Examples:
  $ parley export --format json reports/ > record.json
  $ parley export --no-text reports/ | jq '.events[] | {time, label}'`,
} as const
