// Cost of one newcomer beside a growing collection: `node dist/bench/link.js [reports] [most]`. First generated reports in full (profile, comparison with
// what shares text, stories), then the same indexes filled with simulated documents up to `most`. Flat lines are the point; the plot shows them.
// The simulated part has not been run to its end on any machine yet, so it is off unless `most` is given.
// Stories here share no rare words with one another. Where they do (a war reported for weeks hangs together), a newcomer regroups all that hangs together.
import {readPackFiles} from '../src/edge/files/packs.ts'
import {indexCandidates} from '../src/link/derivations/candidates.ts'
import {comparePair, type Derivable} from '../src/link/derivations.ts'
import {type Profiled, profileDocument} from '../src/link/profiles.ts'
import {indexStories} from '../src/link/stories/clusters.ts'
import {readLinkPack} from '../src/pack/links.ts'
import {sampleOf, simulated} from './link/simulated.ts'

const reports = Number(process.argv[2] ?? 20_000)
const most = Number(process.argv[3] ?? 0)
const pack = readLinkPack(readPackFiles())
const sample = sampleOf(pack.words)

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0
const bars = (rows: readonly (readonly [string, number])[]): string => {
  const widest = Math.max(...rows.map(([, value]) => value))
  return rows
    .map(([name, value]) => `${name.padStart(10)} ${'█'.repeat(Math.max(1, Math.round((value / widest) * 50)))} ${value.toFixed(2)} ms`)
    .join('\n')
}
/** Milliseconds of processor time: other work on the machine must not show. */
const cpu = (): number => {
  const {user, system} = process.cpuUsage()
  return (user + system) / 1000
}
const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`

/** Fewer newcomers tell no 95th percentile. */
const NEWCOMERS = 400
const rows: [string, number][] = []

/** Real texts: every report is profiled, compared with what shares text with it, and placed in its story. */
function growReports(): void {
  const documents: Derivable[] = []
  const profiles: Profiled[] = []
  const byId = (a: number, b: number): number => (documents[a]!.id < documents[b]!.id ? -1 : 1)
  const candidates = indexCandidates(
    (a, b) => byId(a, b) < 0,
    number => profiles[number]!,
  )
  const stories = indexStories(pack, byId)
  let times: number[] = []
  let edges = 0
  console.log('generated reports, in full\n  beside   median      p95   edges   heap')
  for (let number = 0; number < reports; number++) {
    const document = sample.report(number)
    const begin = cpu()
    documents.push(document)
    const profiled = profileDocument(document, pack)
    profiles.push(profiled)
    const {found} = candidates.add([{number, profiled}])
    for (const pair of found) if (comparePair(pair, documents, profiles)?.derivation) edges++
    stories.add([{number, document, profiled}])
    times.push(cpu() - begin)
    if (times.length < reports / 10) continue
    rows.push([String(number + 1), percentile(times, 0.95)])
    console.log(
      `${String(number + 1).padStart(8)} ${percentile(times, 0.5).toFixed(2).padStart(8)} ${percentile(times, 0.95).toFixed(2).padStart(8)} ${String(edges).padStart(7)}   ${megabytes(process.memoryUsage().heapUsed)}`,
    )
    times = []
  }
}

/** Simulated documents: the fingerprints, keys and strongest keys that a report has on average, made from its number whenever they are asked for. */
function growSimulated(): void {
  const byId = (a: number, b: number): number => a - b
  const candidates = indexCandidates((a, b) => a < b, simulated.profileOf)
  const stories = indexStories(pack, byId)
  let times: number[] = []
  console.log('\nsimulated documents\n    beside   median      p95      max   candidates   indexes    resident')
  let candidatesFound = 0
  let next = 10_000
  for (let number = 0; number < most + NEWCOMERS; number++) {
    const begin = cpu()
    const profiled = simulated.profileOf(number)
    const {found} = candidates.add([{number, profiled}])
    for (const pair of found) simulated.compare(pair)
    stories.add([{number, document: simulated.documentOf(number), profiled}])
    if (number < next) continue
    times.push(cpu() - begin)
    candidatesFound += found.length
    if (times.length < NEWCOMERS) continue
    rows.push([String(next), percentile(times, 0.95)])
    console.log(
      `${String(next).padStart(10)} ${percentile(times, 0.5).toFixed(2).padStart(8)} ${percentile(times, 0.95).toFixed(2).padStart(8)} ${Math.max(
        ...times,
      )
        .toFixed(1)
        .padStart(
          8,
        )} ${(candidatesFound / NEWCOMERS).toFixed(1).padStart(12)} ${megabytes(candidates.bytes() + stories.bytes()).padStart(9)} ${megabytes(process.memoryUsage().rss).padStart(11)}`,
    )
    times = []
    candidatesFound = 0
    next = next >= most ? Number.POSITIVE_INFINITY : Math.min(most, next * 10)
  }
}

growReports()
if (most > 0) growSimulated()
console.log(`\n95th percentile of one newcomer, by what stands beside it\n${bars(rows)}`)
