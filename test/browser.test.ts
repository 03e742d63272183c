// The page in a real browser: every view opens, runs no script, asks nobody else for anything, and does not scroll sideways on a narrow screen.
import chromium from '@sparticuz/chromium'
import {type Browser, chromium as playwright} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {buildApplication} from '../src/edge/http/application.ts'
import {type Served, serveAtHome} from '../src/edge/http/server.ts'
import {record} from './fixture-record.ts'

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const VIEWS = ['/', '/timeline', '/positions', '/agreements', '/quotes', '/people', '/sources', '/conflicts']

describe('the page in Chromium', () => {
  let browser: Browser
  let served: Served

  beforeAll(async () => {
    served = await serveAtHome(port => buildApplication(record, port), 0)
    browser = await playwright.launch({
      executablePath: await chromium.executablePath(),
      args: [...chromium.args.filter(one => one !== '--single-process' && one !== '--no-zygote'), ...QUIET],
      headless: true,
    })
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  it.each(VIEWS)('opens %s with a heading, no foreign request and no error', async view => {
    const page = await browser.newPage({viewport: {width: 390, height: 800}})
    const home = `http://127.0.0.1:${served.port}`
    const foreign: string[] = []
    const errors: string[] = []
    page.on('request', request => {
      if (!request.url().startsWith(home)) foreign.push(request.url())
    })
    page.on('console', message => {
      if (message.type() === 'error') errors.push(message.text())
    })
    const response = await page.goto(home + view)
    expect(response?.status()).toBe(200)
    expect(await page.locator('h1').first().textContent()).not.toBe('')
    expect(foreign).toEqual([])
    expect(errors).toEqual([])
    const {scrolls, scripts} = (await page.evaluate(
      '({scrolls: document.documentElement.scrollWidth - innerWidth, scripts: document.scripts.length})',
    )) as {scrolls: number; scripts: number}
    expect(scrolls).toBeLessThanOrEqual(0)
    expect(scripts).toBe(0)
    await page.close()
  })
})
