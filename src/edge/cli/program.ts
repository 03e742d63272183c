// The command line: every command with its options and examples. Commands load their code only when they run, so that --help is quick.
import {Command, InvalidArgumentError, Option} from 'commander'
import type {ViewName} from '../../brief/sheet.ts'
import {addInputOptions, addRecordOptions, parseJobs} from './inputs.ts'
import {chooseOwnPacks} from './own-packs.ts'
import {addRecordCommands} from './record-commands.ts'
import {addRulingCommands} from './ruling-commands.ts'
import {addWatchCommand} from './watch-command.ts'

export function buildProgram(version: string): Command {
  const program = new Command('parley')
    .description(
      'Turns the reporting on a negotiation into its record: who met whom, who said what through whom, what was agreed; every line cited.',
    )
    .version(version)
    .showHelpAfterError('(parley --help shows what can be done)')
    .addHelpText('after', EXAMPLES.parley)
    .exitOverride()
    .hook('preAction', (_, command) => chooseOwnPacks(command.opts()))

  addView(program, 'brief', 'briefing', 'one page: what happened, what is planned, who wants what, where reports differ')
  addView(program, 'timeline', 'timeline', 'what is told as past and what as planned, apart, by date')
  addView(program, 'positions', 'positions', 'who demands, offers and rejects what: a matrix with the age of each cell')
  addView(program, 'agreements', 'agreements', 'what was agreed, its state, and what is alleged and answered about its keeping')
  addView(program, 'quotes', 'quotes', 'each remark once, with its wordings and who carries it')
    .option('--by <name>', 'remarks of one speaker')
    .option('--about <words>', 'remarks that hold these words')
  addView(program, 'people', 'people', 'who is who, and why two spellings are one')
  addView(program, 'sources', 'sources', 'the reports: which share text with which, and by what signs')
  addView(program, 'conflicts', 'conflicts', 'where reports contradict each other')

  addRecordOptions(program.command('chain').argument('<id>', 'id of an entry, or its first letters (ids stand in --json)'))
    .description('everything behind one entry: sentences, speakers, origins, rules')
    .option('--json', 'as JSON')
    .addHelpText('after', EXAMPLES.chain)
    .action(async (id: string, inputs: string[], options) => (await import('./commands/view.ts')).runChain(id, inputs, options))

  addRecordOptions(program.command('export'))
    .description('the record for another program: the whole as JSON, a view as a table or a text, events, people, sources')
    .addOption(
      new Option('--format <format>', 'what to write')
        .choices(['json', 'csv', 'xlsx', 'markdown', 'html', 'docx', 'plover', 'ftm', 'timelinejs', 'graphml', 'bibtex', 'csl'])
        .default('json'),
    )
    .addOption(
      new Option('--view <view>', 'for csv and markdown: one view; with --out FOLDER all of them').choices([
        'briefing',
        'events',
        'timeline',
        'positions',
        'agreements',
        'quotes',
        'people',
        'sources',
        'conflicts',
      ]),
    )
    .option('--out <path>', 'a file; for csv and markdown without --view a folder')
    .option('--no-text', 'leave the texts out')
    .option('--cited-only', 'leave of each text only what the record cites, the rest blank: the rule with --public')
    .option('--whole-texts', 'with --public: carry the whole texts all the same')
    .addOption(new Option('--offsets <units>', 'for json: what offsets count').choices(['utf-16', 'code-points']).default('utf-16'))
    .addHelpText('after', EXAMPLES.export)
    .action(async (inputs: string[], options) => (await import('./commands/export.ts')).runExport(inputs, options))

  addRecordOptions(program.command('mcp'))
    .description('the record for programs that speak the Model Context Protocol, over standard input and output, read-only')
    .addHelpText('after', EXAMPLES.mcp)
    .action(async (inputs: string[], options) => (await import('./commands/mcp.ts')).runMcp(inputs, options))

  addInputOptions(program.command('read'))
    .description('documents one by one, without linking: what is found in each, or a line of JSON')
    .option('--json', 'one JSON line a document, in input order, as soon as it is done')
    .option('--tokens', 'with every word, its part of speech and its head')
    .option('--with-text', 'with the text that the offsets refer to')
    .addOption(new Option('--jobs <n>', 'threads to read with').argParser(parseJobs).default(1))
    .option('--resume <file>', 'go on with the JSON lines of a run that ended: what is in the file is left alone, the rest is appended')
    .option('--strict', 'end at the first document that cannot be read')
    .addHelpText('after', EXAMPLES.read)
    .action(async (inputs: string[], options) => (await import('./commands/read.ts')).runRead(inputs, options))

  addInputOptions(program.command('check'))
    .description('how each file is read: kind, encoding, language, date and where it comes from, outlet, flags, notes, counts')
    .addHelpText('after', EXAMPLES.check)
    .action(async (inputs: string[], options) => (await import('./commands/check.ts')).runCheck(inputs, options))

  program
    .command('pack')
    .description('the lexicons that people edit')
    .command('check')
    .argument('[folder]', 'a folder of packs; the one of this clone where none is named')
    .description('where a pack does not fit its schema: file, line and field')
    .action(async (folder: string | undefined) => (await import('./commands/pack.ts')).runPackCheck(folder))
  addRecordCommands(program)
  addRulingCommands(program)
  addWatchCommand(program)

  addServing(addRecordOptions(program.command('start')))
    .description('print the briefing (of the bundled example, where nothing is named) and serve it on this machine')
    .option('--no-serve', 'print only')
    .addHelpText('after', EXAMPLES.start)
    .action(async (inputs: string[], options) => (await import('./commands/start.ts')).runStart(inputs, options))

  addServing(addRecordOptions(program.command('serve')))
    .description('serve the record of the inputs, or of a record file, as a page and an API')
    .option('--host <address>', 'listen beyond this machine; needs --token-file')
    .option('--allow-network', 'let a reader of the page name an address to be fetched: public ones only, politely')
    .option('--token-file <file>', 'keep the token for changes here from one start to the next')
    .addHelpText('after', EXAMPLES.serve)
    .action(async (inputs: string[], options) => (await import('./commands/serve.ts')).runServe(inputs, options))

  // A wrong call of a command is helped by the help of that command.
  for (const command of program.commands) command.showHelpAfterError(`(parley ${command.name()} --help shows how it is called)`)
  return program
}

