// Compiles the pack files to one value. Each section has its own reader beside this file.
import {sha256} from '@noble/hashes/sha2.js'
import {bytesToHex} from '@noble/hashes/utils.js'
import type {Packs} from '../model/packs.ts'
import {PackError, type PackFile} from './check.ts'
import {readCuesPack} from './cues.ts'
import {readLinkPack} from './links.ts'
import {readNamesPack} from './names.ts'
import {readPagePack} from './page.ts'
import {readTalksPack} from './talks.ts'
import {readTimesPack} from './times.ts'
import {readWorldPack} from './world.ts'

const READERS = {
  ...{cues: readCuesPack, links: readLinkPack, names: readNamesPack, page: readPagePack},
  ...{talks: readTalksPack, times: readTimesPack, world: readWorldPack},
} as const

/** Throws PackError where a file does not fit its schema. */
export function compilePacks(files: readonly PackFile[]): Packs {
  const sorted = inOrder(files)
  const hash = bytesToHex(sha256(new TextEncoder().encode(sorted.map(file => `${file.path}\n${file.text}`).join('\n'))))
  const sections = Object.entries(READERS).map(([section, read]) => [section, read(sorted)])
  return {hash, ...Object.fromEntries(sections)} as Packs
}

/** Every problem of every section, a line each with file, line and field; none where the packs can be used. */
export function checkPacks(files: readonly PackFile[]): string[] {
  const read = new Set<string>()
  const watched = inOrder(files).map(({path, text}) => ({
    path,
    get text(): string {
      read.add(path)
      return text
    },
  }))
  const problems = Object.values(READERS).flatMap(reader => problemsOf(reader, watched))
  if (problems.length > 0) return problems
  return files.filter(({path}) => !read.has(path)).map(({path}) => `packs/${path}:1: (file): no section reads a file of this name`)
}

/** A file that does not fit is put aside, so that those behind it are heard too. */
function problemsOf(reader: (files: readonly PackFile[]) => unknown, files: readonly PackFile[]): string[] {
  try {
    reader(files)
    return []
  } catch (error) {
    if (!(error instanceof PackError)) throw error
    const others = files.filter(({path}) => path !== error.file)
    const rest = error.file === null || others.length === files.length ? [] : problemsOf(reader, others)
    return [...error.message.split('\n'), ...rest.filter(line => others.some(({path}) => line.startsWith(`packs/${path}:`)))]
  }
}

const inOrder = (files: readonly PackFile[]): PackFile[] => [...files].sort((a, b) => (a.path < b.path ? -1 : 1))
