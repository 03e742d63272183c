// The commands with which people overrule the program: one line each, kept beside the record and taken back by one more line.
import type {Command} from 'commander'
import {addRecordOptions} from './inputs.ts'

export function addRulingCommands(program: Command): void {
  ruling(program, 'merge <names...>', 'two names, reports or entries are one', EXAMPLES.merge).action(async (names: string[], options) =>
    (await import('./commands/rule.ts')).runMerge(names, options),
  )
  ruling(program, 'split <names...>', 'two names or reports are not one; claims do not belong to their entry', EXAMPLES.split).action(
    async (names: string[], options) => (await import('./commands/rule.ts')).runSplit(names, options),
  )
  ruling(program, 'confirm <ids...>', 'entries or claims are right').action(async (ids: string[], options) =>
    (await import('./commands/rule.ts')).runYesNo('confirm', ids, options),
  )
  ruling(program, 'dismiss <ids...>', 'entries or claims are wrong: they leave the record').action(async (ids: string[], options) =>
    (await import('./commands/rule.ts')).runYesNo('dismiss', ids, options),
  )
  ruling(program, 'set <id> <corrections...>', 'correct fields of an entry, as field=value', EXAMPLES.set).action(
    async (id: string, corrections: string[], options) => (await import('./commands/rule.ts')).runSet(id, corrections, options),
  )
  ruling(
    program,
    'add-line <stretch> <kind> [status]',
    'a line that the program missed: report:start-end, its kind and status',
    EXAMPLES.addLine,
  ).action(async (stretch: string, kind: string, status: string | undefined, options) =>
    (await import('./commands/rule.ts')).runAddLine(stretch, kind, status ?? null, options),
  )
  ruling(program, 'undo [id]', 'take back a ruling, the last one where none is named').action(async (id: string | undefined, options) =>
    (await import('./commands/rule.ts')).runUndo(id ?? null, options),
  )
  ruling(program, 'judge [sheet]', 'take in a CSV sheet of rulings, or print all rulings as one', EXAMPLES.judge).action(
    async (sheet: string | undefined, options) => (await import('./commands/judge.ts')).runJudge(sheet ?? null, options),
  )
  ruling(program, 'review', 'step through lines that need a look: y right, n wrong, e edit, s skip, q end', EXAMPLES.review)
    .option('--kind <kind>', 'only events, positions or agreements')
    .action(async options => (await import('./commands/review.ts')).runReview(options))

  addRecordOptions(program.command('show').argument('<id>', 'id of a claim or an entry, also of an earlier state of the record'))
    .description('the entry that now holds a claim, with everything behind it')
    .option('--json', 'as JSON')
    .action(async (id: string, inputs: string[], options) => (await import('./commands/view.ts')).runShow(id, inputs, options))
}

/** Rulings go to the record, or with --on INPUTS to a file of JSON lines. */
function ruling(program: Command, name: string, description: string, examples = ''): Command {
  return program
    .command(name)
    .description(description)
    .option('--record <file>', 'the record that is ruled on (or PARLEY_RECORD)')
    .option('--on <inputs...>', 'files and folders instead of a record; rulings are then kept in --judgements FILE')
    .option('--judgements <file>', 'JSON lines of rulings, read first and appended to')
    .option('--why <reason>', 'the reason, kept with the ruling')
    .option('--who <name>', 'who rules (else PARLEY_WHO or the name of the account)')
    .addHelpText('after', examples)
}

const EXAMPLES = {
  merge: `
Examples:
  $ parley merge 'Witkov' 'Witkoff' --why 'one envoy, misspelt' --record strait.parley
  $ parley merge 3fa9 77b1 --on reports/ --judgements rulings.jsonl`,
  split: `
Examples:
  $ parley split 'Ivan Orlo' 'Ivan Orlov' --record strait.parley
  $ parley split 9c21 --record strait.parley        the claim 9c21 is no part of the entry that holds it`,
  set: `
Examples:
  $ parley set 3fa9 time=2031-03-14 --why 'the ferry log' --record strait.parley
  $ parley set 3fa9 status=held place='Port Tallin' --record strait.parley`,
  addLine: `
Examples:
  $ parley add-line 4:120-188 meeting held --record strait.parley     report 4 of the briefing, characters 120 to 188
  $ parley add-line '4:the two envoys met again' meeting held --record strait.parley`,
  judge: `
Examples:
  $ parley judge --record strait.parley > rulings.csv
  $ parley judge rulings.csv --record strait.parley`,
  review: `
Examples:
  $ parley review --record strait.parley
  $ printf 'y\\nn\\nq\\n' | parley review --record strait.parley`,
} as const
