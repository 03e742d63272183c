// What a page carries beside its article must not become text: banners, calls to read on, captions, related links, tickers.
import {describe, expect, it} from 'vitest'
import {readPage} from '../src/ingest/html/page.ts'
import {parsePage, textOf} from '../src/ingest/html/tree.ts'
import {testPacks} from './support.ts'

const read = (html: string, address: string | null = null) => readPage(html, address, testPacks().page)
const FIRST = 'The envoy of Ostrel met the president of Kalvia in Sorrend on Friday, and the two spoke for four hours, officials said.'
const SECOND =
  '“The talks were useful,” government spokesman Orlo Vashenko told reporters after the meeting, and added that they would go on.'
const THIRD =
  'Kalvia has asked for the return of the border posts that it lost in March. Ostrel says that they were never part of the offer.'
const ARTICLE = `<p>${FIRST}</p><p>${SECOND}</p><p>${THIRD}</p>`
const TEXT = [FIRST, SECOND, THIRD].join('\n')
const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>Envoy meets president</title>${head}</head><body>${body}</body></html>`

describe('running text', () => {
  it.each<[string, string]>([
    [
      'a cookie banner before it',
      `<div id="cookie-banner"><p>We use cookies to improve your experience, and our partners use them to measure ours.</p></div><main>${ARTICLE}</main>`,
    ],
    [
      'the navigation and the footer around it',
      `<nav><ul><li><a href="/">World</a></li></ul></nav><div class="content">${ARTICLE}</div><footer><p>© 2031 Mirvan Post. All rights reserved, whatever you may think of it.</p></footer>`,
    ],
    [
      'a call to read on inside it',
      `<article><p>${FIRST}</p><p><strong>Read more:</strong> <a href="/b">Kalvia waits for an answer from its neighbour</a></p><p>${SECOND}</p><p>${THIRD}</p></article>`,
    ],
    [
      'a caption and a photo credit',
      `<article><figure><img src="a.jpg"><figcaption>The envoy leaves his plane in Sorrend. Photo: Mirvan News</figcaption></figure>${ARTICLE}</article>`,
    ],
    [
      'related links at its end',
      `<article>${ARTICLE}<div class="related-articles"><h3>Related</h3><ul><li><a href="/c">Kalvia counts its losses after a long winter of talks</a></li></ul></div></article>`,
    ],
    [
      'a list of links without a name',
      `<article>${ARTICLE}<ul><li><a href="/c">Kalvia counts its losses</a></li><li><a href="/d">Ostrel votes in May</a></li></ul></article>`,
    ],
    [
      'tags, a date and a byline',
      `<article><h1>Envoy meets president</h1><div class="meta"><span class="author">By Bo Marov</span> <time datetime="2031-04-11">11 April 2031</time></div>${ARTICLE}<p>Tags: <a href="/t">talks</a>, <a href="/k">Kalvia</a></p></article>`,
    ],
    [
      'a newsletter box',
      `<article><p>${FIRST}</p><aside class="newsletter-signup"><p>Sign up for our newsletter and get the best of our reporting every morning at six.</p></aside><p>${SECOND}</p><p>${THIRD}</p></article>`,
    ],
    [
      'comments that are longer',
      `<article>${ARTICLE}</article><div class="comments">${`<p>I have always said that nothing would come of it, and here we are, said the reader from the north. ${'And on he went. '.repeat(20)}</p>`.repeat(6)}</div>`,
    ],
    [
      'an advertisement label',
      `<article><p>${FIRST}</p><p>Advertisement</p><p>${SECOND}</p><p>Story continues below</p><p>${THIRD}</p></article>`,
    ],
    ['no html element', ARTICLE],
    [
      'several containers',
      `<div><div class="story-text"><p>${FIRST}</p></div><div class="ad-slot">Anzeige</div><div class="story-text"><p>${SECOND}</p></div><div class="story-text"><p>${THIRD}</p></div></div>`,
    ],
    [
      'single breaks inside lines',
      `<article><div>${FIRST.replace('in Sorrend', '<br>in Sorrend')}<br><br>${SECOND}<br><br>${THIRD}</div></article>`,
    ],
  ])('leaves out %s', (_, body) => expect(read(page(body)).text).toBe(TEXT))

  it('keeps subheads, lists and tables as lines of their own', () => {
    const body = `<article><p>${FIRST}</p><h2>No breakthrough</h2><p>${SECOND}</p><ul><li>A truce of thirty days, to begin at once.</li></ul><table><tr><td>Prisoners</td><td>120</td></tr><tr><td>Maps</td><td>3</td></tr></table><p>${THIRD}</p></article>`
    expect(read(page(body)).text.split('\n')).toEqual([
      FIRST,
      'No breakthrough',
      SECOND,
      '- A truce of thirty days, to begin at once.',
      'Prisoners | 120',
      'Maps | 3',
      THIRD,
    ])
  })

  it('keeps the lead that stands between the title and the body', () => {
    const lead = 'Four hours in Sorrend, and no date for the next round: what both sides say about the border posts.'
    const body = `<article><header><h1>Envoy meets president</h1><p class="lead">${lead}</p><p class="byline">By Bo Marov</p></header><div class="article-body">${ARTICLE}</div></article>`
    expect(read(page(body)).text).toBe(`${lead}\n${TEXT}`)
  })

  it('takes the text of structured data where the page has none', () => {
    const data = JSON.stringify({'@type': 'NewsArticle', headline: 'Envoy meets president', articleBody: TEXT})
    expect(read(page('<div id="app"></div>', `<script type="application/ld+json">${data}</script>`)).text).toBe(TEXT)
  })

  it('never runs or keeps script tags that the text shows', () => {
    expect(
      read(
        page(`<article>${ARTICLE}<p>He wrote &lt;script&gt;alert(1)&lt;/script&gt; on the board, and nobody laughed at it.</p></article>`),
      ).text,
    ).not.toContain('<script')
  })
})

describe('metadata', () => {
  const dateOf = (head: string, body = ARTICLE, address: string | null = null) => read(page(body, head), address).found
  it('reads the date from structured data, meta elements, marked elements, the address and the text, in that order', () => {
    expect(
      dateOf(
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","datePublished":"2031-04-11T18:00:00+02:00","dateModified":"2031-04-12"}</script>',
      ),
    ).toMatchObject({published: '2031-04-11T18:00:00+02:00', modified: '2031-04-12', publishedFrom: 'metadata'})
    expect(dateOf('<meta property="article:published_time" content="2031-04-11">')).toMatchObject({published: '2031-04-11'})
    expect(dateOf('', `<time datetime="2031-04-11T09:00Z">Friday</time>${ARTICLE}`)).toMatchObject({published: '2031-04-11T09:00:00Z'})
    expect(dateOf('', ARTICLE, 'https://mirvan.example/2031/04/11/envoy')).toMatchObject({
      published: '2031-04-11',
      publishedFrom: 'address',
    })
    expect(dateOf('', `<div class="date">Freitag, 11. April 2031</div>${ARTICLE}`)).toMatchObject({
      published: '2031-04-11',
      publishedFrom: 'text',
    })
    expect(dateOf('')).toMatchObject({published: null, publishedFrom: null})
  })

  it('takes the day that the page shows where the stamp is in the time of Greenwich', () => {
    const head = '<meta property="article:published_time" content="2031-04-12T03:30:00Z">'
    expect(dateOf(head, `<p class="date">April 11, 2031</p>${ARTICLE}`)).toMatchObject({published: '2031-04-11'})
    expect(dateOf(head)).toMatchObject({published: '2031-04-12T03:30:00Z'})
  })

  it('takes no date of a change, a right or another article for that of publication', () => {
    expect(dateOf('', `<div class="meta">Updated: 12 April 2031</div>${ARTICLE}<footer>© 2031</footer>`)).toMatchObject({published: null})
    expect(dateOf('<meta property="article:published_time" content="0001-01-01T00:00:00Z">')).toMatchObject({published: null})
  })

  it.each([
    ['Envoy meets president | Mirvan Post', '<h1>Envoy meets president</h1>', 'Envoy meets president'],
    [
      'Mirvan Post - Envoy meets president in Sorrend',
      '<h1>Mirvan Post</h1><h2>Envoy meets president in Sorrend</h2>',
      'Envoy meets president in Sorrend',
    ],
    ['Envoy meets president – and stays', '', 'Envoy meets president – and stays'],
  ])('title of %s', (title, head, wanted) => {
    expect(
      read(
        `<html><head><title>${title}</title><meta property="og:site_name" content="Mirvan Post"></head><body>${head}${ARTICLE}</body></html>`,
      ).found.title,
    ).toBe(wanted)
  })

  it.each([
    ['<meta name="author" content="By Ida Orlo and Bo Vash, Kalvia News">', ['Ida Orlo', 'Bo Vash', 'Kalvia News']],
    [
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","author":[{"@type":"Person","name":"Ida Orlo"},{"@type":"Organization","name":"Mirvan Post"}]}</script>',
      ['Ida Orlo'],
    ],
    ['<meta name="author" content="admin">', []],
  ])('byline of %s', (head, names) => expect(read(page(ARTICLE, head)).found.byline).toEqual(names))
})

describe('time and depth', () => {
  it('stands any depth', () => {
    expect(textOf(parsePage(`${'<div>'.repeat(50_000)}deep`).root)).toBe('deep')
    expect(read(`${'<table><tr><td>'.repeat(3000)}${ARTICLE}`).text).toContain(FIRST)
  })

  it.each<[string, (n: number) => string]>([
    ['breaks', n => `<div>${'a<br>'.repeat(n)}</div>`],
    ['unclosed paragraphs', n => '<p'.repeat(n)],
    ['dates', n => `<p>${'March 1 Friday last next 11.04.2031 '.repeat(n / 4)}</p>`],
    ['links', n => '<a href=x>y</a> '.repeat(n)],
    ['classes', n => `<div class="share ${'comment-x '.repeat(20)}">z</div>`.repeat(n / 20)],
    ['rows', n => `<table>${'<tr><td>a</td><td>b</td></tr>'.repeat(n / 4)}</table>`],
  ])('comes to the end of thirty thousand %s', (_, make) => {
    const source = page(make(30_000))
    expect(read(source).text.length).toBeLessThan(source.length)
  })
})
