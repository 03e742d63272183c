// What people ruled, ready to be asked: same and different, confirmed and dismissed, corrected and added; an undo takes one line back.
// People outrank machines; of two rulings on one thing the later line of the list counts.
import type {EventClaim, EventKind, Status} from '../model/claim.ts'
import type {ReadDocument} from '../model/reading.ts'
import type {Judgement, Note} from '../model/record.ts'
import type {Span} from '../model/span.ts'
import type {DocumentRulings} from './stories.ts'

export interface Rulings {
  /** Judgements of people that nobody took back, in the order given. */
  readonly active: readonly Judgement[]
  /** On two claims, by id. */
  readonly ruled: (a: string, b: string) => 'same' | 'different' | null
  /** One key for each line that calls this claim the same as others. */
  readonly sameKeys: (claim: string) => readonly string[]
  /** Claims and derivations (pairs of document ids) that a person dismissed. */
  readonly isDismissed: (...ids: readonly string[]) => boolean
  readonly isConfirmed: (id: string) => boolean
  readonly corrections: readonly Judgement[]
  readonly onDocuments: DocumentRulings
}

/** `isDocument` tells ids of documents from those of claims, names and remarks. */
export function readRulings(judgements: readonly Judgement[], isDocument: (id: string) => boolean): Rulings {
  const active = withoutUndone(judgements.filter(judgement => judgement.by === 'person'))
  const pairs = new Map<string, 'same' | 'different'>()
  const status = new Map<string, 'confirm' | 'dismiss'>()
  const sameKeys = new Map<string, string[]>()
  const documentPairs = new Map<string, [string, string]>()
  for (const {id: line, kind, of} of active) {
    if (kind === 'same') for (const id of of) sameKeys.set(id, [...(sameKeys.get(id) ?? []), `person ${line}`])
    if (kind === 'same' || kind === 'different')
      for (const [i, first] of of.entries())
        for (const second of of.slice(i + 1)) {
          pairs.set(keyOf([first, second]), kind)
          if (isDocument(first) && isDocument(second)) documentPairs.set(keyOf([first, second]), [first, second])
        }
    if (kind === 'confirm' || kind === 'dismiss') {
      status.set(keyOf(of), kind)
      if (!of.every(isDocument)) for (const id of of) status.set(id, kind)
    }
  }
  const documentsRuled = (kind: 'same' | 'different'): [string, string][] =>
    [...documentPairs].filter(([key]) => pairs.get(key) === kind).map(([, pair]) => pair)
  return {
    active,
    ruled: (a, b) => (pairs.size === 0 ? null : (pairs.get(keyOf([a, b])) ?? null)),
    sameKeys: claim => sameKeys.get(claim) ?? [],
    isDismissed: (...ids) => status.get(keyOf(ids)) === 'dismiss',
    isConfirmed: id => status.get(id) === 'confirm',
    corrections: active.filter(judgement => judgement.kind === 'set'),
    onDocuments: {same: documentsRuled('same'), different: documentsRuled('different')},
  }
}

const keyOf = (ids: readonly string[]): string => [...ids].sort().join(' ')

/** An undo may itself be undone, so lines are taken back from the last to the first. */
function withoutUndone(judgements: readonly Judgement[]): Judgement[] {
  const undone = new Set<string>()
  for (const judgement of [...judgements].reverse()) {
    if (judgement.kind !== 'undo' || undone.has(judgement.id)) continue
    for (const id of judgement.of) undone.add(id)
  }
  return judgements.filter(judgement => judgement.kind !== 'undo' && !undone.has(judgement.id))
}

/** A document with the lines that people added to it: an event of `field` with status `value` at the first citation. */
export function withAddedLines(document: ReadDocument, {active}: Rulings): ReadDocument {
  const lines = active.filter(({kind, because}) => kind === 'add' && because[0]?.document === document.id)
  return lines.length === 0 ? document : {...document, claims: [...document.claims, ...lines.map(line => claimOf(line, document))]}
}

/** Who is named in the line takes part; how it is asserted nobody has determined. */
function claimOf(line: Judgement, document: ReadDocument): EventClaim {
  const span: Span = {start: line.because[0]!.start, end: line.because[0]!.end}
  const named = document.mentions.filter(mention => mention.start >= span.start && mention.end <= span.end && mention.type !== 'place')
  return {
    claim: 'event',
    kind: (line.field ?? 'other') as EventKind,
    status: (line.value ?? 'unknown') as Status,
    plover: null,
    background: false,
    actors: [...new Set(named.map(mention => mention.entity))],
    recipients: [],
    host: null,
    mediators: [],
    place: null,
    time: null,
    issues: [],
    ordinal: null,
    condition: null,
    numbers: [],
    sentence: span,
    trigger: span,
    attribution: null,
    assertion: 'unclear',
    rule: 'person/add',
  }
}

interface Correctable {
  readonly id: string
}

/** Corrects the entries that hold the claims (or have the id) that a person named, and marks what a person confirmed. */
export function corrected<Entry extends Correctable>(
  entry: Entry,
  claims: readonly {readonly id: string}[],
  rulings: Rulings,
  notes: Note[],
): Entry {
  let result = entry
  for (const judgement of rulings.corrections) {
    if (!judgement.of.some(id => id === entry.id || claims.some(claim => claim.id === id)) || judgement.field === null) continue
    const field = judgement.field as keyof Entry
    const before = entry[field]
    if (!(field in entry) || field === 'id' || (typeof before === 'object' && before !== null)) {
      notes.push({
        code: 'judgement/unknown-field',
        message: `"${judgement.field}" is no field that can be set here.`,
        document: null,
        at: null,
      })
      continue
    }
    result = {...result, [field]: typeof before === 'number' ? Number(judgement.value) : judgement.value}
    if ('review' in result) result = {...result, review: 'confirmed'}
  }
  const confirmed = rulings.isConfirmed(entry.id) || claims.some(claim => rulings.isConfirmed(claim.id))
  return confirmed && 'review' in result ? {...result, review: 'confirmed'} : result
}
