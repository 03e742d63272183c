// The JSON Schemas (draft 2020-12) of what the program prints, made from the schemas beside this file.
import {z} from 'zod'
import {readingErrorSchema, readingSchema} from './reading.ts'
import {recordSchema} from './record.ts'

export type SchemaName = 'record' | 'reading'

/** Open: readers must bear fields that a later version adds. Closed: our own output holds no field that the schema does not know. */
export type Openness = 'open' | 'closed'

export function writeSchema(name: SchemaName, openness: Openness = 'open'): Record<string, unknown> {
  const schema = name === 'record' ? recordSchema : z.union([readingSchema, readingErrorSchema])
  const io = openness === 'open' ? 'input' : 'output'
  return {$id: `https://parley.example/schema/${name}@1.json`, title: `parley/${name}@1`, ...z.toJSONSchema(schema, {io, reused: 'ref'})}
}
