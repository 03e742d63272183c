// The language engine as a port: text in, columns out. The trained model reaches it as bytes.
import type {NameSpan, Sentence, Tokens} from './tokens.ts'

export interface Layers {
  readonly sentences: readonly Sentence[]
  readonly tokens: Tokens
  readonly names: readonly NameSpan[]
}

export interface Engine {
  /** Name and SHA-256 of each model file, for `made.models`. */
  readonly id: string
  /** Reads any text, in time linear in its length; never throws. */
  analyze(text: string): Layers
}
