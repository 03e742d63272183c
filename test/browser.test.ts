// The page in a real browser: every view on the example, light and dark, wide and narrow; nothing leaves the machine, axe finds nothing.
import {gzipSync} from 'node:zlib'
import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {Desk} from '../src/edge/desk.ts'
import {type Served, serveAtHome} from '../src/edge/http/server.ts'
import {openBrowser, overhang, picture, violationsOn, watchedPage} from './chromium.ts'
import {applicationOf, TOKEN} from './desk-of.ts'
import {exampleDesk} from './example-desk.ts'

/** A machine that builds beside the test is many times slower than a reader's. */
const PATIENCE_MS = 240_000

let browser: Browser
let served: Served
let desk: Desk
const home = (): string => `http://127.0.0.1:${served.port}`

beforeAll(async () => {
  desk = await exampleDesk()
  served = await serveAtHome(port => applicationOf(desk, port), 0)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

/** Every view, and what must stand in it. */
const views = (): readonly (readonly [name: string, path: string, holds: string])[] => {
  const record = desk.record()
  const exchange = record.events.find(({kind, support}) => kind === 'exchange' && support.documents > 1)!
  const truce = record.agreements.find(({history}) => history.length > 1)!
  const mediator = record.entities.find(({name}) => name === 'Hanne Lysgaard')!
  const remark = record.utterances.find(({pairs}) => pairs.some(({drift}) => drift !== 'identical'))!
  const {document, start, end} = exchange.support.claims[0]!.citation
  return [
    ['talks', '/', 'What happened'],
    ['article', `/article/${document}?at=${start}-${end}`, 'as it was published'],
    ['entry', `/entry/${exchange.id}`, 'Who could know?'],
    ['agreement', `/entry/${truce.id}`, 'How it came through these reports'],
    ['remark', `/entry/${remark.id}`, 'Wordings side by side'],
    ['timeline', '/timeline', 'no more than one origin found'],
    ['positions', '/positions', 'not a policy'],
    ['agreements', '/agreements', 'An allegation is no breach'],
    ['quotes', '/quotes', 'which may translate or reword'],
    ['sources', '/sources?drawn=yes', 'No outlet is rated'],
    ['differ', '/differ', 'no side is called right'],
    ['people', '/people', 'A similar name alone joins nobody'],
    ['person', `/people/${mediator.id}`, 'Why these are one'],
    ['places', '/places', 'No borders are drawn'],
    ['review', '/review', 'ask for a look'],
    ['search', '/search?q=prisoners', 'found'],
    ['add', '/add', 'They stay on this machine'],
    ['check', '/check', 'never whether it is so'],
  ]
}

describe('every view of the example', () => {
  it.each(['light', 'dark'] as const)(
    'stands in %s, asks nobody else, and axe finds nothing',
    async colorScheme => {
      const {page, foreign, errors} = await watchedPage(browser, home(), {colorScheme, reducedMotion: 'reduce', bypassCSP: true})
      await page.goto(`${home()}/#token=${TOKEN}`)
      const found: unknown[] = []
      for (const [name, path, holds] of views()) {
        await page.goto(home() + path)
        await page.getByText(holds).first().waitFor({timeout: 30_000})
        if (colorScheme === 'light' || name === 'talks' || name === 'article') await picture(page, `${name}-${colorScheme}`)
        const violations = await violationsOn(page, colorScheme)
        if (violations.length > 0) found.push([name, violations])
      }
      expect(found).toEqual([])
      expect(foreign).toEqual([])
      expect(errors).toEqual([])
      await page.close()
    },
    PATIENCE_MS,
  )

  // 390 pixels wide; and 640, which is what 1280 are at 200 % zoom.
  it.each([390, 640])(
    'does not scroll sideways at %i pixels',
    async width => {
      const {page, errors} = await watchedPage(browser, home(), {viewport: {width, height: 800}})
      const wide: string[] = []
      for (const [name, path, holds] of views()) {
        await page.goto(home() + path)
        await page.getByText(holds).first().waitFor({timeout: 30_000})
        const over = await overhang(page)
        if (over > 0) wide.push(`${name}: ${over}`)
        if (width === 390 && ['talks', 'timeline', 'article'].includes(name)) await picture(page, `${name}-narrow`)
      }
      expect(wide).toEqual([])
      expect(errors).toEqual([])
      await page.close()
    },
    PATIENCE_MS,
  )

  it('has its first view after one visit, with less than 100 KB of script', async () => {
    const {page} = await watchedPage(browser, home())
    await page.goto(home())
    await page.getByText('What happened').first().waitFor()
    if (process.env['PARLEY_TIMES']) console.log('first view', await page.evaluate('Math.round(performance.now())'), 'ms')
    const file = (await page.evaluate('document.scripts[0].src')) as string
    expect(gzipSync(Buffer.from(await (await fetch(file)).arrayBuffer())).length).toBeLessThan(100_000)
    await page.close()
  })

  it('is set for paper without its services', async () => {
    const {page} = await watchedPage(browser, home())
    await page.goto(home())
    await page.getByText('What happened').first().waitFor()
    await page.emulateMedia({media: 'print'})
    await picture(page, 'talks-print')
    expect(await page.locator('.views').isVisible()).toBe(false)
    expect(await page.locator('h1').isVisible()).toBe(true)
    await page.close()
  })
})
