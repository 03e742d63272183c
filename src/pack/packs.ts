// Compiles the pack files to one value. Each section has its own reader beside this file.
import {sha256} from '@noble/hashes/sha2.js'
import {bytesToHex} from '@noble/hashes/utils.js'
import type {Packs} from '../model/packs.ts'
import type {PackFile} from './check.ts'
import {readCuesPack} from './cues.ts'
import {readLinkPack} from './links.ts'
import {readNamesPack} from './names.ts'
import {readPagePack} from './page.ts'
import {readTalksPack} from './talks.ts'
import {readTimesPack} from './times.ts'
import {readWorldPack} from './world.ts'

/** Throws PackError where a file does not fit its schema. */
export function compilePacks(files: readonly PackFile[]): Packs {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1))
  const hash = bytesToHex(sha256(new TextEncoder().encode(sorted.map(file => `${file.path}\n${file.text}`).join('\n'))))
  return {
    hash,
    cues: readCuesPack(sorted),
    links: readLinkPack(sorted),
    names: readNamesPack(sorted),
    page: readPagePack(sorted),
    talks: readTalksPack(sorted),
    times: readTimesPack(sorted),
    world: readWorldPack(sorted),
  }
}
