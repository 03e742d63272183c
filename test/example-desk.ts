// The bundled example, read once a run, as desks of their own: what one test rules or adds, no other sees.

import type {Desk} from '../src/edge/desk.ts'
import {memoryDesk} from '../src/edge/desk-memory.ts'
import {packagePath} from '../src/edge/files/root.ts'
import {readSources} from '../src/edge/files/sources.ts'
import {isRefusal, readSafely} from '../src/edge/read-safely.ts'
import type {ReadDocument} from '../src/model/reading.ts'
import {testPacks, testReader} from './support.ts'

let documents: Promise<readonly ReadDocument[]> | undefined

async function readExample(): Promise<readonly ReadDocument[]> {
  const found: ReadDocument[] = []
  for await (const source of readSources([packagePath('examples', 'sellen-strait')], {packs: testPacks()})) {
    const read = isRefusal(source) ? source : readSafely(source, testReader())
    if (!isRefusal(read)) found.push(read)
  }
  return found
}

export async function exampleDesk(): Promise<Desk> {
  documents ??= readExample()
  const [read, reader] = [await documents, testReader()]
  return memoryDesk({
    name: 'the example',
    documents: read,
    judgements: [],
    refused: [],
    reader,
    now: () => '2031-04-01T09:00:00Z',
    who: 'a tester',
  })
}
