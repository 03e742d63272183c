// Files share one engine a worker, and there is a worker for every core up to four: vitest itself would keep one of two cores back.
import {availableParallelism} from 'node:os'
import {defineConfig} from 'vitest/config'

/** A worker holds the packs and the engine: about 1 GB at its highest. */
const MOST_WORKERS = 4

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/unpack-chromium.ts'],
    ...{pool: 'threads', isolate: false, maxWorkers: Math.min(MOST_WORKERS, availableParallelism())},
    ...{testTimeout: 60_000, hookTimeout: 120_000},
  },
})
