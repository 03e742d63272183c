// The long views of the page over a record of thousands of reports, in a real Chromium: how long each takes to stand, how many elements it holds
// while somebody scrolls, and how many frames come late. Beside each figure stands the same of the bundled example, since the machine may be busy.
// `node dist/bench/page.js [REPORTS]`
import type {Page} from 'playwright-core'
import {listOf, prepareLists} from '../src/edge/http/lists.ts'
import {serveAtHome} from '../src/edge/http/server.ts'
import type {RecordFile} from '../src/model/record.ts'
import {openBrowser, watchedPage} from '../test/chromium.ts'
import {applicationOf, still} from '../test/desk-of.ts'
import {exampleDesk} from '../test/example-desk.ts'
import {manyTimes} from '../test/many-reports.ts'

const reports = Number(process.argv[2] ?? 10_000)
const VIEWS = ['/', '/timeline', '/sources', '/people', '/positions', '/agreements', '/quotes', '/review', '/search?q=truce']
const PATIENCE_MS = 30_000

interface Seen {
  /** Milliseconds from the click on a link to the first rows, the page being open. */
  readonly stands: number
  /** Elements on the page at most, while it is scrolled. */
  readonly elements: number
  /** Frames of a hundred that took longer than 50 ms. */
  readonly late: number
}

/** Goes there as a link does, waits until rows stand and two frames are drawn. */
const OPEN = `async path => {
  const started = performance.now()
  const link = document.createElement('a')
  link.href = path
  document.body.append(link)
  link.click()
  link.remove()
  const frame = () => new Promise(resolve => requestAnimationFrame(resolve))
  await frame()
  const isThere = () => location.pathname + location.search === path && document.querySelector('main [data-item], main .review') !== null
  while (!isThere() && performance.now() - started < ${PATIENCE_MS}) await frame()
  const stands = performance.now() - started
  await frame()
  return stands
}`

/** 60 pixels a frame over some screens, then by leaps to the end. */
const SCROLL = `async () => {
  const frame = () => new Promise(resolve => requestAnimationFrame(resolve))
  const count = () => document.getElementsByTagName('*').length
  let [elements, late, frames] = [count(), 0, 0]
  let before = await frame()
  const step = async to => {
    scrollTo(0, to)
    const now = await frame()
    frames++
    if (now - before > 50) late++
    before = now
    if (frames % 10 === 0) elements = Math.max(elements, count())
  }
  for (let i = 1; i <= 120; i++) await step(i * 60)
  for (let i = 1; i <= 10; i++) for (let k = 0; k < 6; k++) await step((document.documentElement.scrollHeight * i) / 10 + k)
  return {elements: Math.max(elements, count()), late: Math.round((late * 100) / frames)}
}`

async function look(record: RecordFile): Promise<Map<string, Seen>> {
  const served = await serveAtHome(port => applicationOf(still(record), port), 0)
  const browser = await openBrowser()
  const {page} = await watchedPage(browser, `http://127.0.0.1:${served.port}`, {bypassCSP: true})
  const seen = new Map<string, Seen>()
  for (const path of VIEWS) {
    process.stderr.write(`${path} `)
    await page.goto(`http://127.0.0.1:${served.port}/places`, {timeout: PATIENCE_MS})
    await page.locator('h1').first().waitFor({timeout: PATIENCE_MS})
    seen.set(path, await lookAt(page, path))
  }
  await browser.close()
  await served.close()
  return seen
}

async function lookAt(page: Page, path: string): Promise<Seen> {
  const stands = (await page.evaluate(`(${OPEN})(${JSON.stringify(path)})`)) as number
  const {elements, late} = (await page.evaluate(`(${SCROLL})()`)) as Omit<Seen, 'stands'>
  return {stands: Math.round(stands), elements, late}
}

const example = (await exampleDesk()).record()
await prepareLists(example)
const small = await look(example)
const started = process.cpuUsage().user
const secondsSince = (): string => ((process.cpuUsage().user - started) / 1e6).toFixed(1)
const record = manyTimes(example, Math.ceil(reports / example.documents.length))
console.log(`${record.documents.length} reports, ${record.events.length} events: made in ${secondsSince()} s of processor time`)
await prepareLists(record)
console.log(`${listOf('people', record).length} names; all lists ready after ${secondsSince()} s`)
const large = await look(record)
console.log('view              ready in ms   elements at most   late frames %   (the example’s)')
for (const [path, {stands, elements, late}] of large) {
  const less = small.get(path)!
  const pair = (one: number, other: number): string => `${one} (${other})`.padStart(16)
  console.log(`${path.padEnd(16)}${pair(stands, less.stands)}${pair(elements, less.elements)}${pair(late, less.late)}`)
}
