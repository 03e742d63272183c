// What people do at the page, in a real browser: go by keyboard, add by dropping, merge and take back, review, come back later; and what a report may not do.
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {Desk} from '../src/edge/desk.ts'
import {type Served, serveAtHome} from '../src/edge/http/server.ts'
import {openBrowser, watchedPage} from './chromium.ts'
import {applicationOf, still, TOKEN} from './desk-of.ts'
import {exampleDesk} from './example-desk.ts'
import {record as byHand} from './fixture-record.ts'

let browser: Browser
let served: Served
let desk: Desk
const home = (): string => `http://127.0.0.1:${served.port}`
const PATIENCE_MS = 120_000

beforeAll(async () => {
  desk = await exampleDesk()
  served = await serveAtHome(port => applicationOf(desk, port), 0)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

/** A page that was opened with the address that the program printed. */
async function withToken(path: string): Promise<Page> {
  const {page} = await watchedPage(browser, home())
  await page.goto(`${home()}${path}#token=${TOKEN}`)
  await page.locator('h1').first().waitFor()
  return page
}

describe('a reader with a keyboard', () => {
  it(
    'goes from the front page to the evidence, to the report, and back; sees the keys; searches',
    async () => {
      const {page, errors} = await watchedPage(browser, home())
      await page.goto(home())
      await page.getByText('What happened').first().waitFor()
      await page.keyboard.press('j')
      await page.keyboard.press('j')
      const line = await page.locator('[data-item]:focus .text').first().textContent()
      await page.keyboard.press('o')
      await page.waitForURL(/\/entry\//)
      await page.getByText('Sentences it rests on').waitFor()
      expect(line).toContain((await page.locator('h1').first().textContent())!.slice(0, 20))
      await page.keyboard.press('j')
      await page.keyboard.press('o')
      await page.waitForURL(/\/article\/.+at=/)
      await page.locator('.lit').first().waitFor()
      expect(
        await page
          .locator('.m.lit')
          .first()
          .evaluate(
            '(element => { const {top, bottom} = element.getBoundingClientRect(); return top >= 0 && bottom <= innerHeight })(document.querySelector(".m.lit"))',
          ),
      ).toBe(true)
      await page.keyboard.press('b')
      await page.waitForURL(/\/entry\//)
      await page.keyboard.press('?')
      await page.getByRole('dialog', {name: 'Keys'}).waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({state: 'hidden'})
      await page.keyboard.press('g')
      await page.keyboard.press('l')
      await page.waitForURL(/\/timeline$/)
      await page.getByRole('slider').focus()
      await page.keyboard.press('ArrowRight')
      expect(await page.getByRole('slider').getAttribute('aria-valuenow')).toBe('2')
      expect(await page.getByRole('slider').getAttribute('aria-valuetext')).toMatch(/: \S/)
      await page.keyboard.press('Control+k')
      await page.waitForURL(/\/search/)
      await page.getByRole('searchbox').pressSequentially('prisoners')
      await page.locator('[data-item]').first().waitFor()
      await page.keyboard.press('Enter')
      await page.getByRole('button', {name: 'Keep this search'}).click()
      await page.getByText('Kept searches').waitFor()
      expect(page.url()).toContain('q=prisoners')
      expect(errors).toEqual([])
      await page.close()
    },
    PATIENCE_MS,
  )

  it(
    'finds the state in the address: layers, cells, filters',
    async () => {
      const {page} = await watchedPage(browser, home())
      await page.goto(`${home()}/article/5`)
      await page.locator('.m.name').first().waitFor()
      await page.getByRole('button', {name: 'Names'}).click()
      await page.waitForURL(/off=names/)
      expect(await page.locator('.m.name').count()).toBe(0)
      await page.goto(`${home()}/timeline?part=ahead`)
      await page.locator('.sign.ahead').first().waitFor()
      expect(await page.locator('.sign.past').count()).toBe(0)
      await page.goto(`${home()}/positions`)
      await page.locator('button.cell').first().click()
      await page.waitForURL(/cell=/)
      await page.getByText('oldest first').waitFor()
      await page.close()
    },
    PATIENCE_MS,
  )
})

describe('who has the token', () => {
  it('carries it in no address', async () => {
    const page = await withToken('/timeline')
    expect(page.url()).toBe(`${home()}/timeline`)
    await page.close()
  })

  it(
    'merges two people, sees it, and takes it back',
    async () => {
      const [one, other] = desk.record().entities.filter(({name}) => name === 'Pavel Ostrander' || name === 'Nils Brandal')
      const page = await withToken(`/people/${one!.id}`)
      const count = desk.record().entities.length
      await page.locator('[data-merge]').pressSequentially(other!.name)
      await page.getByRole('button', {name: 'Merge', exact: true}).first().click()
      await page.locator('.toast').getByText('are one').waitFor()
      expect(desk.record().judgements.some(({kind, by}) => kind === 'same' && by === 'person')).toBe(true)
      await page.getByText('How the name is written').waitFor()
      await page.locator('.toast').getByRole('button', {name: 'Undo'}).click()
      await page.locator('.toast').getByText('Taken back').waitFor()
      expect(desk.record().entities.length).toBe(count)
      await page.close()
    },
    PATIENCE_MS,
  )

  it(
    'reviews with one key a line',
    async () => {
      const page = await withToken('/review')
      await page.locator('.big').waitFor()
      const first = await page.locator('.big').textContent()
      await page.keyboard.press('y')
      await page.locator('.toast').getByText('Confirmed').waitFor()
      await page.waitForFunction(`document.querySelector('.big').textContent !== ${JSON.stringify(first)}`)
      expect(desk.record().events.some(({review}) => review === 'confirmed')).toBe(true)
      await page.keyboard.press('u')
      await page.locator('.toast').getByText('Taken back').waitFor()
      expect(desk.record().events.some(({review}) => review === 'confirmed')).toBe(false)
      await page.close()
    },
    PATIENCE_MS,
  )

  it(
    'adds a report by dropping it, and finds on the front page what it changed',
    async () => {
      const page = await withToken('/')
      await page.getByText('What happened').first().waitFor()
      await page.waitForFunction("Object.keys(localStorage).some(key => key.startsWith('parley.visit'))")
      const report =
        '---\\npublished: 2031-03-22\\npublisher: Northwire\\ntitle: Talks resume\\n---\\nMarenia and Orvia signed an agreement on fishing in Aldersund on March 21.\\n'
      await page.evaluate(`{
        const transfer = new DataTransfer()
        transfer.items.add(new File(["${report}"], 'dropped.txt', {type: 'text/plain'}))
        document.body.dispatchEvent(new DragEvent('dragover', {dataTransfer: transfer, bubbles: true, cancelable: true}))
        document.body.dispatchEvent(new DragEvent('drop', {dataTransfer: transfer, bubbles: true, cancelable: true}))
      }`)
      await page.getByText('dropped.txt: added').first().waitFor()
      expect(desk.record().documents.some(({title}) => title === 'Talks resume')).toBe(true)
      await page.goto(home())
      await page.getByRole('complementary', {name: 'Since your last visit'}).waitFor()
      await page.getByRole('button', {name: 'I have seen this'}).click()
      await page.getByRole('complementary', {name: 'Since your last visit'}).waitFor({state: 'hidden'})
      await page.close()
    },
    PATIENCE_MS,
  )
})

describe('a hostile report', () => {
  const EVIL = '<script>window.__xss = 1</script><img src=x onerror="window.__xss = 1"> “quoted” & \u202edone'
  it(
    'is text wherever it is shown, and leads nowhere',
    async () => {
      const evil = {
        ...byHand,
        documents: byHand.documents.map(document => ({
          ...document,
          title: EVIL,
          publisher: EVIL,
          byline: [EVIL],
          uri: 'javascript:window.__xss=1',
          text: `${document.text}\n${EVIL}`,
        })),
        entities: byHand.entities.map(entity => ({...entity, name: EVIL, aliases: [EVIL]})),
        events: byHand.events.map(event => ({...event, label: EVIL})),
        agreements: byHand.agreements.map(agreement => ({...agreement, label: EVIL})),
        positions: byHand.positions.map(position => ({...position, content: EVIL})),
        notes: [{code: 'ingest/empty', message: EVIL, document: null, at: null}],
      }
      const hostile = await serveAtHome(port => applicationOf(still(evil), port), 0)
      const {page, foreign} = await watchedPage(browser, `http://127.0.0.1:${hostile.port}`)
      for (const path of [
        '/',
        '/article/1',
        '/entry/event-exchange',
        '/entry/agreement-truce',
        '/timeline',
        '/positions',
        '/agreements',
        '/quotes',
        '/sources',
        '/differ',
        '/people',
        '/people/korrell',
        '/review',
        '/search?q=Orvia',
        `/search?q=${encodeURIComponent(EVIL)}`,
        `/entry/${encodeURIComponent(EVIL)}`,
      ]) {
        await page.goto(`http://127.0.0.1:${hostile.port}${path}`)
        await page.locator('h1, [role="alert"]').first().waitFor({state: 'attached'})
        expect([
          path,
          await page.evaluate('window.__xss'),
          await page.locator('main img, main script').count(),
          await page.locator('a[href^="javascript"]').count(),
        ]).toEqual([path, undefined, 0, 0])
      }
      expect(foreign).toEqual([])
      await page.close()
      await hostile.close()
    },
    PATIENCE_MS,
  )
})
