// Progress on standard error: only on a terminal, and only once the work has lasted longer than a reader likes to wait without a sign.
import {harmless} from './output.ts'

/** Below a second a flickering line tells nobody anything. */
const SILENT_MS = 1000
const REDRAW_MS = 100
const BAR_WIDTH = 20

export interface Progress {
  step(done: number, label: string): void
  /** Wipes the line, so that what follows starts on a clean one. */
  end(): void
}

/** `total` is null where the number of documents is not known before they are read. */
export function startProgress(total: number | null): Progress {
  if (!process.stderr.isTTY) return {step() {}, end() {}}
  const started = performance.now()
  let drawn = 0
  return {
    step(done, label) {
      const now = performance.now()
      if (now - started < SILENT_MS || now - drawn < REDRAW_MS) return
      drawn = now
      const width = (process.stderr.columns || 80) - 1
      process.stderr.write(`\r\u001b[K${`${drawBar(done, total)} ${harmless(label).replace(/\s+/g, ' ')}`.slice(0, width)}`)
    },
    end() {
      if (drawn > 0) process.stderr.write('\r\u001b[K')
    },
  }
}

function drawBar(done: number, total: number | null): string {
  if (total === null || total < done) return `${done} read`
  const filled = Math.round((BAR_WIDTH * done) / total)
  return `[${'='.repeat(filled)}${' '.repeat(BAR_WIDTH - filled)}] ${done} of ${total}`
}
