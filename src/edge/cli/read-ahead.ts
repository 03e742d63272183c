// Reads articles on threads before they are kept. What the record has already is not read; the order stays that of the inputs.
import type {Article, Refusal} from '../../model/article.ts'
import type {ReadAhead, StoreDesk} from '../desk-store.ts'
import {isRefusal, refuseUnread} from '../read-safely.ts'
import type {FrozenReading} from '../store/freeze.ts'
import {type Errand, readOnThreads} from './threads.ts'

type Sent = Pick<ReadAhead, 'source' | 'admitted'>

const ERRAND: Omit<Errand<Sent, FrozenReading | Refusal | null>, 'script'> = {
  ask: null,
  messageOf: ({admitted}) => admitted,
  lengthOf: ({admitted}) => admitted?.text.length ?? 0,
  refuse: ({source}, code, reason) => refuseUnread(source, code, reason),
}

export async function* readAhead(sources: AsyncIterable<Article | Refusal>, desk: StoreDesk, jobs: number): AsyncGenerator<ReadAhead> {
  async function* admitted(): AsyncGenerator<Sent> {
    for await (const source of sources) yield {source, admitted: isRefusal(source) ? null : desk.admit(source)}
  }
  // The built file: threads run what `npm run build` made, since Node 20 reads no TypeScript.
  const script = new URL('./keep-thread.js', import.meta.url)
  for await (const {item, answer} of readOnThreads(admitted(), jobs, {...ERRAND, script})) yield {...item, reading: answer}
}
