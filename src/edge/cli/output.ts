// Standard output as a pipe wants it: waits when the reader is slow, ends quietly when the reader has gone, unless something is being kept.
import {once} from 'node:events'

let isHeard = true
let goesOn = false

/** Call once before the first write. `head` closing our pipe is no error of ours. */
export function endQuietlyOnClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    if (!goesOn) process.exit(0)
    isHeard = false
  })
}

/** For commands that keep something: whoever listened may leave, the work is done to its end. */
export function goOnUnheard(): void {
  goesOn = true
}

export async function print(text: string): Promise<void> {
  if (!isHeard || process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)) return
  await once(process.stdout, 'drain').catch(error => {
    if (isHeard) throw error
  })
}

/** Text of strangers may hold terminal commands: control characters are shown as pictures of themselves. */
export function harmless(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, unit => {
    const code = unit.charCodeAt(0)
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '\u2421' : '\ufffd'
  })
}
