// A list of subscriptions (OPML): which feeds somebody reads. It carries no report itself; `parley watch` polls what it names.
import {cleanAddress} from '../html/meta.ts'
import {below, childOf, type XmlElement, xmlText} from '../xml.ts'

export interface Subscription {
  /** Address of the feed. */
  readonly feed: string
  readonly title: string | null
  /** Address of the site, where it is told. */
  readonly site: string | null
  /** Names of the outlines around it, outermost first. */
  readonly groups: readonly string[]
}

export interface SubscriptionList {
  readonly title: string | null
  readonly subscriptions: readonly Subscription[]
}

/** Nobody subscribes to more; a longer list is an attack. */
const MOST_SUBSCRIPTIONS = 5000

/** Null where the document is no OPML. A feed named twice is one subscription; one without an http address is none. */
export function readSubscriptions(root: XmlElement): SubscriptionList | null {
  const list = root.children.find((child): child is XmlElement => typeof child === 'object' && child.name === 'opml')
  if (list === undefined) return null
  const found = new Map<string, Subscription>()
  for (const outline of below(list)) {
    if (outline.name !== 'outline' || found.size >= MOST_SUBSCRIPTIONS) continue
    const feed = cleanAddress(outline.attributes['xmlurl'] ?? null, null)
    if (feed === null || found.has(feed)) continue
    const site = cleanAddress(outline.attributes['htmlurl'] ?? null, null)
    found.set(feed, {feed, title: nameOf(outline), site, groups: groupsOf(outline)})
  }
  const head = childOf(list, 'head')
  const title = head === null ? '' : xmlText(childOf(head, 'title')).trim()
  return {title: title === '' ? null : title, subscriptions: [...found.values()]}
}

const nameOf = (outline: XmlElement): string | null => {
  const name = (outline.attributes['title'] ?? outline.attributes['text'] ?? '').trim()
  return name === '' ? null : name
}

function groupsOf(outline: XmlElement): string[] {
  const groups: string[] = []
  for (let above = outline.parent; above !== null && above.name === 'outline'; above = above.parent) {
    const name = nameOf(above)
    if (name !== null) groups.unshift(name)
  }
  return groups
}
