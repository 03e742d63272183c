// The reports as a table: what each is, what it shares with which others, and how much of the record rests on it. No outlet is rated.
import type {Citation} from '../../model/record.ts'
import type {Lookup} from '../lookup.ts'
import {derivationWords, flagWords} from '../words.ts'
import {type ArticleHead, articleHead} from './article.ts'
import {registerOf} from './register.ts'

export interface SourceRow extends ArticleHead {
  readonly uri: string | null
  readonly byline: readonly string[]
  readonly entries: number
  readonly shares: readonly {
    readonly words: string
    readonly kind: string
    readonly direction: string
    readonly number: number
    readonly document: string
  }[]
  readonly signs: readonly {readonly words: string; readonly because: readonly Citation[]}[]
}

export interface SharedText {
  readonly of: ArticleHead
  readonly from: ArticleHead
  readonly words: string
  readonly kind: string
  readonly direction: 'known' | 'likely' | 'unknown'
  readonly stretches: number
  readonly because: readonly (readonly [Citation, Citation])[]
}

export interface Family {
  readonly name: string
  readonly outlets: readonly string[]
  readonly state: boolean
  readonly wire: boolean
}

export function sourceRows(lookup: Lookup): SourceRow[] {
  const register = registerOf(lookup.record)
  return lookup.documents.map(document => {
    const {claims, derivations} = register.inDocument(document.id)
    return {
      ...articleHead(document, lookup),
      ...{uri: document.uri, byline: document.byline, entries: new Set(claims.map(claim => claim.entry)).size},
      shares: derivations
        .filter(({of, kind}) => of === document.id && kind !== 'credit')
        .map(derivation => ({
          ...{words: derivationWords(derivation), kind: derivation.kind, direction: derivation.direction},
          ...{number: lookup.numberOf(derivation.from), document: derivation.from},
        })),
      signs: document.flags.map(({kind, because}) => ({words: flagWords(kind), because})),
    }
  })
}

/** Pairs that share text, with stretches that show it; credits last, since they name an outlet and no report. */
export function sharedTexts(lookup: Lookup): SharedText[] {
  const pairs = lookup.record.derivations.flatMap(derivation => {
    const [of, from] = [lookup.documentOf(derivation.of), lookup.documentOf(derivation.from)]
    if (!of || !from) return []
    return [
      {
        ...{of: articleHead(of, lookup), from: articleHead(from, lookup), words: derivationWords(derivation), kind: derivation.kind},
        ...{direction: derivation.direction, stretches: derivation.because.length, because: derivation.because.slice(0, 2)},
      },
    ]
  })
  const rank = ({kind}: SharedText): number => Number(kind === 'credit')
  return pairs.sort((a, b) => rank(a) - rank(b) || a.of.number - b.of.number || a.from.number - b.from.number)
}

/** Outlets of one owner, as the packs know them. */
export function familiesOf(lookup: Lookup): Family[] {
  const families = new Map<string, {outlets: string[]; state: boolean; wire: boolean}>()
  for (const {name, outlet} of lookup.record.entities) {
    if (!outlet?.family) continue
    const family = families.get(outlet.family) ?? {outlets: [], state: false, wire: false}
    families.set(outlet.family, {
      outlets: [...family.outlets, name].sort(),
      state: family.state || outlet.state === true,
      wire: family.wire || outlet.wire,
    })
  }
  return [...families].map(([name, family]) => ({name, ...family})).sort((a, b) => (a.name < b.name ? -1 : 1))
}
