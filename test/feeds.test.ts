// Feeds as they are written: every age and dialect, odd dates, broken markup, entities that must not unfold.
import {describe, expect, it} from 'vitest'
import {type FeedEntry, readFeed} from '../src/ingest/feed/feed.ts'
import {readJsonNews} from '../src/ingest/feed/json-feed.ts'
import {readSubscriptions} from '../src/ingest/feed/opml.ts'
import {parseXml, XmlTooDeep, xmlText} from '../src/ingest/xml.ts'
import {testPacks} from './support.ts'

const read = (xml: string): FeedEntry[] | null => readFeed(parseXml(xml), null, testPacks().page)
const rss = (items: string, head = '<title>Mirvan Post</title><link>https://mirvan.example/</link><language>en</language>') =>
  `<?xml version="1.0"?><rss version="2.0"><channel>${head}${items}</channel></rss>`

describe('entries', () => {
  it('reads RSS 2.0', () => {
    const xml = rss(
      '<item><title>Talks &amp;amp; tea</title><link>https://mirvan.example/a</link><guid isPermaLink="false">g1</guid><pubDate>Fri, 11 Apr 2031 18:00:00 GMT</pubDate><author>desk@mirvan.example (Ida Orlo)</author><description>&lt;p&gt;The envoy came.&lt;/p&gt;</description></item>',
    )
    expect(read(xml)).toMatchObject([
      {
        text: 'The envoy came.',
        found: {
          title: 'Talks & tea',
          uri: 'https://mirvan.example/a',
          guid: 'g1',
          published: '2031-04-11T18:00:00Z',
          byline: ['Ida Orlo'],
          publisher: 'Mirvan Post',
          feed: {title: 'Mirvan Post', link: 'https://mirvan.example/', language: 'en'},
        },
      },
    ])
  })

  it('reads Atom with bases, languages and inline XHTML', () => {
    const xml =
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:base="https://mirvan.example/x/" xml:lang="en"><a:title type="html">&lt;b&gt;Mirvan&lt;/b&gt;</a:title><a:entry><a:link rel="alternate" href="../b"/><a:link rel="self" href="self"/><a:updated>2031-04-11T18:00:00Z</a:updated><a:content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.</p></div></a:content></a:entry></a:feed>'
    expect(read(xml)).toMatchObject([
      {
        text: 'One.\nTwo.',
        found: {uri: 'https://mirvan.example/b', published: '2031-04-11T18:00:00Z', declaredLanguage: 'en', publisher: 'Mirvan'},
      },
    ])
  })

  it('reads RDF, whose items stand beside the channel', () => {
    const xml =
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>M</title></channel><item rdf:about="https://m.example/1"><title>T</title><description>Text.</description><d:date>2031-04-11</d:date><d:creator>Bo Vash</d:creator></item></rdf:RDF>'
    expect(read(xml)).toMatchObject([{text: 'Text.', found: {uri: 'https://m.example/1', published: '2031-04-11', byline: ['Bo Vash']}}])
  })

  it('names the true publisher of an item that was passed on', () => {
    expect(
      read(rss('<item><description>Text.</description><source url="https://kalvia.example/feed">Kalvia News</source></item>')),
    ).toMatchObject([{found: {publisher: 'Kalvia News'}}])
  })

  it('reads what is broken', () => {
    expect(read(rss('<item><title>A & B < C</title><description>One <b>bold</description></item><item><title>Next</title>'))).toHaveLength(
      2,
    )
    expect(read('<RSS><CHANNEL><ITEM><DESCRIPTION>Loud text.</DESCRIPTION></ITEM></CHANNEL></RSS>')).toMatchObject([{text: 'Loud text.'}])
  })

  it('joins entries that repeat, cuts endless feeds, and says so', () => {
    const same = read(rss('<item><guid>1</guid><description>Text.</description></item>'.repeat(20_000)))!
    expect(same).toHaveLength(1)
    expect(same[0]!.notes.map(note => note.code)).toEqual(['ingest/feed-cut'])
  })

  it('says that a feed has no entries, and that other XML is no feed', () => {
    expect(read(rss(''))).toMatchObject([{text: '', notes: [{code: 'ingest/no-entries'}]}])
    expect(read('<a><b/></a>')).toBeNull()
  })

  it('drops addresses that are none', () => {
    for (const link of ['javascript:alert(1)', 'file:///etc/hostname', 'gopher://127.0.0.1/'])
      expect(read(rss(`<item><link>${link}</link><description>T.</description></item>`, ''))![0]!.found.uri).toBeNull()
  })

  it('reads JSON Feed', () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1',
      title: 'M',
      home_page_url: 'https://m.example/',
      items: [
        {id: 7, url: '/a', title: 'T', content_html: '<p>One.</p>', date_published: '2031-04-11T18:00:00Z', author: {name: 'Bo Vash'}},
      ],
    }
    expect(readJsonNews(feed, testPacks().page)).toMatchObject([
      {text: 'One.', found: {uri: 'https://m.example/a', guid: '7', byline: ['Bo Vash'], published: '2031-04-11T18:00:00Z'}},
    ])
  })
})

describe('XML', () => {
  it('expands no entity and reads no document type', () => {
    const laughs = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><l>&b; &lt;</l>'
    expect(xmlText(parseXml(laughs))).toBe('&b; <')
  })

  it('stops at a depth that no document has', () => {
    expect(() => parseXml('<a>'.repeat(100_000))).toThrow(XmlTooDeep)
  })

  it.each<[string, (n: number) => string]>([
    ['open brackets', n => '<'.repeat(n)],
    ['closing tags', n => `<a>${'</b>'.repeat(n)}`],
    ['attributes', n => `<a ${Array.from({length: n}, (_, i) => `b${i}=1`).join(' ')}>`],
    ['comments', n => '<!--'.repeat(n)],
    ['ampersands', n => '&amp'.repeat(n)],
    ['siblings', n => '<a/>'.repeat(n)],
  ])('comes to the end of half a million %s', (_, make) => {
    expect(() => parseXml(make(500_000))).not.toThrow(RangeError)
  })
})

describe('lists of subscriptions', () => {
  const opml = `<?xml version="1.0"?><opml version="2.0"><head><title>Desk</title></head><body><outline text="Mirvan"><outline type="rss" title="Mirvan Post" text="x" xmlUrl="https://mirvan.example/rss?utm_source=a" htmlUrl="https://mirvan.example/"/>
    <outline text="again" xmlUrl="https://mirvan.example/rss"/><outline text="no feed"/></outline><outline text="bad" xmlUrl="file:///etc/passwd"/></body></opml>`

  it('names each feed once, with its groups, and no address that is no web address', () => {
    expect(readSubscriptions(parseXml(opml))).toEqual({
      title: 'Desk',
      subscriptions: [{feed: 'https://mirvan.example/rss', title: 'Mirvan Post', site: 'https://mirvan.example/', groups: ['Mirvan']}],
    })
  })

  it('is no list where it is a feed', () => {
    expect(readSubscriptions(parseXml(rss('<item/>')))).toBeNull()
  })
})
