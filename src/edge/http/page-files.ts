// The built page: its few files are read once, and nothing that is not among them can be asked for.
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {extname, join} from 'node:path'
import {packagePath} from '../files/root.ts'

export interface PageFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
  /** Its name holds a hash of it. */
  readonly isLasting: boolean
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
}

/** By path, `/assets/…`; empty where the page was not built. */
export function loadPageFiles(): ReadonlyMap<string, PageFile> {
  const root = packagePath('dist', 'ui')
  if (!existsSync(root)) return new Map()
  const names = readdirSync(root, {recursive: true, encoding: 'utf8'}).map(name => name.replaceAll('\\', '/'))
  return new Map(
    names.flatMap(name => {
      const type = TYPES[extname(name)]
      if (type === undefined) return []
      const file: PageFile = {bytes: new Uint8Array(readFileSync(join(root, name))), type, isLasting: name.startsWith('assets/')}
      return [[`/${name}`, file] as const]
    }),
  )
}
