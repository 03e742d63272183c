// Names the kind of a source by its first bytes. The ending of its name only decides between kinds of plain text.

export type Kind =
  | 'text'
  | 'json-lines'
  | 'json'
  | 'html'
  | 'xml'
  | 'markdown'
  | 'table'
  | 'pdf'
  | 'zip'
  | 'gzip'
  | 'mail'
  | 'mailbox'
  | 'warc'
  | 'arc'
  | 'rtf'
  | 'media'

/** As many of the first bytes as sniffing wants to see. */
export const HEAD_LENGTH = 8192

const MAGIC: readonly (readonly [Kind, string])[] = [
  ['pdf', '%PDF-'],
  ['zip', 'PK\u0003\u0004'],
  ['zip', 'PK\u0005\u0006'],
  ['gzip', '\u001f\u008b'],
  ['rtf', '{\\rtf'],
  ['warc', 'WARC/'],
  ['arc', 'filedesc://'],
  ['mailbox', 'From '],
  ['media', '\u0089PNG'],
  ['media', 'GIF8'],
  ['media', '\u00ff\u00d8\u00ff'],
  ['media', 'RIFF'],
  ['media', 'OggS'],
  ['media', 'ID3'],
  ['media', '\u007fELF'],
  ['media', 'MZ\u0090'],
  ['media', '\u00d0\u00cf\u0011\u00e0'],
  ['media', 'SQLite format 3'],
  ['media', '7z\u00bc\u00af'],
  ['media', 'Rar!'],
  ['media', 'BZh'],
  ['media', '\u00fd7zXZ'],
  ['media', '\u0028\u00b5\u002f\u00fd'],
  ['media', '%!PS'],
]
/** Some PDFs carry a few bytes before their mark. */
const PDF_MARK_WITHIN = 1024
const MAIL_HEADER =
  /^(?:from|to|subject|date|received|return-path|message-id|mime-version|delivered-to|x-[a-z-]+|content-type|dkim-signature|reply-to):/i
const MAILBOX_LINE = /^From \S+ .*\d{4}/
const HTML_START =
  /^<(?:!doctype html|html|head|body|title|meta|p|div|h[1-6]|article|section|main|span|a|table|ul|ol|script|style|link|br|img|header)\b/i
const XML_FEED_OR_NEWS =
  /^<(?:rss|feed|rdf:rdf|channel|opml|nitf|newsml|newsitem|newsmessage|packageitem|atom:|\w+:(?:rss|feed|channel)\b)/i

/** `name` may be empty. */
export function sniffKind(head: Uint8Array, name: string): Kind {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const latin = latinOf(head)
  for (const [kind, magic] of MAGIC) {
    if (!latin.startsWith(magic)) continue
    if (kind === 'mailbox' && !MAILBOX_LINE.test(latin.slice(0, 200))) continue
    if (kind === 'media' && (magic.length < 4 || magic === 'RIFF') && !/[\u0000-\u0008]/.test(latin.slice(0, 64))) continue
    return kind === 'gzip' && /\.warc\.gz$/i.test(name) ? 'warc' : kind
  }
  if (latin.slice(0, PDF_MARK_WITHIN).includes('%PDF-') && ending === 'pdf') return 'pdf'
  return textKind(latin, ending)
}

function textKind(latin: string, ending: string): Kind {
  // Feeds and pages in UTF-16 and UTF-32 are told by their ASCII letters.
  const plain = latin.replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '').replaceAll('\0', '')
  const start = plain.trimStart()
  if (ending === 'jsonl' || ending === 'ndjson') return 'json-lines'
  if (start.startsWith('{') || start.startsWith('[')) return jsonKind(start, ending)
  const markup = afterProlog(start)
  if (XML_FEED_OR_NEWS.test(markup)) return 'xml'
  const isNamedXml = ['xml', 'rss', 'atom', 'rdf', 'opml', 'nitf'].includes(ending)
  if (HTML_START.test(markup) && !(isNamedXml && !/^<(?:!doctype html|html|body|head)/i.test(markup))) return 'html'
  if (['html', 'htm', 'xhtml', 'shtml', 'mhtml'].includes(ending)) return 'html'
  if (isNamedXml || /^<\?xml/i.test(start)) return 'xml'
  if (isMail(plain) && (ending === 'eml' || countHeaders(plain) >= 3)) return 'mail'
  if (ending === 'md' || ending === 'markdown') return 'markdown'
  if (ending === 'csv' || ending === 'tsv') return 'table'
  return 'text'
}

function jsonKind(start: string, ending: string): Kind {
  const line = start.slice(0, start.indexOf('\n') < 0 ? start.length : start.indexOf('\n'))
  if (/^\{\s*"/.test(line) && /"text"\s*:/.test(line) && (line.trimEnd().endsWith('}') || line.length > HEAD_LENGTH / 2))
    return 'json-lines'
  if (ending === 'json' || /^[[{]\s*(?:["{]|$)/.test(start.slice(0, 200))) return 'json'
  return 'text'
}

/** What follows the XML declaration, comments, processing instructions and a foreign document type. */
function afterProlog(start: string): string {
  let rest = start
  for (let steps = 0; steps < 12; steps++) {
    const end = rest.startsWith('<!--')
      ? endOf(rest, '-->')
      : rest.startsWith('<?')
        ? endOf(rest, '?>')
        : /^<!doctype (?!html)/i.test(rest)
          ? endOf(rest, rest.slice(0, Math.max(0, rest.indexOf('>'))).includes('[') ? ']>' : '>')
          : 0
    if (end <= 0) return rest
    rest = rest.slice(end).trimStart()
  }
  return rest
}

const endOf = (text: string, mark: string): number => (text.indexOf(mark) < 0 ? 0 : text.indexOf(mark) + mark.length)

const isMail = (text: string): boolean => MAIL_HEADER.test(text)

const countHeaders = (text: string): number =>
  text
    .slice(0, 4096)
    .split(/\r?\n\r?\n/, 1)[0]!
    .split('\n')
    .filter(line => MAIL_HEADER.test(line)).length

function latinOf(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < Math.min(bytes.length, HEAD_LENGTH); i++) text += String.fromCharCode(bytes[i]!)
  return text
}
