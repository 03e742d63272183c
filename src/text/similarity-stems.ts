// The words of a label or remark that say which one it is: stems that are not common in English.
import type {Commonness} from './similarity-keys.ts'
import {foldWord} from './similarity-words.ts'
import {stemOf} from './stem.ts'

/** Texts in a thousand. "Agreement", "deal" and "talks" stand in more and tell no two apart. */
const TOO_COMMON = 60
const SHORTEST = 3

/** Distinct stems, ascending. */
export function tellingStems(text: string, commonness: Commonness): string[] {
  const stems = (text.match(/[\p{L}\p{N}]+/gu) ?? []).map(word => stemOf(foldWord(word))).filter(stem => stem.length >= SHORTEST)
  return [...new Set(stems.filter(stem => !Object.hasOwn(commonness, stem) || commonness[stem]! < TOO_COMMON))].sort()
}
