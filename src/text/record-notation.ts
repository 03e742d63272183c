// The record in one line an entry, for cases/records and cases/link: what stands in the record, how many documents carry it, and both ranges of origins.
//
//   event meeting held : A + B > C @ 2031-04-11 in Ostrel - 3 documents, said 1..2, known 1..1
//   position A (Voice) rejects territory : “…” - 2 documents, said 1..1, known 1..1
//   agreement in-force : A + B “…” - …        violation alleged : A of “…”, says B, denied by A - …
//   entity person Orlo Vashenko = Vashenko, O. Vashenko
//   derivation b.txt rewrite of a.txt         story a.txt + b.txt         contradiction number : 12 (a.txt) / 14 (b.txt)
//   utterance Vashenko : “…” = “…” (truncated)                            loss c.txt: “…” against a.txt: “…”
import type {Citation, RecordFile, Support} from '../model/record.ts'

export type RecordLayer =
  | 'entities'
  | 'events'
  | 'positions'
  | 'agreements'
  | 'derivations'
  | 'stories'
  | 'talks'
  | 'contradictions'
  | 'utterances'
  | 'losses'
  | 'assessments'

export const RECORD_LAYERS: readonly RecordLayer[] = [
  'entities',
  'events',
  'positions',
  'agreements',
  'derivations',
  'stories',
  'talks',
  'contradictions',
  'utterances',
  'losses',
  'assessments',
]

/** The lines of the named layers, in the record's order. */
export function writeRecord(record: RecordFile, layers: readonly RecordLayer[]): string[] {
  const names = new Map(record.entities.map(entity => [entity.id, entity.name]))
  const files = new Map(record.documents.map(document => [document.id, (document.file ?? document.id).split('/').at(-1)!]))
  const name = (id: string | null): string => (id === null ? '-' : (names.get(id) ?? id))
  const joined = (ids: readonly string[]): string => (ids.length === 0 ? '-' : ids.map(name).join(' + '))
  const file = (id: string): string => files.get(id) ?? id
  const quote = (citation: Citation): string => short(citation.quote)
  const writers: Record<RecordLayer, () => string[]> = {
    entities: () =>
      record.entities.map(
        entity => `entity ${entity.type} ${entity.name}${entity.aliases.length === 0 ? '' : ` = ${entity.aliases.join(', ')}`}`,
      ),
    events: () =>
      record.events.map(event => {
        const recipients = event.recipients.length === 0 ? '' : ` > ${joined(event.recipients)}`
        const time = event.time === null ? '' : ` @ ${event.time}`
        const place = event.place === null ? '' : ` in ${name(event.place)}`
        const before = event.history.filter(step => step.status !== event.status).map(step => step.status)
        const history = before.length === 0 ? '' : ` (before: ${before.join(', ')})`
        return `event ${event.kind} ${event.status}${event.background ? ' background' : ''} : ${joined(event.actors)}${recipients}${time}${place}${history}${counts(event.support)}`
      }),
    positions: () =>
      record.positions.map(position => {
        const voice = position.voice === null || position.voice === position.holder ? '' : ` (${name(position.voice)})`
        return `position ${name(position.holder)}${voice} ${position.stance} ${position.issue} : “${short(position.content)}”${counts(position.support)}`
      }),
    agreements: () =>
      record.agreements.flatMap(agreement => [
        `agreement ${agreement.state} : ${joined(agreement.parties)} “${agreement.label}”${agreement.history.at(-1) ? counts(agreement.history.at(-1)!.support) : ''}`,
        ...agreement.violations.map(violation => {
          const says = violation.allegedBy.length === 0 ? '' : `, says ${joined(violation.allegedBy)}`
          const denied = violation.deniedBy.length === 0 ? '' : `, denied by ${joined(violation.deniedBy)}`
          return `violation ${violation.voice} : ${joined(violation.by)} of “${agreement.label}”${says}${denied}${counts(violation.support)}`
        }),
      ]),
    derivations: () =>
      record.derivations.map(derivation => `derivation ${file(derivation.of)} ${derivation.kind} of ${file(derivation.from)}`),
    stories: () => record.stories.map(story => `story ${story.documents.map(file).sort().join(' + ')}`),
    talks: () => record.talks.map(talks => `talks ${joined(talks.parties)} on ${talks.issues.join(', ') || '-'}`),
    contradictions: () =>
      record.contradictions.map(contradiction => {
        const sides = contradiction.sides.map(
          side => `${short(side.value)} (${[...new Set(side.citations.map(citation => file(citation.document)))].sort().join(', ')})`,
        )
        return `contradiction ${contradiction.kind} : ${sides.join(' / ')}`
      }),
    utterances: () => {
      const attributions = new Map(record.attributions.map(attribution => [attribution.id, attribution]))
      const wording = (id: string): string => `“${short((attributions.get(id)?.content ?? []).map(part => part.quote).join(' … '))}”`
      return record.utterances.flatMap(utterance =>
        utterance.pairs.map(pair => `utterance ${name(utterance.speaker)} : ${wording(pair.a)} = ${wording(pair.b)} (${pair.drift})`),
      )
    },
    losses: () =>
      record.losses.map(
        loss =>
          `loss ${file(loss.because[0].document)}: “${quote(loss.because[0])}” against ${file(loss.because[1].document)}: “${quote(loss.because[1])}”`,
      ),
    assessments: () =>
      record.assessments.map(assessment => `assessment ${assessment.direction} : ${name(assessment.by)} “${quote(assessment.words)}”`),
  }
  return layers.flatMap(layer => writers[layer]())
}

const LONGEST = 90

const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST)}…`
}

const counts = (support: Support): string =>
  ` - ${support.documents} document${support.documents === 1 ? '' : 's'}, said ${support.said.join('..')}, known ${support.known.join('..')}`
