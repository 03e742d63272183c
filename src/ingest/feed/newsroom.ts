// The formats in which agencies hand their stories to newsrooms: NITF and NewsML-G2 (IPTC), with version, embargo and status.
import type {PagePack} from '../../model/pack-page.ts'
import type {DocumentNote} from '../../model/span.ts'
import type {Found} from '../article.ts'
import {readStructuredDate} from '../dates.ts'
import {splitByline} from '../html/byline.ts'
import {readFragment} from '../html/fragment.ts'
import {below, childOf, innerMarkup, type XmlElement, xmlText} from '../xml.ts'
import type {FeedEntry} from './feed.ts'

/** Null where the document is neither. */
export function readNewsItems(root: XmlElement, pack: PagePack): FeedEntry[] | null {
  const elements = [...below(root)]
  const local = (element: XmlElement) => element.name.replace(/^.*:/, '')
  const items = elements.filter(element => local(element) === 'newsitem' && find(element, 'itemmeta') !== null)
  if (items.length > 0) return items.map(item => readNewsItem(item, pack))
  const stories = elements.filter(element => local(element) === 'nitf')
  return stories.length === 0 ? null : stories.map(story => readNitf(story, pack, null))
}

/** First element below with that name, whatever its prefix. */
function find(element: XmlElement, name: string): XmlElement | null {
  for (const next of below(element)) if (next.name === name || next.name.endsWith(`:${name}`)) return next
  return null
}

const textAt = (element: XmlElement, name: string): string | null => xmlText(find(element, name)).replace(/\s+/g, ' ').trim() || null
const dateAt = (element: XmlElement, name: string): string | null => readStructuredDate(textAt(element, name) ?? '')

function readNewsItem(item: XmlElement, pack: PagePack): FeedEntry {
  const meta = find(item, 'itemmeta')!
  const content = find(item, 'contentmeta') ?? item
  const inner = find(item, 'nitf')
  const html = find(item, 'body') ?? find(item, 'inlinexml') ?? find(item, 'inlinedata')
  const status = `${find(meta, 'pubstatus')?.attributes['qcode'] ?? 'stat:usable'}`
  const embargo = dateAt(meta, 'embargoed')
  const found: Found = {
    guid: item.attributes['guid'] ?? null,
    title: textAt(content, 'headline') ?? textAt(meta, 'title'),
    publisher:
      textAt(find(meta, 'provider') ?? meta, 'name') ??
      textAt(content, 'creditline') ??
      find(meta, 'provider')?.attributes['literal'] ??
      null,
    byline: splitByline(textAt(content, 'by') ?? '', pack),
    published: dateAt(meta, 'firstcreated') ?? dateAt(content, 'contentcreated') ?? dateAt(meta, 'versioncreated'),
    modified: dateAt(meta, 'versioncreated'),
    declaredLanguage: find(content, 'language')?.attributes['tag'] ?? item.attributes['xml:lang'] ?? null,
    flags: isWithdrawn(status) ? [{kind: 'withdrawn', score: 1, because: []}] : [],
  }
  const notes = [...embargoNote(embargo), ...statusNote(status)]
  if (inner !== null) {
    const story = readNitf(inner, pack, found)
    return {...story, notes: [...story.notes, ...notes]}
  }
  return {text: html === null ? '' : bodyOf(html, pack), found, id: null, notes}
}

function readNitf(story: XmlElement, pack: PagePack, known: Found | null): FeedEntry {
  const head = childOf(story, 'head') ?? story
  const body = find(story, 'body.content') ?? find(story, 'body')
  const data = find(head, 'docdata') ?? head
  const norm = (name: string) => readStructuredDate(find(data, name)?.attributes['norm'] ?? '')
  const status = data.attributes['management-status'] ?? 'usable'
  const issued = norm('date.issue')
  const release = norm('date.release')
  const found: Found = {
    guid: find(data, 'doc-id')?.attributes['id-string'] ?? null,
    title: textAt(find(story, 'hedline') ?? story, 'hl1') ?? textAt(head, 'title'),
    publisher: find(head, 'pubdata')?.attributes['name'] ?? textAt(story, 'distributor'),
    byline: splitByline(textAt(story, 'byline') ?? '', pack),
    published: release ?? issued ?? readStructuredDate(find(head, 'pubdata')?.attributes['date.publication'] ?? ''),
    flags: isWithdrawn(status) ? [{kind: 'withdrawn', score: 1, because: []}] : [],
  }
  const embargo = /^embargoed$/i.test(status) || (issued !== null && release !== null && release > issued) ? release : null
  const merged: Found =
    known === null
      ? found
      : Object.fromEntries(Object.entries({...found, ...known}).map(([key, value]) => [key, value ?? found[key as keyof Found] ?? null]))
  return {text: body === null ? '' : bodyOf(body, pack), found: merged, id: null, notes: [...embargoNote(embargo), ...statusNote(status)]}
}

const bodyOf = (element: XmlElement, pack: PagePack): string => readFragment(innerMarkup(element), pack.html)

const isWithdrawn = (status: string): boolean => /(?:^|:)(?:cancell?ed|withheld|withdrawn|killed|embargoed-killed)$/i.test(status)

const statusNote = (status: string): DocumentNote[] =>
  isWithdrawn(status) ? [{code: 'ingest/withdrawn', message: `its publisher has taken it back (${status}): it counts for nothing`}] : []

const embargoNote = (embargo: string | null): DocumentNote[] =>
  embargo === null ? [] : [{code: 'ingest/embargo', message: `under embargo until ${embargo}`}]
