// The codebook: every value and field of the record with its meaning, and beside it a sentence and the line it gives, taken from the cases that
// people have signed. Markdown, for a coder who fills in a sheet and for whoever reads the exports.

import {FIELDS, type FieldGroup} from './fields.ts'
import {CODED_VALUES, OTHER_VALUES, type ValueGroup} from './values.ts'

/** A text of the cases and the signed line that shows a value. */
export interface Example {
  readonly text: string
  readonly line: string
}

export interface CodebookParts {
  readonly version: string
  /** By part of a line and value: `kind meeting`, `stance rejects`. */
  readonly examples: Readonly<Record<string, Example>>
  readonly issues: readonly {readonly id: string; readonly label: string; readonly parent?: string | null}[]
}

export function writeCodebook({version, examples, issues}: CodebookParts): string {
  return `${[
    `# Codebook of Parley ${version}`,
    ...OPENING,
    '## Values that a line takes',
    ...CODED_VALUES.flatMap(group => setValues(group, examples)),
    '### Issues',
    'In `issues` and `issue`. A project may bring its own.',
    issues.map(({id, label, parent}) => `- **${id}**: ${label}${parent ? ` (part of ${parent})` : ''}`).join('\n'),
    '## Values around the lines',
    ...OTHER_VALUES.flatMap(group => setValues(group, examples)),
    '## Fields of the record',
    'As `parley export --format json` writes it. Times are EDTF (ISO 8601-2); an unknown value is null, never a guess.',
    ...FIELDS.flatMap(setFields),
  ].join('\n\n')}\n`
}

const OPENING: readonly string[] = [
  'One line of the record is one thing that the reports say: something that happened or is to happen (event), what somebody wants (position), what was ' +
    'agreed (agreement), how it is said to be going (assessment). Two axes are never mixed: the *status* says what is said of the world, the *assertion* ' +
    'how the report says it.',
  '## How to code a sheet',
  '`parley sample --n 200 --seed 1 … > sheet.csv` draws the lines. Code each by its own sentence, without looking at the other lines:',
  [
    '- **y** in the column *right*: the sentence says this. Kind, status or stance, and everybody who takes part are right, and nobody is named who does not.',
    '- **n**: one of these is wrong, or the sentence says no such thing. A line that is true by another report, and not by its own sentence, is n.',
    '- A date or place that is missing is no fault; one that is wrong is.',
    '- Leave the cell empty where you cannot tell, and say why under *note*: empty lines are not counted.',
  ].join('\n'),
  '`parley sample --filled sheet.csv` then tells how many are right, by kind, with the 95 % interval (Wilson). Two coders with a sheet each show where this book is unclear.',
  'Under a value stands a text and the line that it gives, from the cases that people have signed; a value that no signed case shows has its meaning only.',
]

function setValues({heading, field, shown, meanings}: ValueGroup, examples: CodebookParts['examples']): string[] {
  const items = Object.entries(meanings).map(([value, meaning]) => {
    const example = shown === null ? undefined : examples[`${shown} ${value}`]
    const shows = example === undefined ? '' : `\n  > ${inLine(example.text)}\n  >\n  > → ${asCode(example.line)}`
    return `- **${value}**: ${meaning}${shows}`
  })
  return [`### ${heading}`, `In \`${field}\`.`, items.join('\n')]
}

const setFields = ({heading, at, fields}: FieldGroup): string[] => [
  `### ${heading}`,
  `In \`${at}\`.`,
  Object.entries(fields)
    .map(([name, meaning]) => `- **${name}**: ${meaning}`)
    .join('\n'),
]

const inLine = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_<|[\]]/g, '\\$&')

const asCode = (line: string): string => `\`${line.replaceAll('`', "'")}\``
