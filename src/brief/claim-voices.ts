// Whose words a cited sentence carries, and whether a sentence that is asked about says so: what one side says is not what the reports tell.
import type {Attribution as DraftAttribution} from '../model/attribution.ts'
import type {Difference} from '../model/claim-answer.ts'
import type {Attribution, Citation, RecordFile} from '../model/record.ts'
import {foldWord} from '../text/similarity-words.ts'
import {stemOf} from '../text/stem.ts'
import type {Asked} from './claim-compare.ts'
import type {Evidence} from './claim-evidence.ts'
import type {KnownNames} from './claim-names.ts'

/** Attributions of the record whose content lies in a citation or holds it. */
export function voicesOf(record: RecordFile): (citation: Citation) => readonly Attribution[] {
  const byDocument = new Map<string, {start: number; end: number; attribution: Attribution}[]>()
  for (const attribution of record.attributions)
    for (const {document, start, end} of attribution.content) {
      const list = byDocument.get(document)
      if (list) list.push({start, end, attribution})
      else byDocument.set(document, [{start, end, attribution}])
    }
  return ({document, start, end}) => [
    ...new Set((byDocument.get(document) ?? []).filter(one => one.start < end && one.end > start).map(({attribution}) => attribution)),
  ]
}

/** Those that speak what the sentence repeats: the attribution of the claim itself, and any whose content holds most of the shared words. */
export function governing(
  voices: readonly Attribution[],
  own: string | null,
  {facts}: Pick<Asked, 'facts'>,
  {citation, layers: {tokens}}: Evidence,
): readonly Attribution[] {
  const places: number[] = []
  const wanted = new Set(facts.words.flatMap(({stems}) => stems))
  for (let i = 0; i < tokens.length; i++) {
    const word = citation.quote.slice(tokens.start[i], tokens.end[i])
    if (wanted.has(stemOf(foldWord(word))) || wanted.has(stemOf(foldWord(tokens.lemma(i))))) places.push(citation.start + tokens.start[i]!)
  }
  return voices.filter(({id, content}) => {
    if (id === own) return true
    const inside = places.filter(place =>
      content.some(({document, start, end}) => document === citation.document && start <= place && place < end),
    )
    return inside.length * 2 > places.length
  })
}

/** Acts whose content is no report of what is: what somebody wants, expects, claims or denies. */
const NO_REPORT: ReadonlySet<Attribution['act']> = new Set([
  'claim',
  'deny',
  'demand',
  'offer',
  'want',
  'threaten',
  'believe',
  'expect',
  'reject',
])

export interface Voiced {
  readonly differences: readonly Difference[]
  /** Names of those whose account it is, where the sentence does not name them itself. */
  readonly accordingTo: readonly string[]
}

/**
 * `own`: the attributions of the sentence that is asked about; `all`: those of the report that touch the cited sentence; `ruling`: those that
 * speak what the sentence repeats.
 */
export function compareVoices(
  {own, length}: {readonly own: readonly DraftAttribution[]; readonly length: number},
  {all, ruling}: {readonly all: readonly Attribution[]; readonly ruling: readonly Attribution[]},
  isAccusing: boolean,
  names: KnownNames,
): Voiced {
  const isSame = (one: DraftAttribution, other: Attribution): boolean =>
    one.speaker !== null &&
    other.speaker !== null &&
    names.entitiesOf(one.speaker).some(id => names.circleOf(other.speaker!).has(id)) &&
    (one.act === 'deny') === (other.act === 'deny') &&
    one.polarity === other.polarity
  // "He said", "officials said": somebody is named for the whole of it, though nobody knows who.
  const isVague = (one: DraftAttribution): boolean =>
    (one.speaker === null || names.entitiesOf(one.speaker).length === 0) &&
    one.content.reduce((sum, {start, end}) => sum + end - start, 0) > length * MOST_OF_IT
  const nameAll = (some: readonly Attribution[]): string[] => [
    ...new Set(some.flatMap(({speaker}) => (speaker === null ? [] : [names.nameOf(speaker)]))),
  ]
  const differences: Difference[] = own
    .filter(one => one.speaker !== null && names.entitiesOf(one.speaker).length > 0 && !all.some(other => isSame(one, other)))
    .map(one => ({part: 'person', here: names.nameOf(names.entitiesOf(one.speaker!)[0]!), there: nameAll(all).join(', ') || null}))
  const untold = ruling.filter(other => !own.some(one => isSame(one, other) || isVague(one)))
  // One side's words, told without that side, are told as fact; what both sides say may be.
  const isShared =
    new Set(untold.flatMap(({speaker}) => (speaker === null ? [] : [partyOf(speaker, names)]))).size > 1 ||
    untold.some(({speaker}) => speaker !== null && names.isJoint(speaker))
  const isLoose = untold.some(({act}) => NO_REPORT.has(act))
  if (untold.length > 0 && (isAccusing || isLoose || !isShared))
    differences.push({
      part: 'stronger',
      here: 'told as fact',
      there: `as the words of ${nameAll(untold).join(', ') || 'somebody not named'}`,
    })
  return {differences, accordingTo: nameAll(untold)}
}

/** Share of a sentence that an attribution without a known speaker must hold to stand for its voice. */
const MOST_OF_IT = 0.6

const partyOf = (speaker: string, names: KnownNames): string => [...names.circleOf(speaker)].at(-1)!
