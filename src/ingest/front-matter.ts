// Front matter: YAML between two lines of three hyphens at the head of a text file.
import {parseDocument} from 'yaml'
import type {Given} from './article.ts'
import {GIVEN_KEYS, readGiven} from './given.ts'

const MAX_FRONT_MATTER = 20_000
const MAX_ALIASES = 10

/** The text behind the front matter as it is; the whole text where the first lines hold no key that is known. */
export function splitFrontMatter(text: string): {given: Given; text: string} {
  const whole = {given: {}, text}
  const opening = /^---[ \t]*\r?\n/.exec(text)
  if (opening === null) return whole
  const head = text.slice(opening[0].length, MAX_FRONT_MATTER)
  const closing = /(?:^|\n)---[ \t]*(?:\r?\n|$)/.exec(head)
  if (closing === null) return whole
  const fields = readYaml(head.slice(0, closing.index))
  if (typeof fields !== 'object' || fields === null || !GIVEN_KEYS.some(key => Object.hasOwn(fields, key))) return whole
  return {given: readGiven(fields), text: text.slice(opening[0].length + closing.index + closing[0].length)}
}

/** Undefined where it is no YAML. Dates stay strings; aliases are bounded. */
export function readYaml(text: string): unknown {
  const document = parseDocument(text, {uniqueKeys: true})
  if (document.errors.length > 0) return undefined
  try {
    return document.toJS({maxAliasCount: MAX_ALIASES})
  } catch {
    return undefined
  }
}
