// The commands over a record file: adding reports, asking how it stands, searching, forgetting, re-reading, copying.
import {type Command, InvalidArgumentError, Option} from 'commander'
import {addInputOptions, addRecordFile, addRecordOptions} from './inputs.ts'

export function addRecordCommands(program: Command): void {
  addRecordFile(addInputOptions(program.command('add')))
    .description('read reports and keep them in a record file; what is there already is left alone')
    .option('--json', 'one JSON line for each report, as soon as it is on the disk')
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

  addRecordFile(program.command('forget').argument('<reports...>', 'ids, first letters of ids, files or addresses'))
    .description('remove reports for good, with every line, index entry and copy of them in the record')
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
  $ parley brief --record strait.parley`,
  find: `
Examples:
  $ parley find '"joint inquiry" -navy' --record strait.parley
  $ parley find 'truce OR ceasefire person:Korrell from:2031-03-10' reports/
  $ parley find 'status:planned issue:prisoners origins:2' --record strait.parley
Fields: person: issue: outlet: status: from: to: origins: (so many independent origins at least)`,
} as const
