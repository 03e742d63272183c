// Shape of the compiled pack `talks`: what a negotiation's events, positions and agreements look like in words. It names no actor.
import type {AgreementState, EventKind, Stance, Status} from './claim.ts'

/**
 * Where a party stands in the clause: `subj`, `obj` and `iobj` in the tree; `poss` ("Kalvia's offer"), `mod` (demonym or compound before
 * the noun); any other string is a preposition ("with", "between").
 */
export type Slot = string

/** One event pattern over lemmas and dependencies. */
export interface EventPattern {
  readonly id: string
  readonly kind: EventKind
  /** PLOVER type as it is coded where the event took place; null where PLOVER has none. */
  readonly plover: string | null
  readonly mode: string | null
  readonly context: readonly string[]
  /** Lemma, or lemma and particle ("call off"). */
  readonly verbs: readonly string[]
  /** Lemma, or words before it and the lemma ("phone call"). */
  readonly nouns: readonly string[]
  /** Predicates: "is willing to", "ready to". */
  readonly adjectives: readonly string[]
  /** One of these lemmas must stand in the object (or, for a slot in brackets, in that prepositional object); empty: anything. */
  readonly object: readonly string[]
  /** Sense guards: the pattern does not fire with these in the object. */
  readonly notObject: readonly string[]
  /** Lemmas one of which must stand in the subject; empty: anything. */
  readonly subject: readonly string[]
  /** Everybody named is an actor ("A met B"). */
  readonly mutual: boolean
  readonly by: readonly Slot[]
  readonly to: readonly Slot[]
  /** True where the event is told only with somebody at the other end ("struck Ostrel", not "struck a balance"). */
  readonly needs: readonly Slot[]
  /** Status of the event where the words tell it as done: "called a rally" plans one. Null: as the tense says. */
  readonly told: Status | null
  /** What a clause or event noun below this word is: "threatened to attack" makes the attack threatened. */
  readonly governs: GovernorClass | null
  readonly case: string | null
}

export type GovernorClass =
  | 'speech'
  | 'denial'
  | 'thought'
  | 'seeming'
  | 'hearsay'
  | 'planned'
  | 'proposed'
  | 'demanded'
  | 'threatened'
  | 'refused'
  | 'failed'
  | 'cancelled'
  | 'ended'
  | 'begun'
  | 'ongoing'
  | 'doing'
  | 'joining'
  | 'hosting'
  | 'mediating'
  | 'happening'
  | 'presupposing'
  | 'causing'

/** Words that say how what stands below them relates to the world, and make no event of their own. */
export interface Governor {
  readonly id: string
  readonly class: GovernorClass
  readonly verbs: readonly string[]
  readonly nouns: readonly string[]
  readonly adjectives: readonly string[]
}

export interface Issue {
  readonly id: string
  readonly parent: string | null
  /** Plain name for people. */
  readonly label: string
  /** Lower-case lemmas in order, one blank apart; `*` at the end of a word matches any ending, `/n` asks for a noun. */
  readonly words: readonly string[]
  /** Written by the people of these talks: it is meant where a general issue stands in the same words. */
  readonly own?: boolean
}

export interface StanceCue {
  readonly id: string
  /** Null where only the denial shows a stance: "not up for negotiation". */
  readonly stance: Stance | null
  readonly verbs: readonly string[]
  readonly nouns: readonly string[]
  readonly adjectives: readonly string[]
  /** Slots in which the matter stands: `obj`, `clause`, a preposition. */
  readonly over: readonly Slot[]
  /** Whose stance it is: the subject's, or the speaker's ("this deal covers five provinces", "… would be the quickest way"). */
  readonly holder: 'subject' | 'speaker'
  /** True where the subject must be an agreement or a plan of one. */
  readonly ofAgreement: boolean
  /** True where the words are a stance only with an issue of the packs: a road can be blocked, a man praised. */
  readonly known: boolean
  /** What the stance becomes under "not". */
  readonly negated: Stance | null
}

export interface AgreementCue {
  readonly id: string
  readonly state: AgreementState
  readonly verbs: readonly string[]
  /** Where the agreement stands: `subj`, `obj`, or a preposition. */
  readonly of: readonly Slot[]
}

export interface AssessmentCue {
  readonly direction: 'progress' | 'none' | 'mixed'
  readonly words: readonly string[]
}

