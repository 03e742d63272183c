// One Chromium for the tests of the page, and what each of its pages must never do: ask elsewhere, fail, run what a report says.
import {mkdirSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import chromium from '@sparticuz/chromium'
import {type Browser, type Page, chromium as playwright} from 'playwright-core'
import {packagePath} from '../src/edge/files/root.ts'

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export async function openBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args.filter(one => one !== '--single-process' && one !== '--no-zygote'), ...QUIET],
    headless: true,
  })
}

export interface Watched {
  readonly page: Page
  /** Requests that left the machine, and errors; both stay empty. */
  readonly foreign: string[]
  readonly errors: string[]
}

export async function watchedPage(browser: Browser, home: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Watched> {
  const page = await browser.newPage({viewport: {width: 1280, height: 900}, ...options})
  const foreign: string[] = []
  const errors: string[] = []
  page.on('request', request => {
    if (!request.url().startsWith(home) && !request.url().startsWith('data:')) foreign.push(request.url())
  })
  page.on('console', message => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', error => errors.push(error.message))
  return {page, foreign, errors}
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TELL =
  'window.tell = ({violations}) => violations.map(({id, nodes}) => [id, nodes[0].html.slice(0, 160), nodes[0].failureSummary.slice(0, 200)].join(": "))'
/** In the dark only the colours differ. */
const TELL_VIOLATIONS = {
  light: 'axe.run().then(tell)',
  dark: "axe.run({runOnly: ['color-contrast']}).then(tell)",
} as const

/** What axe finds on the page as it stands; the page was opened with `bypassCSP`. */
export async function violationsOn(page: Page, colorScheme: keyof typeof TELL_VIOLATIONS): Promise<readonly string[]> {
  await page.evaluate(AXE)
  await page.evaluate(TELL)
  return (await page.evaluate(TELL_VIOLATIONS[colorScheme])) as string[]
}

/** Pixels by which the page is wider than the window. */
export const overhang = async (page: Page): Promise<number> =>
  (await page.evaluate('document.documentElement.scrollWidth - innerWidth')) as number

/** Screenshots are kept where CI picks them up, and git does not. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(packagePath('out'), {recursive: true})
  await page.screenshot({path: packagePath('out', `${name}.png`), fullPage: true})
}
