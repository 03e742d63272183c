// An article with its layers. Each stage of annotate reads named layers and gives one.
import type {Article} from './article.ts'
import type {Attribution} from './attribution.ts'
import type {Mention, Somebody} from './mention.ts'
import type {TimeExpression} from './time.ts'
import type {NameSpan, Sentence, Tokens} from './tokens.ts'

export interface Document extends Article {
  readonly sentences: readonly Sentence[]
  readonly tokens: Tokens
  readonly names: readonly NameSpan[]
  readonly times: readonly TimeExpression[]
  readonly mentions: readonly Mention[]
  /** Who the mentions of this document name: `mentions[i].entity` is an index into this list. */
  readonly somebodies: readonly Somebody[]
  readonly attributions: readonly Attribution[]
}

/** What a stage may look at: the article and the layers it names. */
export type With<Layer extends keyof Document = never> = Pick<Document, keyof Article | Layer>
