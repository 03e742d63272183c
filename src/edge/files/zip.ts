// Reads a ZIP archive by its directory: a DOCX or ODT as one document, any other as its members. Nothing is written anywhere.
import {readDocx, readOdt} from '../../ingest/office.ts'
import {refuse} from '../../ingest/refusal.ts'
import {type Carrier, finish, finishBundle, type Item} from './carrier.ts'
import type {MemberReader} from './foreign.ts'
import {inflate} from './inflate.ts'
import {ReadFailure} from './read-failure.ts'

interface Member {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly offset: number
  readonly isEncrypted: boolean
}

const MOST_MEMBERS = 1000
const MOST_OUT = 50 * 1024 * 1024
const END = 0x06054b50
const ENTRY = 0x02014b50
const LONGEST_COMMENT = 65_557

export async function* readZip(carrier: Carrier, bytes: Uint8Array, readMember: MemberReader): AsyncGenerator<Item> {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const members = readDirectory(archive)
  const open = openMembers(archive)
  const named = (name: string): string | null => {
    const member = members.find(found => found.name === name)
    return member === undefined ? null : new TextDecoder().decode(open(member))
  }
  if (members.some(member => member.name === 'word/document.xml')) {
    const {text, found} = readDocx(named)
    yield* finishBundle(carrier, text, found)
  } else if (members.some(member => member.name === 'content.xml') && (named('mimetype') ?? '').includes('opendocument.text')) {
    const {text, found} = readOdt(named)
    yield await finish(carrier, text, found)
  } else if (members.some(member => member.name.startsWith('xl/') || member.name.startsWith('ppt/')))
    throw new ReadFailure('ingest/unsupported', 'spreadsheets and slides are not read; save the texts as CSV, DOCX or PDF')
  else {
    for (const member of members) {
      if (member.name.endsWith('/') || /(?:^|\/)(?:\.[^./]|__MACOSX)/.test(member.name)) continue
      const reason = reasonToRefuse(member)
      if (reason !== null) yield refuse({file: `${carrier.file ?? ''}!${member.name}`}, reason.code, reason.message)
      else yield* readMember(member.name, open(member))
    }
  }
}

function reasonToRefuse(member: Member): {code: 'ingest/encrypted' | 'ingest/unsupported'; message: string} | null {
  if (member.isEncrypted) return {code: 'ingest/encrypted', message: 'the member is encrypted'}
  if (member.method !== 0 && member.method !== 8)
    return {code: 'ingest/unsupported', message: `its compression (${member.method}) is not read`}
  // A name is shown, never used as a path; these are made to be.
  if (/(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[a-z]:/i.test(member.name))
    return {code: 'ingest/unsupported', message: 'its name points outside the archive'}
  return null
}

function readDirectory(archive: Buffer): Member[] {
  const end = findEnd(archive)
  const count = archive.readUInt16LE(end + 10)
  if (count > MOST_MEMBERS) throw new ReadFailure('ingest/too-many', `the archive has ${count} members, more than ${MOST_MEMBERS}`)
  const members: Member[] = []
  let at = archive.readUInt32LE(end + 16)
  for (let i = 0; i < count; i++) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== ENTRY)
      throw new ReadFailure('ingest/corrupt', 'the directory of the archive is damaged')
    const nameLength = archive.readUInt16LE(at + 28)
    members.push({
      name: new TextDecoder().decode(archive.subarray(at + 46, at + 46 + nameLength)),
      method: archive.readUInt16LE(at + 10),
      packed: archive.readUInt32LE(at + 20),
      offset: archive.readUInt32LE(at + 42),
      isEncrypted: (archive.readUInt16LE(at + 8) & 1) === 1,
    })
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  return members
}

function findEnd(archive: Buffer): number {
  for (let at = archive.length - 22; at >= Math.max(0, archive.length - LONGEST_COMMENT); at--)
    if (archive.readUInt32LE(at) === END) return at
  throw new ReadFailure('ingest/corrupt', 'it begins as a ZIP archive and has no directory: cut or damaged')
}

/** Unpacks members while the whole stays below the limit. */
function openMembers(archive: Buffer): (member: Member) => Uint8Array {
  let out = 0
  return member => {
    const start = member.offset + 30
    if (start > archive.length) throw new ReadFailure('ingest/corrupt', 'a member lies outside the archive')
    const from = start + archive.readUInt16LE(member.offset + 26) + archive.readUInt16LE(member.offset + 28)
    const packed = archive.subarray(from, from + member.packed)
    const bytes = member.method === 0 ? packed : inflate(packed, 'raw', MOST_OUT - out)
    out += bytes.length
    if (out >= MOST_OUT) throw new ReadFailure('ingest/too-large', `the archive unpacks to more than ${MOST_OUT} bytes: refused as a bomb`)
    return bytes
  }
}
