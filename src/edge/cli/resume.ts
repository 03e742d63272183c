// Which documents an earlier, ended run has done already: read from the file that it wrote, so that `parley read --resume` goes on there.
import {closeSync, createReadStream, existsSync, fstatSync, ftruncateSync, openSync, readSync} from 'node:fs'
import type {Article, Refusal} from '../../model/article.ts'
import {splitLines} from '../files/byte-lines.ts'

/** A reading of a book is long; a line above this is none of ours. */
const LONGEST_LINE = 256 * 1024 * 1024
/** Only the head of a line is looked at: `{"schema":…,"id":…,"file":…` come first. */
const HEAD = 64 * 1024
const LINE_HEAD = /^\{"schema":"parley\/reading@1","id":("(?:[^"\\]|\\.)*"),"file":(null|"(?:[^"\\]|\\.)*")/

export interface Done {
  /** How many lines stand in the file. */
  readonly count: number
  has(source: Article | Refusal): boolean
}

/** Cuts a last line that the ended run did not finish, and gives what is done. A missing file is a first run. */
export async function openDone(path: string): Promise<Done> {
  const keys = new Set<string>()
  if (!existsSync(path)) return {count: 0, has: () => false}
  cutUnfinished(path)
  let count = 0
  for await (const {bytes} of splitLines(createReadStream(path), LONGEST_LINE)) {
    if (bytes === null || bytes.length === 0) continue
    count++
    const found = LINE_HEAD.exec(Buffer.from(bytes.subarray(0, HEAD)).toString('utf8'))
    if (found) keys.add(keyOf(JSON.parse(found[1]!) as string, JSON.parse(found[2]!) as string | null))
  }
  return {count, has: ({id, file}) => keys.has(keyOf(id, file))}
}

const keyOf = (id: string, file: string | null): string => `${id}\n${file ?? ''}`

const NEWLINE = 10
const STRETCH = 64 * 1024

/** A run that was killed may have written half a line. */
function cutUnfinished(path: string): void {
  const file = openSync(path, 'r+')
  try {
    let end = fstatSync(file).size
    const stretch = Buffer.alloc(STRETCH)
    while (end > 0) {
      const start = Math.max(0, end - STRETCH)
      const length = readSync(file, stretch, 0, end - start, start)
      const newline = stretch.subarray(0, length).lastIndexOf(NEWLINE)
      if (newline >= 0) {
        ftruncateSync(file, start + newline + 1)
        return
      }
      end = start
    }
    ftruncateSync(file, 0)
  } finally {
    closeSync(file)
  }
}
