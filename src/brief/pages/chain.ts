// The way from the speaker to the page, link by link, with what shows each link.
import type {Attribution, Citation} from '../../model/record.ts'
import type {Lookup} from '../lookup.ts'

export type Chain = readonly ChainLink[]

export interface ChainLink {
  readonly agent: string | null
  readonly name: string
  readonly role: 'speaker' | 'recorder' | 'relay' | 'page'
  readonly status: 'explicit' | 'inferred' | 'unnamed'
  readonly rule: string | null
  readonly evidence: readonly Citation[]
}

export function chainOf({chain}: Attribution, lookup: Lookup): Chain {
  return chain.map(link => ({...link, name: link.status === 'unnamed' ? link.name : (lookup.nameOf(link.agent) ?? link.name)}))
}
