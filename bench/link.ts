// Cost of one newcomer beside a growing collection: `node dist/bench/link.js [reports] [most] [plot.svg]`. First generated reports in full (profile, comparison
// with what shares text, stories), then the same indexes filled with simulated documents up to `most`, off unless it is given. Flat lines are the point.
// Stories here share no rare words with one another. Where they do (a war reported for weeks hangs together), a newcomer regroups all that hangs together.
import {writeFileSync} from 'node:fs'
import {readPackFiles} from '../src/edge/files/packs.ts'
import {indexCandidates} from '../src/link/derivations/candidates.ts'
import {comparePair, type Derivable} from '../src/link/derivations.ts'
import {keepRecent} from '../src/link/growth/recent.ts'
import {type Profiled, profileDocument} from '../src/link/profiles.ts'
import {indexStories} from '../src/link/stories/clusters.ts'
import {readLinkPack} from '../src/pack/links.ts'
import {type Point, plotOf} from './link/plot.ts'
import {compareProfiles, sampleOf, simulated} from './link/simulated.ts'

const reports = Number(process.argv[2] ?? 20_000)
const most = Number(process.argv[3] ?? 0)
const plot = process.argv[4]
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
const SIMULATED_FROM = 10_000
const KEPT_PROFILES = 4_000
const REFERENCE_RUNS = 20
const rows: [string, number][] = []
const points: Point[] = []

/** Real texts: every report is profiled, compared with what shares text with it, and placed in its story. */
function growReports(): void {
  const documents: Derivable[] = []
  const profiles: Profiled[] = []
  const byId = (a: number, b: number): number => (documents[a]!.id < documents[b]!.id ? -1 : 1)
  const candidates = indexCandidates(
    (a, b) => byId(a, b) < 0,
    number => profiles[number]!,
  )
  const stories = indexStories(pack, byId, number => ({document: documents[number]!, profiled: profiles[number]!}))
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
    stories.add([number])
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
  // A store hands out the profiles of the hot window from memory, too.
  const profileOf = keepRecent(KEPT_PROFILES, simulated.profileOf)
  const candidates = indexCandidates((a, b) => a < b, profileOf)
  const stories = indexStories(pack, byId, number => ({document: simulated.documentOf(number), profiled: profileOf(number)}))
  let times: number[] = []
  let found = 0
  let next = SIMULATED_FROM
  console.log('\nsimulated documents\n    beside   median      p95      max  reference   candidates   indexes    resident')
  for (let number = 0; number < most + NEWCOMERS; number++) {
    const profiled = profileOf(number)
    const begin = number < next ? 0 : cpu()
    const pairs = candidates.add([{number, profiled}]).found
    for (const {a, b} of pairs) compareProfiles(profileOf(a), profileOf(b))
    stories.add([number])
    if (number < next) continue
    times.push(cpu() - begin)
    found += pairs.length
    if (times.length < NEWCOMERS) continue
    const [median, p95] = [percentile(times, 0.5), percentile(times, 0.95)]
    const reference = referenceTime()
    points.push({beside: next, median, p95, reference})
    if (plot !== undefined) writeFileSync(plot, plotOf(points))
    console.log(
      [
        String(next).padStart(10),
        ...[median, p95, Math.max(...times), reference].map(value => value.toFixed(2).padStart(8)),
        (found / NEWCOMERS).toFixed(1).padStart(12),
        megabytes(candidates.bytes() + stories.bytes()).padStart(10),
        megabytes(process.memoryUsage().rss).padStart(10),
      ].join(' '),
    )
    times = []
    found = 0
    next = nextPoint(next)
  }
}

/** 10,000, 30,000, 100,000 … up to the last. */
function nextPoint(at: number): number {
  if (at >= most) return Number.POSITIVE_INFINITY
  return Math.min(most, String(at)[0] === '1' ? at * 3 : (at / 3) * 10)
}

/** What the same comparison of two profiles costs at this moment: how fast the machine is just now. */
function referenceTime(): number {
  const [a, b] = [simulated.profileOf(0), simulated.profileOf(7)]
  const times = Array.from({length: NEWCOMERS}, () => {
    const begin = cpu()
    for (let i = 0; i < REFERENCE_RUNS; i++) compareProfiles(a, b)
    return cpu() - begin
  })
  return percentile(times, 0.5)
}

growReports()
console.log(`\n95th percentile of one newcomer, by what stands beside it\n${bars(rows)}`)
if (most > 0) {
  growSimulated()
  const [first, last] = [points[0]!, points.at(-1)!]
  console.log(
    `\n${last.beside} against ${first.beside} documents: median × ${(last.median / last.reference / (first.median / first.reference)).toFixed(2)}, 95th percentile × ${(last.p95 / last.reference / (first.p95 / first.reference)).toFixed(2)}, both against the reference of their moment`,
  )
}
