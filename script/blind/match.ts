// Holds one claim of the program against the coded lines of its sentence, and says what it failed by where none fits.
import type {AgreementClaim, AssessmentClaim, Claim, EventClaim, PositionClaim} from '../../src/model/claim.ts'
import type {Packs} from '../../src/model/packs.ts'
import type {ReadDocument} from '../../src/model/reading.ts'
import type {Span} from '../../src/model/span.ts'
import type {CodedAgreement, CodedAssessment, CodedEvent, CodedPosition, Coding} from './coding.ts'
import {fits} from './somebody.ts'

export type Coded = CodedEvent | CodedPosition | CodedAgreement | CodedAssessment

/**
 * `nobody`: the line would fit but names no actor ("the fifth round begins on 9 December"): not false, yet not right by the rule of the set.
 * In the order in which they are looked at: a claim that fails is put down to the furthest that any coded line of its sentence let it come.
 */
export const FAULTS = ['nothing coded', 'kind', 'status', 'who', 'nobody', 'issue', 'time'] as const
export type Fault = (typeof FAULTS)[number]

export type Verdict = {readonly right: true; readonly lines: readonly Coded[]} | {readonly right: false; readonly fault: Fault}

/** `lines` are all coded lines that the claim says. */
export function judgeClaim(claim: Claim, document: ReadDocument, coding: Coding, packs: Packs): Verdict {
  const here = <Line extends Coded>(lines: readonly Line[]): Line[] =>
    lines.filter(({says}) => standsIn(says, document.text, claim.sentence))
  const tried: [Coded, Fault | null][] = []
  if (claim.claim === 'event') for (const line of here(coding.events)) tried.push([line, eventFault(claim, line, document)])
  if (claim.claim === 'position') for (const line of here(coding.positions)) tried.push([line, positionFault(claim, line, document, packs)])
  if (claim.claim === 'agreement') {
    for (const line of here(coding.agreements)) tried.push([line, agreementFault(claim, line, document)])
    if (claim.state === null) for (const line of here(coding.events)) tried.push([line, violationFault(claim, line, document)])
  }
  if (claim.claim === 'assessment') for (const line of here(coding.assessments)) tried.push([line, assessmentFault(claim, line, document)])
  const lines = tried.filter(([, fault]) => fault === null).map(([line]) => line)
  if (lines.length > 0) return {right: true, lines}
  const furthest = Math.max(0, ...tried.map(([, fault]) => FAULTS.indexOf(fault ?? 'nothing coded')))
  return {right: false, fault: FAULTS[furthest]!}
}

/** Whether the words stand, wholly or in part, in the stretch; words that occur twice count at each place. */
function standsIn(says: string, text: string, {start, end}: Span): boolean {
  for (let at = text.indexOf(says); at >= 0; at = text.indexOf(says, at + 1)) if (at < end && at + says.length > start) return true
  return false
}

function eventFault(claim: EventClaim, line: CodedEvent, document: ReadDocument): Fault | null {
  if (!line.kind.includes(claim.kind)) return 'kind'
  if (!line.status.includes(claim.status) && !isMadeThreat(claim, line)) return 'status'
  if (claim.actors.length > 0 && !fits(document, claim.actors, claim.sentence, line.actors, line.recipients)) return 'who'
  if (!sameTime(claim.time, line.time)) return 'time'
  return claim.actors.length > 0 ? null : 'nobody'
}

/** RECORD.md says `threatened` of a threat that was made; most coders wrote `held`, since it was made. Both say the same. */
const isMadeThreat = (claim: EventClaim, line: CodedEvent): boolean =>
  claim.kind === 'threat' && claim.status === 'threatened' && line.status.includes('held')

function positionFault(claim: PositionClaim, line: CodedPosition, document: ReadDocument, packs: Packs): Fault | null {
  if (!line.stance.includes(claim.stance)) return 'status'
  if (!fits(document, [claim.holder], claim.sentence, line.holder, [])) return 'who'
  return isTopic(claim.issue, line.issue, packs) ? null : 'issue'
}

function agreementFault(claim: AgreementClaim, line: CodedAgreement, document: ReadDocument): Fault | null {
  if (claim.state === null) return 'kind'
  if (!line.state.includes(claim.state)) return 'status'
  if (claim.parties.length === 0) return 'nobody'
  return fits(document, claim.parties, claim.sentence, line.parties, []) ? null : 'who'
}

/** An agreement line without a state tells only a violation: the coder wrote that down as an event. */
function violationFault(claim: AgreementClaim, line: CodedEvent, document: ReadDocument): Fault | null {
  if (!line.kind.includes('violation')) return 'kind'
  return fits(document, claim.violation?.by ?? [], claim.sentence, line.actors, line.recipients) ? null : 'who'
}

function assessmentFault(claim: AssessmentClaim, line: CodedAssessment, document: ReadDocument): Fault | null {
  if (!line.direction.includes(claim.direction)) return 'status'
  // what the report says in its own voice is coded as the outlet's, and the program names nobody
  if (claim.by === null) return document.publisher !== null && line.by.includes(document.publisher) ? null : 'who'
  return fits(document, [claim.by], claim.sentence, [line.by], []) ? null : 'who'
}

const sameTime = (said: string | null, coded: string | undefined): boolean =>
  said === null || coded === undefined || said.split('T')[0]!.replace('~', '') === coded

/** The coder wrote topics in free words; an issue of the packs is that topic where a word of its own, or of its list, is one of them. */
function isTopic(issue: string, coded: readonly string[], packs: Packs): boolean {
  const known = packs.talks.issues.find(({id}) => id === issue)
  const own = [issue, known?.label ?? '', ...(known?.words ?? [])].flatMap(text => text.toLowerCase().split(/[^a-z]+/))
  return coded.some(word => own.some(one => isSameStem(one, word.toLowerCase())))
}

const SHORTEST_STEM = 4
const LONGEST_ENDING = 4

function isSameStem(a: string, b: string): boolean {
  if (a === b) return true
  const length = Math.min(a.length, b.length)
  return length >= SHORTEST_STEM && a.slice(0, length) === b.slice(0, length) && Math.abs(a.length - b.length) <= LONGEST_ENDING
}
