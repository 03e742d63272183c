// A report of which benches need nothing but whom it names: its people by name, one mention each.
import type {ReadDocument} from '../src/model/reading.ts'
import {somebodyNamed} from '../test/support.ts'

export function reportNaming(id: string, names: readonly string[]): ReadDocument {
  let start = 0
  const mentions = names.map((name, entity) => {
    const span = {start, end: start + name.length}
    start = span.end + 2
    return {...span, type: 'person' as const, level: 'name' as const, entity, head: 0, metonym: false, rule: 'bench'}
  })
  return {id, text: names.join('; '), mentions, somebodies: names.map(somebodyNamed)} as unknown as ReadDocument
}
