// The outlet that publishes a report, and the agencies it credits, are outlets wherever the report names them: "told Northwire", "(Northwire)".
import type {Document} from '../../model/document.ts'
import type {NameHit} from './hits.ts'

export function settleOutlets(
  {text, publisher, credits}: Pick<Document, 'text' | 'publisher' | 'credits'>,
  hits: readonly NameHit[],
): NameHit[] {
  const houses = new Set([publisher, ...(credits ?? []).map(credit => credit.agency)].filter(name => name !== null).map(fold))
  return hits.map(hit =>
    hit.entries.length === 0 && hit.type !== 'outlet' && houses.has(fold(text.slice(hit.start, hit.end)))
      ? {...hit, type: 'outlet', towns: [], rule: 'the house that publishes'}
      : hit,
  )
}

const fold = (name: string): string => name.replace(/\s+/g, ' ').replace(/^the /i, '').toLowerCase()
