// Reads a mail (EML): a newsletter or an agency's dispatch. The HTML part is read as a page, a plain one as it is.
import PostalMime from 'postal-mime'
import type {Found} from '../../ingest/article.ts'
import {readStructuredDate} from '../../ingest/dates.ts'
import {readFragment} from '../../ingest/html/fragment.ts'
import {readPage} from '../../ingest/html/page.ts'
import {type Carrier, finish, type Item} from './carrier.ts'
import type {MemberReader} from './foreign.ts'
import {ReadFailure} from './read-failure.ts'

/** The extractor is for pages; a mail that it leaves short is all message. */
const SHORT = 200
const READ_ATTACHMENTS =
  /^(?:application\/pdf|application\/vnd\.openxmlformats-officedocument\.wordprocessingml|text\/html|message\/rfc822)/

export async function* readMail(carrier: Carrier, bytes: Uint8Array, readMember: MemberReader): AsyncGenerator<Item> {
  const mail = await PostalMime.parse(bytes, {maxNestingDepth: 64}).catch((error: Error) => {
    throw new ReadFailure('ingest/corrupt', `the mail cannot be read: ${error.message}`)
  })
  const date = mail.headers.find(header => header.key === 'date')?.value ?? ''
  const found: Found = {
    title: mail.subject?.trim() || null,
    publisher: mail.from?.name?.trim() || null,
    guid: mail.messageId ?? null,
    published: readStructuredDate(date.replace(/\([^)]*\)\s*$/, '')),
    publishedFrom: 'metadata',
  }
  const text = textOf(carrier, mail.html, mail.text)
  if (text.trim() !== '') yield await finish(carrier, text, found)
  let attachments = 0
  for (const attachment of mail.attachments) {
    if (!READ_ATTACHMENTS.test(attachment.mimeType)) continue
    attachments++
    const content = typeof attachment.content === 'string' ? Buffer.from(attachment.content) : new Uint8Array(attachment.content)
    yield* readMember(attachment.filename ?? `part-${attachments}`, content)
  }
  if (text.trim() === '' && attachments === 0) throw new ReadFailure('ingest/empty', 'the mail has no text')
}

function textOf(carrier: Carrier, html: string | undefined, plain: string | undefined): string {
  if (html !== undefined && html.trim() !== '') {
    const page = readPage(html, null, carrier.page).text
    return page.length >= SHORT ? page : readFragment(html, carrier.page.html)
  }
  return (plain ?? '').replaceAll('\r\n', '\n').trimEnd()
}
