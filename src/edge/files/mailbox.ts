// Reads a mailbox (MBOX): a message begins at a line "From … date" after an empty line. Libraries split at every "From " (field/ingest.md 6).
import type {Carrier, Item} from './carrier.ts'
import type {MemberReader} from './foreign.ts'

const POSTMARK = /^From \S+ .{0,60}\d{4}/

export async function* readMailbox(_carrier: Carrier, bytes: Uint8Array, readMember: MemberReader): AsyncGenerator<Item> {
  // Latin-1 keeps every byte as one character.
  const source = Buffer.from(bytes).toString('latin1')
  let start = -1
  let number = 0
  let isAfterEmpty = true
  for (let at = 0; at <= source.length; ) {
    const feed = source.indexOf('\n', at)
    const end = feed < 0 ? source.length : feed
    const isPostmark = isAfterEmpty && source.startsWith('From ', at) && POSTMARK.test(source.slice(at, at + 160))
    if (isPostmark || feed < 0) {
      if (start >= 0)
        yield* readMember(`message-${++number}`, unquote(source.slice(start, isPostmark ? at : source.length)), {kind: 'mail'})
      start = end + 1
    }
    if (feed < 0) break
    isAfterEmpty = source.slice(at, end).trim() === ''
    at = end + 1
  }
}

/** ">From " stood as "From " in the message. */
const unquote = (message: string): Uint8Array => Buffer.from(message.replace(/^>(>*From )/gm, '$1').trimEnd(), 'latin1')
