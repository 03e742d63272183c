// What people do at the page with the token in hand: add by address, add a line from marked text, part a spelling; several talks on the front
// page; and thousands of reports scrolled through. PARLEY_REPORTS=10000 scrolls through more.
import {createServer, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {Desk} from '../src/edge/desk.ts'
import {type Fetcher, openFetcher} from '../src/edge/fetch/fetcher.ts'
import {readFetched} from '../src/edge/http/added.ts'
import {prepareLists} from '../src/edge/http/lists.ts'
import {type Served, serveAtHome} from '../src/edge/http/server.ts'
import {openBrowser, overhang, picture, violationsOn, watchedPage} from './chromium.ts'
import {applicationOf, still, TOKEN} from './desk-of.ts'
import {exampleDesk} from './example-desk.ts'
import {manyTimes} from './many-reports.ts'
import {testPacks} from './support.ts'
import {twoTalksDesk} from './two-talks.ts'

const REPORTS = Number(process.env['PARLEY_REPORTS'] ?? 1200)
const PATIENCE_MS = 180_000
const PAGE =
  '<html><head><title>Mackerel talks</title></head><body><article><h1>Mackerel talks resume</h1><p>Iceland and Norway met in Bergen on Monday for talks on mackerel quotas, the Norwegian fisheries ministry said.</p><p>A further round is planned for June, officials of both sides said.</p></article></body></html>'

/** Blocks of 60 rows, those within 1,200 pixels of the screen; placeholders of a table count as a row each. */
const MOST_ROWS = 420

let browser: Browser
let served: Served
let press: Server
let fetcher: Fetcher
let desk: Desk
const home = (): string => `http://127.0.0.1:${served.port}`

beforeAll(async () => {
  press = createServer((_, response) => response.writeHead(200, {'content-type': 'text/html'}).end(PAGE))
  await new Promise<void>(resolve => press.listen(0, '127.0.0.1', resolve))
  // The one address of this machine that may be dialled is that of the test's own press.
  const rules = {resolve: async () => [], loopbackPorts: [(press.address() as AddressInfo).port]}
  const time = {now: Date.now, pause: async () => undefined, chance: () => 0}
  fetcher = openFetcher({userAgent: 'parley/test', rules, time, archive: null})
  desk = await twoTalksDesk()
  served = await serveAtHome(port => applicationOf(desk, port, address => readFetched(address, fetcher, testPacks())), 0)
  browser = await openBrowser()
}, PATIENCE_MS)
afterAll(async () => {
  await browser?.close()
  await served?.close()
  await fetcher?.close()
  press?.close()
})

async function withToken(path: string): Promise<Page> {
  const {page} = await watchedPage(browser, home())
  await page.goto(`${home()}${path}#token=${TOKEN}`)
  await page.locator('h1').first().waitFor()
  return page
}

describe('several talks', () => {
  it(
    'stand on the front page apart, each with a briefing of its own',
    async () => {
      const {page, errors} = await watchedPage(browser, home())
      await page.goto(home())
      await page.getByRole('heading', {name: 'Two negotiations'}).waitFor()
      const fishing = page.locator('section.talks').filter({hasText: 'Iceland'})
      expect(await fishing.textContent()).toMatch(/3 reports/)
      expect(await fishing.textContent()).not.toMatch(/Marenia/)
      await fishing.getByRole('link', {name: /^The briefing on/}).click()
      await page.waitForURL(/talks=/)
      await page.getByText('What happened').first().waitFor()
      const text = await page.locator('main').textContent()
      expect(text).toMatch(/mackerel/)
      expect(text).not.toMatch(/Marenia|Orvia|Northwire/)
      await page.getByRole('link', {name: 'All negotiations'}).click()
      await page.getByRole('heading', {name: 'Two negotiations'}).waitFor()
      expect(errors).toEqual([])
      await page.close()
    },
    PATIENCE_MS,
  )
})

describe.each([
  ['light', 1280],
  ['dark', 1280],
  // 1280 pixels at 200 % zoom.
  ['light', 640],
  ['dark', 640],
] as const)('several talks in %s, %i pixels wide', (colorScheme, width) => {
  it(
    'show axe nothing to find and nothing beyond the edge, also where a title runs from right to left',
    async () => {
      const options = {colorScheme, viewport: {width, height: 800}, reducedMotion: 'reduce', bypassCSP: true} as const
      const {page, errors} = await watchedPage(browser, home(), options)
      await page.goto(home())
      const briefing = page.getByRole('link', {name: /^The briefing on/}).first()
      await briefing.waitFor()
      const one = await briefing.getAttribute('href')
      const found: unknown[] = []
      for (const [name, path, holds] of [
        ['talks', '/', 'Two negotiations'],
        ['one', one!, 'What happened'],
        ['article', '/article/fish-1', 'as it was published'],
        ['sources', '/sources', 'No outlet is rated'],
        ['search', '/search?q=mackerel', 'found'],
        ['positions', '/positions', 'not a policy'],
      ] as const) {
        await page.goto(home() + path)
        await page.getByText(holds).first().waitFor({timeout: 60_000})
        const problems = [...(await violationsOn(page, colorScheme))]
        const over = await overhang(page)
        if (over > 0) problems.push(`${over} pixels beyond the edge`)
        if (problems.length > 0) found.push([name, problems])
        if (name === 'talks' || name === 'article') await picture(page, `several-${name}-${width}-${colorScheme}`)
      }
      expect(found).toEqual([])
      expect(errors).toEqual([])
      await page.close()
    },
    PATIENCE_MS,
  )
})

describe('who has the token', () => {
  it(
    'adds a report by its address',
    async () => {
      const page = await withToken('/add')
      const address = `http://127.0.0.1:${(press.address() as AddressInfo).port}/mackerel`
      await page.getByLabel('Address').fill(address)
      await page.getByRole('button', {name: 'Fetch and add'}).click()
      await page
        .getByText(/: added/)
        .first()
        .waitFor()
      expect(desk.record().documents.find(({uri}) => uri === address)?.text).toContain('Iceland and Norway met in Bergen')
      await page.close()
    },
    PATIENCE_MS,
  )

  it(
    'adds a line from text that was marked',
    async () => {
      const page = await withToken('/article/fish-0')
      await page.locator('[data-from]').first().waitFor()
      await page
        .locator('[data-from]')
        .first()
        .click({clickCount: 3, position: {x: 4, y: 8}})
      await page.getByRole('button', {name: 'Add this line'}).waitFor()
      await page.locator('form.change select').first().selectOption('gesture')
      await page.getByRole('button', {name: 'Add this line'}).click()
      await page.locator('.toast').waitFor()
      const added = desk.record().events.filter(({rule}) => rule === 'person/add')
      expect(added.map(({kind, support}) => [kind, support.claims[0]!.citation.document])).toEqual([['gesture', 'fish-0']])
      await page.close()
    },
    PATIENCE_MS,
  )

  it(
    'parts a spelling from a name',
    async () => {
      const korrell = desk.record().entities.find(({name}) => name === 'Daven Korrell')!
      const page = await withToken(`/people/${korrell.id}`)
      const misspelt = page
        .locator('li')
        .filter({hasText: 'Darven'})
        .filter({has: page.getByRole('button', {name: 'split off'})})
      await misspelt.getByRole('button', {name: 'split off'}).first().click()
      await page.locator('.toast').getByText('names somebody else').waitFor()
      const named = desk.record().entities.filter(({name, aliases}) => [name, ...aliases].some(one => one.startsWith('Darven')))
      expect(named.some(({name, aliases}) => [name, ...aliases].includes('Daven Korrell'))).toBe(false)
      await page.close()
    },
    PATIENCE_MS,
  )
})

describe(`with ${REPORTS} reports`, () => {
  it(
    'holds a few screens of rows, however far one scrolls',
    async () => {
      const example = (await exampleDesk()).record()
      const record = manyTimes(example, Math.ceil(REPORTS / example.documents.length))
      // As "parley serve" does between its first answers.
      await prepareLists(record)
      const large = await serveAtHome(port => applicationOf(still(record), port), 0)
      const {page, errors} = await watchedPage(browser, `http://127.0.0.1:${large.port}`, {bypassCSP: true})
      for (const path of ['/timeline', '/sources']) {
        await page.goto(`http://127.0.0.1:${large.port}${path}`, {timeout: PATIENCE_MS})
        await page.locator('[data-block] > *').nth(10).waitFor({timeout: PATIENCE_MS})
        let most = 0
        for (let step = 0; step < 30; step++) {
          await page.evaluate(`scrollTo(0, document.documentElement.scrollHeight * ${(step + 1) / 30})`)
          await page.waitForTimeout(60)
          most = Math.max(most, (await page.evaluate("document.querySelectorAll('[data-block] > *').length")) as number)
        }
        // Where the end is reached, its rows come.
        await page.waitForFunction("document.querySelectorAll('[data-block] > *').length > 5", null, {timeout: 60_000})
        if (process.env['PARLEY_TIMES']) console.log(path, 'at most', most, 'rows at once')
        expect([path, most < MOST_ROWS]).toEqual([path, true])
      }
      expect(errors).toEqual([])
      await page.close()
      await large.close()
    },
    2 * PATIENCE_MS,
  )
})
