// Standard output as a pipe wants it: waits when the reader is slow, ends quietly when the reader has gone.
import {once} from 'node:events'

/** Call once before the first write. `head` closing our pipe is no error of ours. */
export function endQuietlyOnClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
}

export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)) await once(process.stdout, 'drain')
}

/** Text of strangers may hold terminal commands: control characters are shown as pictures of themselves. */
export function harmless(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, unit => {
    const code = unit.charCodeAt(0)
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '\u2421' : '\ufffd'
  })
}
