// Reads a Markdown file with its front matter.
import {splitFrontMatter} from '../../ingest/front-matter.ts'
import {mergeGiven} from '../../ingest/given.ts'
import {plainMarkdown} from '../../ingest/markdown.ts'
import {type Carrier, finish, type Item} from './carrier.ts'
import {decode} from './detectors.ts'

export async function readMarkdown(carrier: Carrier, bytes: Uint8Array): Promise<Item> {
  const {text: source, notes} = decode(bytes, null)
  const split = splitFrontMatter(source)
  const {text, title} = plainMarkdown(split.text)
  return finish(carrier, text, {title}, notes, mergeGiven(carrier.given, split.given))
}
