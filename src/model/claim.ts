// One proposition as one document puts it. `Ref` is an index into Document.somebodies here, an entity id in the record: linking is the map.
import type {Span} from './span.ts'

export type EventKind =
  | 'meeting'
  | 'call'
  | 'visit'
  | 'round'
  | 'statement'
  | 'proposal'
  | 'demand'
  | 'rejection'
  | 'concession'
  | 'agreement'
  | 'signing'
  | 'release'
  | 'exchange'
  | 'ceasefire'
  | 'withdrawal'
  | 'aid'
  | 'sanction'
  | 'threat'
  | 'accusation'
  | 'violation'
  | 'attack'
  | 'mobilization'
  | 'protest'
  | 'gesture'
  | 'other'

export type Status =
  | 'held'
  | 'ongoing'
  | 'planned'
  | 'proposed'
  | 'conditional'
  | 'threatened'
  | 'not-held'
  | 'cancelled'
  | 'ended'
  | 'unknown'

export type Assertion = 'narrated' | 'attributed' | 'quoted' | 'denied' | 'unconfirmed' | 'speculated' | 'unclear'

export type Stance =
  | 'demands'
  | 'offers'
  | 'accepts'
  | 'accepts-if'
  | 'open-to'
  | 'rejects'
  | 'opposes'
  | 'supports'
  | 'concedes'
  | 'withdraws'
  | 'threatens'
  | 'refuses-to-discuss'
  | 'unclear'

export type AgreementState =
  | 'floated'
  | 'proposed'
  | 'under-negotiation'
  | 'agreed-in-principle'
  | 'announced'
  | 'signed'
  | 'ratified'
  | 'in-force'
  | 'suspended'
  | 'expired'
  | 'extended'
  | 'replaced'
  | 'rejected'
  | 'collapsed'
  | 'implemented'

export type Account = 'own' | 'same-side' | 'other-side' | 'third-party' | 'reporter'

export interface Plover {
  readonly type: string
  readonly mode: string | null
  readonly context: readonly string[]
}

/** What every claim carries. `sentence` is the citation; `trigger` the words that made the rule fire. */
export interface Told {
  readonly sentence: Span
  readonly trigger: Span
  /** Index into Document.attributions: the innermost attribution that the clause stands in. */
  readonly attribution: number | null
  readonly assertion: Assertion
  readonly rule: string
}

export interface EventClaim<Ref = number> extends Told {
  readonly claim: 'event'
  readonly kind: EventKind
  readonly plover: Plover | null
  readonly status: Status
  readonly background: boolean
  readonly actors: readonly Ref[]
  readonly recipients: readonly Ref[]
  readonly host: Ref | null
  readonly mediators: readonly Ref[]
  readonly place: Ref | null
  /** EDTF, from the clause that tells it. */
  readonly time: string | null
  readonly issues: readonly string[]
  readonly ordinal: number | null
  readonly condition: Span | null
  /** Figures in the clause ("200 prisoners"): what is counted, lower case lemma, and how many. */
  readonly numbers: readonly {readonly of: string; readonly value: number; readonly span: Span}[]
}

export interface PositionClaim<Ref = number> extends Told {
  readonly claim: 'position'
  /** The party spoken for, or the person where no party is known. */
  readonly holder: Ref
  readonly voice: Ref | null
  readonly account: Account
  readonly issue: string
  readonly stance: Stance
  readonly toward: Ref | null
  readonly content: Span
  readonly condition: Span | null
  readonly time: string | null
}

export interface ViolationClaim<Ref = number> {
  readonly by: readonly Ref[]
  /** True where only "both sides" or the like breaks it: the sides of the agreement, whoever was named last before. */
  readonly isJoint?: boolean
  readonly voice: 'own' | 'alleged' | 'unclear'
  readonly allegedBy: readonly Ref[]
  readonly deniedBy: readonly Ref[]
}

export interface AgreementClaim<Ref = number> extends Told {
  readonly claim: 'agreement'
  /** Plain words of the text: "truce on energy infrastructure". */
  readonly label: string
  readonly parties: readonly Ref[]
  readonly issues: readonly string[]
  /** Null where the sentence tells only a violation. */
  readonly state: AgreementState | null
  /** ISO 8601 duration. */
  readonly term: string | null
  readonly time: string | null
  readonly background: boolean
  readonly violation: ViolationClaim<Ref> | null
  readonly clauses: readonly {
    readonly content: Span
    readonly obligor: readonly Ref[]
    readonly issue: string | null
    readonly due: string | null
  }[]
}

export interface AssessmentClaim<Ref = number> extends Told {
  readonly claim: 'assessment'
  readonly by: Ref | null
  readonly words: Span
  readonly direction: 'progress' | 'none' | 'mixed'
  readonly time: string | null
}

export type Claim<Ref = number> = EventClaim<Ref> | PositionClaim<Ref> | AgreementClaim<Ref> | AssessmentClaim<Ref>
