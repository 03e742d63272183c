// Keeps every fetched byte and header as a web archive (WARC 1.1, one gzip member a record), so that a record can be made again from it.
import {createHash, randomUUID} from 'node:crypto'
import {appendFileSync} from 'node:fs'
import {gzipSync} from 'node:zlib'

export interface Exchange {
  readonly url: string
  /** ISO 8601. */
  readonly at: string
  /** Head and body of the request and of the answer, as they went over the line but for the chunks of the transfer. */
  readonly request: string
  readonly answerHead: string
  readonly answerBody: Buffer
}

export interface Archive {
  add(exchange: Exchange): void
}

/** Appends to `path`; a file that exists goes on where it ended. Mode 0600: what somebody reads is theirs. */
export function openArchive(path: string, software: string): Archive {
  let isNew = true
  return {
    add(exchange) {
      const records: Buffer[] = []
      if (isNew)
        records.push(
          writeRecord(
            'warcinfo',
            exchange.at,
            null,
            'application/warc-fields',
            Buffer.from(`software: ${software}\r\nformat: WARC File Format 1.1\r\n`),
            null,
          ),
        )
      isNew = false
      const payload = digest(exchange.answerBody)
      const answer = Buffer.concat([Buffer.from(exchange.answerHead, 'latin1'), exchange.answerBody])
      records.push(
        writeRecord(
          'request',
          exchange.at,
          exchange.url,
          'application/http; msgtype=request',
          Buffer.from(exchange.request, 'latin1'),
          null,
        ),
      )
      records.push(writeRecord('response', exchange.at, exchange.url, 'application/http; msgtype=response', answer, payload))
      appendFileSync(path, Buffer.concat(records.map(record => gzipSync(record))), {mode: 0o600})
    },
  }
}

function writeRecord(type: string, at: string, url: string | null, contentType: string, block: Buffer, payload: string | null): Buffer {
  const lines = [
    'WARC/1.1',
    `WARC-Type: ${type}`,
    `WARC-Record-ID: <urn:uuid:${randomUUID()}>`,
    `WARC-Date: ${at}`,
    ...(url === null ? [] : [`WARC-Target-URI: ${url}`]),
    `WARC-Block-Digest: ${digest(block)}`,
    ...(payload === null ? [] : [`WARC-Payload-Digest: ${payload}`]),
    `Content-Type: ${contentType}`,
    `Content-Length: ${block.length}`,
  ]
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), block, Buffer.from('\r\n\r\n')])
}

const digest = (bytes: Buffer): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`