/** Small word classes that the walk over a clause needs. */
export interface TalksWords {
  /** "a round of talks": the noun after "of" is what happened. */
  readonly transparent: readonly string[]
  /** Adjectives on an event noun, by what they say of it. */
  readonly planned: readonly string[]
  readonly proposed: readonly string[]
  readonly held: readonly string[]
  readonly ongoing: readonly string[]
  readonly cancelled: readonly string[]
  /** Adverbs of hearsay and of guess. */
  readonly unconfirmed: readonly string[]
  readonly speculated: readonly string[]
  /** Words of degree and order, and those that leave nothing out: a check of a draft weighs them. */
  readonly degrees: readonly string[]
  readonly sweeping: readonly string[]
  /** Words that make a figure or a deed less than exact: "nearly". */
  readonly approximate: readonly string[]
  /** Words that tell history: "previously", "formerly". */
  readonly past: readonly string[]
  /** Words that point ahead where no date can be resolved. */
  readonly future: readonly string[]
  /** Nouns that can be agreed, signed, broken. */
  readonly agreements: readonly string[]
  /** Verbs and nouns of breaking one. */
  readonly breaches: readonly string[]
  /** What talks are called where somebody judges them. */
  readonly talks: readonly string[]
  /** Prepositions that stand before a place. */
  readonly at: readonly string[]
  /** Nouns that open a condition: "on condition that". */
  readonly conditions: readonly string[]
  /** Nouns of deeds of force, which a truce stops and a side condemns. */
  readonly force: readonly string[]
  /** Who can be set free or swapped. */
  readonly captives: readonly string[]
  /** Last words of roles whose bearer brings others together. */
  readonly mediators: readonly string[]
  /** People named by their captivity alone: never a party. */
  readonly prisoners: readonly string[]
  /** Nouns of persons and bodies that talk. */
  readonly people: readonly string[]
  /** Who asks on behalf of readers: "spoke to reporters" is no talk. */
  readonly press: readonly string[]
  /** Who and what is in a dispute over work: there a strike is no attack. */
  readonly labour: readonly string[]
  /** By what one speaks from afar: "by phone". */
  readonly phones: readonly string[]
  /** Verbs that judge their object: "called the offer unfair". */
  readonly judging: readonly string[]
  /** What sides do to meet each other, so that "will not" before one refuses it. */
  readonly deeds: readonly string[]
  /** Verbs of talking something over: "will not discuss" refuses the talk. */
  readonly discussing: readonly string[]
  /** Nouns for what is on the table, whatever it is about: "the offer". */
  readonly offers: readonly string[]
  /** Adjectives that set apart from what was told before: "separate talks". */
  readonly others: readonly string[]
  /** Verbs that say a thing is so as well as that it shall be: "insist". */
  readonly assertive: readonly string[]
  /** Modes of an attack by the weapons that its clause names, most telling first. */
  readonly weapons: Readonly<Record<string, readonly string[]>>
  /** Words that judge talks by themselves: nobody else has a breakthrough. */
  readonly verdicts: readonly string[]
  /** Verbs of remarking: "declined to comment" refuses nothing. */
  readonly remarks: readonly string[]
  /** What is said against somebody: to reject it is to deny it. */
  readonly allegations: readonly string[]
  /** Groups that speak for the country they are of: farmers of a country are not that country. */
  readonly officials: readonly string[]
  /** What hurts the other side: "will suspend the sharing if …" threatens. */
  readonly harms: readonly string[]
  /** Nouns that name no matter by themselves: "one thing", "a way out". */
  readonly emptyNouns: readonly string[]
  /** Verbs by which their subject says how the talks go: "described them as frank", "expects no breakthrough". */
  readonly appraising: readonly string[]
  /** What is fired. */
  readonly projectiles: readonly string[]
  /** Past forms that a guesser of base forms leaves as they are: "froze". */
  readonly forms: Readonly<Record<string, string>>
  /** Number words. */
  readonly numbers: Readonly<Record<string, number>>
  /** Ordinals: word to number. */
  readonly ordinals: Readonly<Record<string, number>>
}

export interface TalksPack {
  readonly patterns: readonly EventPattern[]
  readonly governors: readonly Governor[]
  readonly issues: readonly Issue[]
  readonly stances: readonly StanceCue[]
  readonly states: readonly AgreementCue[]
  readonly assessments: readonly AssessmentCue[]
  readonly words: TalksWords
}
