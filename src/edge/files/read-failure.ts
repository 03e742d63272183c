// Thrown by the readers of the worker where a source cannot be read; it becomes one refusal.
import type {RefusalCode} from '../../ingest/refusal.ts'

export class ReadFailure extends Error {
  readonly code: RefusalCode
  constructor(code: RefusalCode, message: string) {
    super(message)
    this.name = 'ReadFailure'
    this.code = code
  }
}
