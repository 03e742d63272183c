// Spans that name somebody, and the somebody inside one document.
import type {Span} from './span.ts'

export type EntityType = 'person' | 'organization' | 'public-body' | 'outlet' | 'country' | 'place' | 'group'

export interface Mention extends Span {
  readonly type: EntityType
  readonly level: 'name' | 'nominal' | 'pronoun'
  /** Index into Document.somebodies. */
  readonly entity: number
  /** Token that heads the mention in the dependency tree. */
  readonly head: number
  /** True where a place name stands for its government ("Kyiv rejected"). `entity` is then the government. */
  readonly metonym: boolean
  readonly rule: string
}

export interface Role {
  /** office: a post ("foreign minister"); description: what the text calls somebody ("a teacher"). Never an accusation. */
  readonly kind: 'office' | 'description'
  readonly title: string
  /** Index into Document.somebodies: whose minister, envoy, spokesman. */
  readonly of: number | null
  readonly citations: readonly Span[]
}

export interface Somebody {
  readonly type: EntityType
  /** The fullest form of the name in this document, else the pack's name, else the nominal's words. */
  readonly name: string
  readonly aliases: readonly string[]
  /** Id of the entry of packs/world, where the name is one that the pack knows. */
  readonly pack: string | null
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null
  readonly roles: readonly Role[]
  /** Index of the party it speaks for in Document.somebodies: the country of an envoy or of a seat of government. */
  readonly actsFor: number | null
  /** Members of a named pair or a joint group ("both sides", "US and Russian officials"): indexes into Document.somebodies. */
  readonly members: readonly number[]
  /** True for "officials", "a senior diplomat", "sources": never to be resolved to a named person. */
  readonly unnamed: boolean
}
