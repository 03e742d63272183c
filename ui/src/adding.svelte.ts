// Reports on their way into the record: files one by one, texts, addresses; what became of each is told.
import {Refused, send} from './ask.svelte.ts'
import {say} from './say.svelte.ts'
import type {Kept} from './shapes.ts'

export interface Arrival {
  readonly name: string
  readonly state: 'waiting' | 'reading' | 'done' | 'failed'
  readonly words: string
  readonly ids: readonly string[]
}

let arrivals = $state.raw<readonly Arrival[]>([])
export const arriving = (): readonly Arrival[] => arrivals

const MOST_BYTES = 23 * 1024 * 1024
const OUTCOME: Readonly<Record<Kept['outcome'], string>> = {
  added: 'added',
  known: 'known already',
  version: 'added as a version',
  refused: 'not read',
}

export async function addFiles(files: readonly File[]): Promise<void> {
  const first = arrivals.length
  arrivals = [...arrivals, ...files.map(({name}): Arrival => ({name, state: 'waiting', words: '', ids: []}))]
  for (const [i, file] of files.entries())
    await arrive(first + i, async () => {
      if (file.size > MOST_BYTES) throw new Refused(413, 'too large to hand in here; use parley add')
      return {file: file.name, base64: await base64Of(file)}
    })
  tell(arrivals.slice(first))
}

export async function addBody(name: string, body: Readonly<Record<string, string>>): Promise<boolean> {
  const at = arrivals.length
  arrivals = [...arrivals, {name, state: 'waiting', words: '', ids: []}]
  await arrive(at, () => Promise.resolve(body))
  tell(arrivals.slice(at))
  return arrivals[at]?.state === 'done'
}

async function arrive(at: number, body: () => Promise<object>): Promise<void> {
  const set = (change: Partial<Arrival>): void => {
    arrivals = arrivals.map((one, i) => (i === at ? {...one, ...change} : one))
  }
  set({state: 'reading'})
  try {
    const {kept} = await send<{kept: Kept[]}>('/api/documents', await body())
    const words =
      kept.length === 0
        ? 'nothing found in it'
        : [...new Set(kept.map(({outcome, message}) => OUTCOME[outcome] + (message ? `: ${message}` : '')))].join('; ')
    set({
      state: kept.some(({outcome}) => outcome !== 'refused') ? 'done' : 'failed',
      words,
      ids: kept.filter(({outcome}) => outcome !== 'refused').map(({id}) => id),
    })
  } catch (error) {
    set({state: 'failed', words: error instanceof Refused ? error.message : 'the program does not answer'})
  }
}

function tell(some: readonly Arrival[]): void {
  const done = some.filter(({state}) => state === 'done').length
  say(some.length === 1 ? `${some[0]!.name}: ${some[0]!.words}` : `${done} of ${some.length} added`)
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(new Refused(0, 'could not be read'))
    reader.readAsDataURL(file)
  })
}
