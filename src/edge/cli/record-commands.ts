// The commands over a record file: adding reports, asking how it stands, searching, forgetting, re-reading, copying.
import {Argument, type Command, InvalidArgumentError, Option} from 'commander'
import {addInputOptions, addRecordFile, addRecordOptions, parseDate, parseJobs} from './inputs.ts'

export function addRecordCommands(program: Command): void {
  addRecordFile(addInputOptions(program.command('add')))
    .description('read reports and keep them in a record file; what is there already is left alone')
    .option('--json', 'one JSON line for each report, as soon as it is on the disk')
    .addOption(new Option('--jobs <n>', 'threads to read with').argParser(parseJobs).default(1))
    .addHelpText('after', EXAMPLES.add)
    .action(async (inputs: string[], options) => (await import('./commands/add.ts')).runAdd(inputs, options))

  addRecordFile(program.command('status'))
    .description('what a record holds, and what is to be done about it')
    .option('--json', 'as JSON')
    .action(async options => (await import('./commands/record.ts')).runStatus(options))

  addRecordOptions(program.command('find').argument('<words>', 'words, "phrases", OR, -word, and fields'))
    .description('sentences and entries that hold words, or are about somebody, an issue, a day')
    .addOption(new Option('--limit <n>', 'at most so many').argParser(parseCount).default(20))
    .addOption(new Option('--offset <n>', 'the first to show').argParser(parseCount).default(0))
    .option('--json', 'as JSON')
    .addHelpText('after', EXAMPLES.find)
    .action(async (words: string, inputs: string[], options) => (await import('./commands/find.ts')).runFind(words, inputs, options))

  addRecordOptions(program.command('since').addArgument(new Argument('<day>', 'YYYY-MM-DD').argParser(parseDate)))
    .description('what changed since a day: new events, plans held or passed, positions moved, breaches, corrections, origins, conflicts')
    .option('--json', 'as JSON, with every citation')
    .addHelpText('after', EXAMPLES.since)
    .action(async (day: string, inputs: string[], options) => (await import('./commands/view.ts')).runSince(day, inputs, options))

  addRecordFile(program.command('claim').argument('[sentence-and-inputs...]', 'the sentence, then files or folders (or --record)'))
    .description('put a sentence or a draft to the record: carried by, in conflict with, or not found; never true or false')
    .option('--file <draft>', 'each sentence of a draft; it never enters the record')
    .addOption(new Option('--published <date>', 'date of the draft, for "on Friday"').argParser(parseDate))
    .option('--judgements <file>', "people's yes and no, as JSON lines")
    .option('--json', 'as JSON')
    .addHelpText('after', EXAMPLES.claim)
    .action(async (given: string[], options) => (await import('./commands/claim.ts')).runClaim(given, options))

  addRecordOptions(program.command('sample'))
    .description('a coding sheet of random lines as CSV; filled in, how many of them are right, with the interval')
    .addOption(new Option('--n <n>', 'so many lines').argParser(parseCount).default(200))
    .addOption(new Option('--seed <n>', 'another number draws other lines').argParser(parseCount).default(1))
    .option('--filled <sheet>', 'a sheet with y or n in the column "right"')
    .addHelpText('after', EXAMPLES.sample)
    .action(async (inputs: string[], options) => (await import('./commands/sample.ts')).runSample(inputs, options))

  program
    .command('codebook')
    .description('what every kind, status, stance and field means, with a signed example each; how to code a sheet')
    .addHelpText('after', EXAMPLES.codebook)
    .action(async () => (await import('./commands/codebook.ts')).runCodebook())

  addInputOptions(program.command('verify').argument('<record>', 'a record file in JSON, with or without texts'))
    .description("a shared record against one's own copies of the reports: every citation letter by letter")
    .addHelpText('after', EXAMPLES.verify)
    .action(async (record: string, inputs: string[], options) => (await import('./commands/verify.ts')).runVerify(record, inputs, options))

  addRecordFile(program.command('forget').argument('<reports...>', 'ids, first letters of ids, files or addresses'))
    .description('remove reports for good: every line, index entry and copy in the record, and the fetched bytes that brought them')
    .option('--archive <folders...>', 'folders of fetched bytes (WARC), besides those that "watch --record" keeps')
    .addHelpText('after', EXAMPLES.forget)
    .action(async (reports: string[], options) => (await import('./commands/record.ts')).runForget(reports, options))

  addRecordFile(program.command('reread'))
    .description('read again what an older version of the program or of its packs has read; rulings are kept')
    .action(async options => (await import('./commands/record.ts')).runReread(options))

  addRecordFile(program.command('backup').argument('<file>', 'a new file'))
    .description('copy a record whole, also while it is being written')
    .action(async (file: string, options) => (await import('./commands/record.ts')).runBackup(file, options))
}

function parseCount(value: string): number {
  const count = Number(value)
  if (!Number.isInteger(count) || count < 0 || count > 1_000_000) throw new InvalidArgumentError(`"${value}" is no number: write 20.`)
  return count
}

const EXAMPLES = {
  add: `
Examples:
  $ parley add --record strait.parley reports/
  $ PARLEY_RECORD=strait.parley parley add today/*.html --published 2031-03-04
  $ producer | parley add --record strait.parley --json -
  $ parley add --jobs 4 --record strait.parley archive.warc.gz
  $ parley brief --record strait.parley`,
  sample: `
Examples:
  $ parley sample --n 200 --seed 1 --record strait.parley > sheet.csv
  $ parley sample --filled sheet.csv
How to code it, and what every kind and status means: parley codebook`,
  forget: `
Examples:
  $ parley forget reports/leak.txt --record strait.parley
  $ parley forget https://herald.example/1 --record strait.parley --archive parley-watch/`,
  codebook: `
Examples:
  $ parley codebook > codebook.md`,
  verify: `
Examples:
  $ parley export --no-text reports/ > record.json
  $ parley verify record.json my-copies/`,
  since: `
Examples:
  $ parley since 2031-03-15 --record strait.parley
  $ parley since 2031-03-15 reports/ --json`,
  claim: `
Examples:
  $ parley claim 'Korrell and Solmin met in Aldersund on 2 March.' --record strait.parley
  $ parley claim --file draft.md --published 2031-03-20 reports/
  $ parley claim --file draft.md --json --record strait.parley | jq '.sentences[] | {text, outcome}'`,
  find: `
Examples:
  $ parley find '"joint inquiry" -navy' --record strait.parley
  $ parley find 'truce OR ceasefire person:Korrell from:2031-03-10' reports/
  $ parley find 'status:planned issue:prisoners origins:2' --record strait.parley
Fields: person: issue: outlet: status: from: to: origins: (so many independent origins at least)`,
} as const
