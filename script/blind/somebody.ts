// Whether a somebody of the program is one of the names that the coder wrote down.
import type {ReadDocument} from '../../src/model/reading.ts'
import type {Span} from '../../src/model/span.ts'

const PRONOUNS = new Set('i we you he she it they me us him her them who which both neither nobody'.split(' '))
const LEADING = /^(?:the|a|an|his|her|its|their|our|mr|ms|mrs|dr) /

/** What makes a longer name that of somebody else. */
const OTHERS = / (?:at|of|from|in|for) /

/** Names of one somebody as the coder wrote them. */
export type Names = readonly string[]

/**
 * A somebody with a name must bear one of the coded names; one that the report never names must be called, in the claim's own sentence, what
 * the coder wrote. So a pronoun or nominal that was resolved to the wrong name does not count as right.
 */
export function isNamed(document: ReadDocument, ref: number, sentence: Span, coded: Names): boolean {
  const somebody = document.somebodies[ref]
  if (somebody === undefined) return false
  // a person whom the packs know and the report never names in full is somebody else of that surname
  if (somebody.type === 'person' && !somebody.name.split(' ').every(word => document.text.includes(word))) return false
  const mentions = document.mentions.filter(mention => mention.entity === ref)
  const textOf = (span: Span) => document.text.slice(span.start, span.end)
  const named = mentions.filter(mention => mention.level === 'name').map(textOf)
  const wanted = coded.map(plain)
  if (named.length > 0 || somebody.pack !== null)
    return [somebody.name, ...somebody.aliases, ...named].some(name => wanted.some(one => !PRONOUNS.has(one) && overlaps(plain(name), one)))
  const here = mentions.filter(({start, end}) => start >= sentence.start && end <= sentence.end).map(textOf)
  return [somebody.name, ...here].some(name => wanted.some(one => (PRONOUNS.has(one) ? plain(name) === one : overlaps(plain(name), one))))
}

/** A claim's somebodies against the coded ones: at least one actor is coded as an actor, and none stands outside actors and recipients. */
export function fits(
  document: ReadDocument,
  refs: readonly number[],
  sentence: Span,
  actors: readonly Names[],
  others: readonly Names[],
): boolean {
  const isOne = (ref: number, lists: readonly Names[]): boolean =>
    lists.some(names => isNamed(document, ref, sentence, names)) || isGroupOf(ref, lists)
  const isGroupOf = (ref: number, lists: readonly Names[]): boolean => {
    const members = document.somebodies[ref]?.members ?? []
    return members.length > 0 && members.every(member => lists.some(names => isNamed(document, member, sentence, names)))
  }
  return refs.some(ref => isOne(ref, actors)) && refs.every(ref => isOne(ref, [...actors, ...others]))
}

function plain(name: string): string {
  const lower = name.toLowerCase().replaceAll('’', "'").replace(/'s?$/, '')
  return lower.replace(LEADING, '')
}

/** One name stands in the other as whole words: "Quispe" in "Ines Quispe", but not "Northern Air" in "pilots at Northern Air", who are others. */
function overlaps(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [` ${a} `, ` ${b} `] : [` ${b} `, ` ${a} `]
  const at = long.indexOf(short)
  return a !== '' && b !== '' && at >= 0 && !OTHERS.test(` ${long.slice(0, at)} ${long.slice(at + short.length)} `)
}
