// The lines that the program says about a text today, layer by layer, in the notation.

import type {Reader} from '../../src/annotate/annotate.ts'
import type {Article} from '../../src/model/article.ts'
import type {Claim} from '../../src/model/claim.ts'
import type {ReadDocument} from '../../src/model/reading.ts'
import {read} from '../../src/parley.ts'
import {writeAttribution, writeClaim, writeMention, writeRole, writeTime} from '../../src/text/notation.ts'
import type {Layer} from './file.ts'

export function linesOf(article: Article, layers: readonly Layer[], reader: Reader): string[] {
  const document = read(article, reader)
  return layers.flatMap(layer => linesOfLayer(document, layer))
}

function linesOfLayer(document: ReadDocument, layer: Layer): string[] {
  const claims = (kind: Claim['claim']): string[] =>
    document.claims.filter(claim => claim.claim === kind).map(claim => writeClaim(document, claim))
  switch (layer) {
    case 'sentences':
      return document.sentences.map(sentence => `${sentence.kind}: ${document.text.slice(sentence.start, sentence.end)}`)
    case 'times':
      return document.times.map(time => writeTime(document.text, time))
    case 'mentions':
      return document.mentions.map(mention => writeMention(document, mention))
    case 'roles':
      return document.somebodies.flatMap(somebody => somebody.roles.map(role => writeRole(document, somebody, role)))
    case 'attributions':
      return document.attributions.map(attribution => writeAttribution(document, attribution))
    case 'events':
      return claims('event')
    case 'positions':
      return claims('position')
    case 'agreements':
      return claims('agreement')
    case 'assessments':
      return claims('assessment')
  }
}
