// Examples for the codebook, out of the cases that people have signed: for each value a text that shows it and little else, the shortest of equals.
import {readFileSync} from 'node:fs'
import type {Example} from '../../src/brief/codebook/codebook.ts'
import {parseCaseFile} from '../cases/file.ts'
import {caseFiles} from '../cases/find.ts'

/** Longer texts are cases on something else. */
const MOST_UNITS = 260

export function findExamples(): Record<string, Example> {
  const found: Record<string, Example & {readonly weight: number}> = {}
  for (const path of caseFiles()) {
    for (const {text, expected} of parseCaseFile(readFileSync(path, 'utf8'), path).cases) {
      if (text.length > MOST_UNITS) continue
      for (const {mark, line} of expected) {
        if (mark !== 'plain') continue
        for (const key of shownBy(line)) {
          const weight = text.length + EACH_OTHER_LINE * (expected.length - 1) + (isUsual(key, line) ? 0 : UNUSUAL)
          if (weight < (found[key]?.weight ?? Number.POSITIVE_INFINITY)) found[key] = {text, line, weight}
        }
      }
    }
  }
  return Object.fromEntries(Object.entries(found).map(([key, {text, line}]) => [key, {text, line}]))
}

/** In letters: a text with another line beside the one that is shown may be so much shorter. */
const EACH_OTHER_LINE = 25
const UNUSUAL = 120

/** A kind is seen best where it took place, told as news, and everything best where somebody is named. */
const isUsual = (key: string, line: string): boolean =>
  !line.includes(' : - ') && (!key.startsWith('kind ') || (line.includes(' held : ') && !key.endsWith('other')))

/** What a line in the notation (src/text/notation.ts) shows, as `part value`. */
function shownBy(line: string): string[] {
  const assertion = /\[(narrated|attributed|quoted|denied|unconfirmed|speculated|unclear)(?:, ([a-z-]+))?\]$/.exec(line)
  const said = assertion === null ? [] : [`assertion ${assertion[1]}`]
  const breach = /^violation (own|alleged|unclear) : by /.exec(line)
  if (breach !== null) return [`breach ${breach[1]}`, ...said]
  const agreement = /^agreement ([a-z-]+) : .*“/.exec(line)
  if (agreement !== null) return [`state ${agreement[1]}`, ...said]
  const assessment = /^assessment ([a-z]+) : /.exec(line)
  if (assessment !== null) return [`direction ${assessment[1]}`]
  if (assertion !== null && assertion[2] !== undefined) {
    const stance = / ([a-z-]+) [a-z-]+ : “/.exec(line)
    return stance === null ? [] : [`stance ${stance[1]}`, `account ${assertion[2]}`, ...said]
  }
  const event = /^([a-z]+) ([a-z-]+)(?: background)? : /.exec(line)
  if (event !== null && assertion !== null) return [`kind ${event[1]}`, `status ${event[2]}`, ...said]
  const mention = /^[^@:]+ = ([a-z-]+) /.exec(line)
  if (mention !== null) return [`type ${mention[1]}`]
  const attribution = /^[^=@]+ : (?:(negated|conditional) )?(?:([a-z]+) )?[“"]/.exec(line)
  if (attribution !== null) return [`polarity ${attribution[1] ?? 'positive'}`, `act ${attribution[2] ?? 'say'}`]
  return []
}
