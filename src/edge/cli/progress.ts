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
      process.stderr.write(`\r\u001b[K${`${drawBar(done, total, now - started)} ${harmless(label).replace(/\s+/g, ' ')}`.slice(0, width)}`)
    },
    end() {
      if (drawn > 0) process.stderr.write('\r\u001b[K')
    },
  }
}

/** How far, how fast, and for how long still. */
export function drawBar(done: number, total: number | null, milliseconds: number): string {
  const rate = done / Math.max(milliseconds / 1000, 0.001)
  const speed = rate >= 10 ? `${Math.round(rate)}/s` : `${rate.toFixed(1)}/s`
  if (total === null || total < done) return `${done} read, ${speed}`
  const filled = Math.round((BAR_WIDTH * done) / Math.max(total, 1))
  const left = rate > 0 ? `, ${timeLeft((total - done) / rate)} left` : ''
  return `[${'='.repeat(filled)}${' '.repeat(BAR_WIDTH - filled)}] ${done} of ${total}, ${speed}${left}`
}

function timeLeft(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
