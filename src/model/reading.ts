// A document that has been read: its layers and its claims. Linking takes many of these.
import type {Claim} from './claim.ts'
import type {Document} from './document.ts'

export interface ReadDocument extends Document {
  readonly claims: readonly Claim[]
}
