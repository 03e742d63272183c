// Measures the shipped reader on the blind set (DESIGN, rule 11): per kind of line how often the program is right and how much it finds.
// `node dist/script/blind.js [--right] [--wrong] [--missed]` also prints the lines behind the figures. No rule may be changed for what is seen there.
// With `--coded` it measures the reports to develop on (cases/coded) instead; `--odd` or `--even` takes half of a set by number.
import {loadEngineFiles} from '../src/edge/files/engine.ts'
import {loadPacks} from '../src/edge/files/packs.ts'
import {readSources} from '../src/edge/files/sources.ts'
import type {Claim} from '../src/model/claim.ts'
import type {ReadDocument} from '../src/model/reading.ts'
import {read} from '../src/parley.ts'
import {type CodedCase, type Coding, codedCases, halfOf} from './blind/coding.ts'
import {type Coded, type Fault, judgeClaim} from './blind/match.ts'
import {codedKind, countOf, FIRM_LINES, FIRM_PRECISION, HEAD, isFirm, kindOf, rowOf, sumOf, type Tally} from './blind/tally.ts'

const showsRight = process.argv.includes('--right')
const showsWrong = process.argv.includes('--wrong')
const showsMissed = process.argv.includes('--missed')
const reader = {packs: loadPacks(), engine: loadEngineFiles()}
const tally: Tally = new Map()
const faults = new Map<Fault, number>()
const cases = chosenCases()
let documents = 0

for await (const source of readSources(
  cases.map(({report}) => report),
  {packs: reader.packs},
)) {
  const one = cases[documents]!
  documents += 1
  if ('refused' in source) throw new Error(`${one.slug}: ${source.code} ${source.message}`)
  measure(one.slug, one.coding, read(source, reader))
}

const byName = [...tally].sort(([a, x], [b, y]) => y.said - x.said || (a < b ? -1 : 1))
console.log(`${documents} reports\n${HEAD}`)
for (const [kind, count] of byName) console.log(rowOf(kind, count))
console.log(rowOf('all', sumOf(tally)))
const ordered = [...faults].sort(([, a], [, b]) => b - a).map(([fault, count]) => `${fault} ${count}`)
console.log(`\nnot right, by what failed: ${ordered.join(', ')}`)
const firm = byName.filter(([, count]) => isFirm(count)).map(([kind]) => kind)
console.log(`firm (${FIRM_LINES} lines or more, precision ${FIRM_PRECISION} or more): ${firm.join(', ') || 'none'}`)

function chosenCases(): CodedCase[] {
  const all = codedCases(process.argv.includes('--coded') ? 'coded' : 'blind')
  if (process.argv.includes('--odd')) return halfOf(all, 'odd')
  return process.argv.includes('--even') ? halfOf(all, 'even') : all
}

function measure(slug: string, coding: Coding, document: ReadDocument): void {
  const found = new Set<Coded>()
  for (const claim of document.claims) {
    const count = countOf(tally, kindOf(claim))
    count.said += 1
    const verdict = judgeClaim(claim, document, coding, reader.packs)
    if (verdict.right) {
      count.right += 1
      for (const line of verdict.lines) found.add(line)
      if (showsRight) console.log(`right   ${slug}  ${describe(claim, document)}`)
    } else {
      faults.set(verdict.fault, (faults.get(verdict.fault) ?? 0) + 1)
      if (showsWrong) console.log(`wrong   ${slug}  (${verdict.fault})  ${describe(claim, document)}`)
    }
  }
  for (const line of [...coding.events, ...coding.positions, ...coding.agreements, ...coding.assessments]) {
    if (line.optional) continue
    const count = countOf(tally, codedKind(line))
    count.coded += 1
    if (found.has(line)) count.found += 1
    else if (showsMissed) console.log(`missed  ${slug}  ${codedKind(line)}  ${line.says}`)
  }
}

function describe(claim: Claim, document: ReadDocument): string {
  const name = (ref: number) => document.somebodies[ref]?.name ?? '?'
  const said = {
    event: () => (claim.claim === 'event' ? `${claim.status} ${claim.actors.map(name).join(' + ')} ${claim.time ?? ''}` : ''),
    position: () => (claim.claim === 'position' ? `${claim.stance} ${claim.issue} ${name(claim.holder)}` : ''),
    agreement: () => (claim.claim === 'agreement' ? `${claim.state} ${claim.parties.map(name).join(' + ')}` : ''),
    assessment: () => (claim.claim === 'assessment' ? `${claim.direction} ${claim.by === null ? '' : name(claim.by)}` : ''),
  }[claim.claim]()
  return `${kindOf(claim)} ${said.trim()} [${claim.rule}]: ${document.text.slice(claim.sentence.start, claim.sentence.end)}`
}
