// The page in a real browser: every view opens with a heading, asks nobody else for anything, and does not scroll sideways on a narrow screen.
import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {type Served, serveAtHome} from '../src/edge/http/server.ts'
import {openBrowser, picture, watchedPage} from './chromium.ts'
import {applicationOf, still} from './desk-of.ts'
import {record} from './fixture-record.ts'

const VIEWS = ['/', '/article/1']

describe('the page in Chromium', () => {
  let browser: Browser
  let served: Served

  beforeAll(async () => {
    served = await serveAtHome(port => applicationOf(still(record), port), 0)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  it.each(VIEWS)('opens %s on a narrow screen', async view => {
    const home = `http://127.0.0.1:${served.port}`
    const {page, foreign, errors} = await watchedPage(browser, home, {viewport: {width: 390, height: 800}})
    await page.goto(home + view)
    expect(await page.locator('h1').first().textContent()).not.toBe('')
    expect(foreign).toEqual([])
    expect(errors).toEqual([])
    const scrolls = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
    expect(scrolls).toBeLessThanOrEqual(0)
    await picture(page, `narrow${view.replaceAll('/', '-')}`)
    await page.close()
  })
})
