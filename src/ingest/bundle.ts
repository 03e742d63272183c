// Press databases hand out many articles in one file. Splits the two usual shapes: blocks that end with "End of Document", and blocks
// that end with a "Document" line and its number; each with its head of title, paper, date, length and byline.

import type {Found} from './article.ts'
import type {WrittenDay} from './written-day.ts'

export interface BundledArticle {
  readonly text: string
  readonly found: Found
}

const END_OF_DOCUMENT = /^end of document$/i
const DOCUMENT_NUMBER = /^document [a-z0-9]{10,40}$/i
const BODY = /^(?:body|full text:?)$/i
/** Lines of a head that are no text. */
const HEAD_FIELD =
  /^(?:length|section|byline|dateline|highlight|graphic|load-date|copyright|classification|language|publication-type|subject|industry|geographic|correction-date|journal code|source|pub-?type|series|type):/i
const WORD_COUNT = /^\d{1,3}(?:,\d{3})* words$/i
const LONGEST_HEAD = 14
const FEWEST = 2

/** Null where the text is no bundle. `findDay` reads the day of a line. */
export function splitBundle(text: string, findDay: (line: string) => WrittenDay | null): BundledArticle[] | null {
  const lines = text.split('\n').map(line => line.trim())
  const ends = lines.flatMap((line, i) => (END_OF_DOCUMENT.test(line) || DOCUMENT_NUMBER.test(line) ? [i] : []))
  if (ends.length < FEWEST) return null
  return ends.flatMap((end, i) => {
    const article = readBlock(lines.slice(i === 0 ? 0 : ends[i - 1]! + 1, end), findDay)
    return article === null ? [] : [article]
  })
}

function readBlock(block: readonly string[], findDay: (line: string) => WrittenDay | null): BundledArticle | null {
  const lines = block.filter(line => line !== '')
  const marked = lines.findIndex(line => BODY.test(line))
  const head = lines.slice(0, marked < 0 ? LONGEST_HEAD : Math.min(marked, LONGEST_HEAD * 2))
  const day = head.map(findDay).findIndex(found => found !== null)
  if (day < 0 || lines.length < 3) return null
  const words = head.findIndex(line => WORD_COUNT.test(line))
  const byline = field(head, 'byline')
  const start = marked >= 0 ? marked + 1 : bodyAfterHead(head, day)
  const body = lines.slice(start).filter(line => !HEAD_FIELD.test(line) && !/^(?:copyright|©)/i.test(line))
  if (body.length === 0) return null
  const isFactiva = words >= 0 && words < day
  return {
    text: body.join('\n'),
    found: {
      title: lines[0]!,
      publisher: isFactiva ? (head.slice(day + 1).find(line => !/^\d{1,2}:\d{2}/.test(line)) ?? null) : (head[1] ?? null),
      byline:
        byline === null
          ? []
          : byline
              .split(/;| and /i)
              .map(name => name.trim())
              .filter(name => name !== ''),
      published: findDay(head[day]!)!.day,
    },
  }
}

const field = (head: readonly string[], name: string): string | null =>
  head
    .find(line => line.toLowerCase().startsWith(`${name}:`))
    ?.slice(name.length + 1)
    .trim() ?? null

/** Title, words, date, time, paper, code, language, copyright: the text begins behind the copyright, or behind the short lines. */
function bodyAfterHead(head: readonly string[], day: number): number {
  const copyright = head.findIndex((line, i) => i > day && /copyright|©|\(c\)/i.test(line))
  if (copyright >= 0) return copyright + 1
  let at = day + 1
  while (at < head.length && (head[at]!.length < 60 || HEAD_FIELD.test(head[at]!))) at++
  return at
}
