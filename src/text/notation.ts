// The one-line notation of every type, in which cases are written and `try` prints. Rendering only: the runner compares lines.
//
//   on Friday @ 2031-04-11                                        a time: words @ EDTF, else TIMEX3, else ?
//   Vashenko = person Orlo Vashenko                               a mention = type, entity (metonym marked)
//   Orlo Vashenko = role government spokesman of Mirvan           an office (of whom); `= called` for a description
//   Vashenko < Mirvan news agency ? : deny “…”                    a chain, origin first (? inferred, ~ unnamed), act unless say, content
//   meeting planned : A + B > C @ 2031-04-11 in Ostrel [narrated] an event: kind status : actors > recipients, time, place, how asserted
//   A rejects territory : “…” [attributed, own]                   a position: holder stance issue : words
//   agreement signed : A + B “…” P30D [narrated]                  an agreement: state : parties, label, term
//   violation alleged : by A of “…”, says B                       a violation of an agreement
//   assessment progress : A “…”                                   how somebody says it is going
import type {Attribution} from '../model/attribution.ts'
import type {AgreementClaim, AssessmentClaim, Claim, EventClaim, PositionClaim} from '../model/claim.ts'
import type {Document} from '../model/document.ts'
import type {Mention, Role, Somebody} from '../model/mention.ts'
import type {Span} from '../model/span.ts'
import type {TimeExpression} from '../model/time.ts'

type Named = Pick<Document, 'text' | 'somebodies'>

const words = (text: string, span: Span): string => text.slice(span.start, span.end).replace(/\s+/g, ' ').trim()

const nameOf = (document: Named, index: number | null): string => (index === null ? '-' : (document.somebodies[index]?.name ?? '?'))

const joined = (document: Named, indexes: readonly number[]): string =>
  indexes.length === 0 ? '-' : indexes.map(index => nameOf(document, index)).join(' + ')

export const writeTime = (text: string, time: TimeExpression): string => `${words(text, time)} @ ${time.value ?? time.timex ?? '?'}`

export function writeMention(document: Named, mention: Mention): string {
  return `${words(document.text, mention)} = ${mention.type} ${nameOf(document, mention.entity)}${mention.metonym ? ' (metonym)' : ''}`
}

export function writeRole(document: Named, somebody: Somebody, role: Role): string {
  return `${somebody.name} = ${role.kind === 'office' ? 'role' : 'called'} ${role.title}${role.of === null ? '' : ` of ${nameOf(document, role.of)}`}`
}

export function writeAttribution(document: Named, attribution: Attribution): string {
  const chain = attribution.chain
    .filter(link => link.role !== 'page')
    .map(link => link.name + (link.status === 'inferred' ? ' ?' : link.status === 'unnamed' ? ' ~' : ''))
  const polarity = attribution.polarity === 'positive' ? '' : `${attribution.polarity} `
  const act = attribution.act === 'say' ? '' : `${attribution.act} `
  const content = attribution.content.map(span => words(document.text, span)).join(' … ')
  return `${chain.length === 0 ? '-' : chain.join(' < ')} : ${polarity}${act}${content}`
}

export function writeClaim(document: Named, claim: Claim): string {
  switch (claim.claim) {
    case 'event':
      return writeEvent(document, claim)
    case 'position':
      return writePosition(document, claim)
    case 'agreement':
      return writeAgreement(document, claim)
    case 'assessment':
      return writeAssessment(document, claim)
  }
}

function writeEvent(document: Named, event: EventClaim): string {
  const parts = [`${event.kind} ${event.status}${event.background ? ' background' : ''} : ${joined(document, event.actors)}`]
  if (event.recipients.length > 0) parts.push(`> ${joined(document, event.recipients)}`)
  if (event.time !== null) parts.push(`@ ${event.time}`)
  if (event.place !== null) parts.push(`in ${nameOf(document, event.place)}`)
  if (event.host !== null) parts.push(`hosted by ${nameOf(document, event.host)}`)
  if (event.mediators.length > 0) parts.push(`mediated by ${joined(document, event.mediators)}`)
  if (event.issues.length > 0) parts.push(`on ${event.issues.join(', ')}`)
  if (event.ordinal !== null) parts.push(`no. ${event.ordinal}`)
  if (event.condition !== null) parts.push(`if “${words(document.text, event.condition)}”`)
  return `${parts.join(' ')} [${event.assertion}]`
}

function writePosition(document: Named, position: PositionClaim): string {
  const voice = position.voice === null || position.voice === position.holder ? '' : ` (${nameOf(document, position.voice)})`
  const condition = position.condition === null ? '' : ` if “${words(document.text, position.condition)}”`
  const content = words(document.text, position.content)
  return `${nameOf(document, position.holder)}${voice} ${position.stance} ${position.issue} : “${content}”${condition} [${position.assertion}, ${position.account}]`
}

function writeAgreement(document: Named, agreement: AgreementClaim): string {
  if (agreement.violation !== null) {
    const {by, voice, allegedBy, deniedBy} = agreement.violation
    const alleged = allegedBy.length === 0 ? '' : `, says ${joined(document, allegedBy)}`
    const denied = deniedBy.length === 0 ? '' : `, denied by ${joined(document, deniedBy)}`
    return `violation ${voice} : by ${joined(document, by)} of “${agreement.label}”${alleged}${denied} [${agreement.assertion}]`
  }
  const term = agreement.term === null ? '' : ` ${agreement.term}`
  const time = agreement.time === null ? '' : ` @ ${agreement.time}`
  return `agreement ${agreement.state ?? '?'} : ${joined(document, agreement.parties)} “${agreement.label}”${term}${time} [${agreement.assertion}]`
}

function writeAssessment(document: Named, assessment: AssessmentClaim): string {
  return `assessment ${assessment.direction} : ${nameOf(document, assessment.by)} “${words(document.text, assessment.words)}”`
}