const addServing = (command: Command): Command =>
  command.addOption(
    new Option('--port <port>', 'port at 127.0.0.1; another is taken where it is in use').argParser(parsePort).default(DEFAULT_PORT),
  )

const DEFAULT_PORT = 7411

function addView(program: Command, name: string, view: Exclude<ViewName, 'chain' | 'since'>, description: string): Command {
  return addRecordOptions(program.command(name))
    .description(description)
    .option('--json', 'as JSON, with every citation')
    .addHelpText('after', `\nExamples:\n  $ parley ${name} examples/sellen-strait\n  $ parley ${name} --json reports/*.txt`)
    .action(async (inputs: string[], options) => (await import('./commands/view.ts')).runView(view, inputs, options))
}

function parsePort(value: string): number {
  const port = Number(value)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError(`"${value}" is no port: write 7411.`)
  return port
}

const EXAMPLES = {
  parley: `
Examples:
  $ parley start                               the bundled example, on paper and at 127.0.0.1
  $ parley brief reports/ --published 2031-03-04
  $ parley export --format json reports/ > record.json
Exit status: 0 every input was read, 1 one or more was not, 2 wrong call.`,
  chain: `
Examples:
  $ parley brief --json reports/ | jq -r '.sections[].lines[] | [.id, .text] | @tsv'
  $ parley chain 3fa9 reports/`,
  export: `
Examples:
  $ parley export --format json reports/ > record.json
  $ parley export --no-text reports/ | jq '.events[] | {time, label}'
  $ parley export --public --record strait.parley > to-share.json    cited sentences, no internal report
  $ parley export --offsets code-points reports/ > record.json  for Python and R
  $ parley export --format html reports/ --out record.html      one file that opens from disk
  $ parley export --format docx reports/ --out briefing.docx
  $ parley export --format csv reports/ --out tables/           or --view positions, to standard output
  $ parley export --format plover reports/                      ftm, timelinejs, graphml, bibtex, csl`,
  mcp: `
Examples:
  $ parley mcp reports/
  {"mcpServers": {"parley": {"command": "npx", "args": ["parley", "mcp", "/path/to/reports"]}}}`,
  read: `
Examples:
  $ parley read report.txt --published 2031-03-04
  $ parley read --json --with-text reports/ > readings.jsonl
  $ parley read --json --jobs 4 --resume readings.jsonl crawl.warc.gz   run it again after a break: it goes on
  $ producer | parley read --json | consumer     JSON lines {"id","text",...} in, one line each out`,
  check: `
Examples:
  $ parley check report.pdf page.html
  $ parley check reports/ --published 2031-03-04`,
  serve: `
Examples:
  $ parley serve reports/
  $ parley serve --record talks.parley
  $ parley serve --record talks.parley --host 0.0.0.0 --token-file talks.token`,
  start: `
Examples:
  $ parley start
  $ parley start reports/ --port 8080
  $ parley start --no-serve`,
} as const
