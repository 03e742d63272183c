// The route from an article to a document with its layers: each stage reads named layers and gives the next.
import type {Article} from '../model/article.ts'
import type {Document} from '../model/document.ts'
import type {Engine} from '../model/engine.ts'
import type {Packs} from '../model/packs.ts'
import {noteChains} from './attributions/chains/chain.ts'
import {findAttributions} from './attributions.ts'
import {findMentions} from './mentions.ts'
import {findTimes, noteTimes} from './times.ts'

export interface Reader {
  readonly packs: Packs
  readonly engine: Engine
}

/** Adds every layer to an article. Offsets are UTF-16 units into `article.text`. Never throws on text. */
export function annotate(article: Article, {packs, engine}: Reader): Document {
  const d1 = {...article, ...engine.analyze(article.text)}
  const d2 = {...d1, times: findTimes(d1, packs)}
  const d3 = {...d2, ...findMentions(d2, packs)}
  const d4 = {...d3, attributions: findAttributions(d3, packs)}
  return {...d4, notes: [...article.notes, ...noteTimes(d2), ...noteChains(d4.attributions)]}
}
