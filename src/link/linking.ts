// What every merge of claims may look at: the documents, who stands for whom, stories, how alike two sentences are, and what people ruled.
// Each member tells how things stand now: the record grows under it.
import type {LinkPack} from '../model/pack-links.ts'
import type {ReadDocument} from '../model/reading.ts'
import type {Support} from '../model/record.ts'
import type {LinkedClaim} from './claims.ts'
import type {Parties} from './parties.ts'

export interface Linking {
  /** By number. */
  readonly documents: readonly ReadDocument[]
  readonly pack: LinkPack
  readonly parties: Parties
  /** Document → number of its story, which no other set of documents ever had. */
  readonly storyOf: readonly number[]
  readonly storyDocuments: (story: number) => readonly number[]
  /** Cosine of the claims' sentences outside quotation marks, 0 to 1; 1 within one sentence. */
  readonly alike: (a: LinkedClaim, b: LinkedClaim) => number
  /** True where both claims rest on one remark. */
  readonly oneRemark: (a: LinkedClaim, b: LinkedClaim) => boolean
  /** What a person said about two claims. */
  readonly ruled: (a: LinkedClaim, b: LinkedClaim) => 'same' | 'different' | null
  /** Keys that a claim shares with those that a person called the same. */
  readonly ruledKeys: (claim: LinkedClaim) => readonly string[]
  /** Documents, sides, origins and both ranges behind some claims. */
  readonly support: (claims: readonly LinkedClaim[]) => Support
}
