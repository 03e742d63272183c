// Shape of the compiled pack `names`: words around names, given names that are one name, nouns that stand for people and bodies.

/** A noun that stands for somebody: "envoy", "newspaper", "rebels". */
export interface RoleNoun {
  /** Lower case, singular, one or more words. */
  readonly noun: string
  /** office: a post somebody holds; description: what somebody is called ("teacher"). */
  readonly kind: 'office' | 'description'
  /** Whom the holder speaks for: their country or body, or nobody ("teacher"). */
  readonly speaks: boolean
}

export interface GroupNoun {
  /** Lower case, as it stands in the text, plural or collective: "officials", "army". */
  readonly noun: string
  /** people: a number of persons; side: a party to a conflict; body: part of a state; pair: two parties named before ("both sides"). */
  readonly kind: 'people' | 'side' | 'body' | 'pair'
  /** True where such people speak for their country or body ("officials"), false for those who only live there ("residents"). */
  readonly speaks: boolean
  /** True where nobody is named by it and nobody may ever be ("sources", "officials"). */
  readonly unnamed: boolean
  /** True where the noun is somebody only as what acts, or is acted with: "the family rejected the offer", not "a family house". */
  readonly acts: boolean
  /** True where the noun is nobody unless it is said whose it is: "the Kalvian side". */
  readonly owned: boolean
}

export interface NamePack {
  /** Words before a name that are no part of it, folded: "mr", "president", "general". */
  readonly titles: readonly string[]
  /** Small words inside names that carry no identity, folded: "al", "bin", "van". */
  readonly particles: readonly string[]
  /** Marks of a generation, folded: "jr", "sr". Two names that differ here are two people. */
  readonly generations: readonly string[]
  /** Endings of patronymics, folded: "ovich". */
  readonly patronymics: readonly string[]
  /** Folded given name → the forms that stand for all its spellings; "ted" is Edward or Theodore. */
  readonly equivalents: Readonly<Record<string, readonly string[]>>
  /** Given names, folded, that go with "she" and with "he": only what is almost always so. */
  readonly female: readonly string[]
  readonly male: readonly string[]
  /** Nouns for one person who holds a post or is described. */
  readonly roles: readonly RoleNoun[]
  /** Nouns for one person nobody names ("diplomat", "source", "analyst"). */
  readonly anonymous: readonly string[]
  readonly groups: readonly GroupNoun[]
  /** Last words of posts that news copy uses for one another: "envoy" and "representative", "leader" and "president". */
  readonly sameOffices: readonly (readonly string[])[]
  /** Nouns for a whole government: "government", "administration". */
  readonly governments: readonly string[]
  /** Words that belong to the post they stand before, capitalised or not: "special", "deputy". */
  readonly rankWords: readonly string[]
  /** Nouns whose pair is two people: "both leaders". */
  readonly pairPersons: readonly string[]
  /** Nouns whose pair is two countries: "both capitals". */
  readonly pairLands: readonly string[]
  /** Nouns whose pair is two bodies: "both companies". */
  readonly pairBodies: readonly string[]
  /** Nouns whose pair is the two that negotiate, whoever they are: "both sides". */
  readonly pairParties: readonly string[]
  /** Nouns for those who sit on one side of a table: "company", "union", "government". */
  readonly pairSides: readonly string[]
  /** Words before a post that end it: "former". */
  readonly pastWords: readonly string[]
  /** Nouns that stand for an outlet named before: "newspaper". */
  readonly outletNouns: readonly string[]
  /** Titles that are given names too: "prince". */
  readonly titleNames: readonly string[]
  /** Small words inside a person's name, lower case: "ould" in "Idra ould Kesh". */
  readonly nameParticles: readonly string[]
  /** Nouns for a body right before its name: "the relief agency Tessenlink". */
  readonly bodyKinds: readonly {readonly word: string; readonly type: 'organization' | 'outlet'}[]
  /** Nouns for a country told beside its name: "Maarn, the upstream state". */
  readonly landNouns: readonly string[]
  /** Words before a country's name that make it one: "neighbouring". */
  readonly landAdjectives: readonly string[]
  /** Posts and things of a town or district: whose they are is no country. */
  readonly localNouns: readonly string[]
  /** Nouns that make a group of a surname before them: "the Brandt family". */
  readonly kinNouns: readonly string[]
  /** Nouns of posts and people that go with "she" and with "he". */
  readonly womenNouns: readonly string[]
  readonly menNouns: readonly string[]
  /** Last words of the names of businesses: "Holdings". */
  readonly businessEndings: readonly string[]
  /** Nouns for a business that go back to the one named before: "the company". */
  readonly companyNouns: readonly string[]
  /** Nouns for a business before its name: "carmaker". */
  readonly businesses: readonly string[]
  /** Last or first words that make a name an organization: "Ministry", "Council"; public: part of a state. */
  readonly bodyWords: readonly {readonly word: string; readonly type: 'organization' | 'public-body' | 'outlet'}[]
  /** Words in the names of bodies that one report has and another leaves out, folded: "affairs". */
  readonly bodyFillers: readonly string[]
  /** Words that make a name a place: "River", "Strait". */
  readonly placeWords: readonly string[]
  /** Endings that make an unknown name a place rather than a person: "ia", "land". */
  readonly placeEndings: readonly string[]
  /** Adjectives that end like those of nations and belong to creeds, regions, ages. */
  readonly notLands: readonly string[]
  /** Words before "of" that begin the long name of a state: "Republic". */
  readonly stateWords: readonly string[]
  /** Nouns for what only a state has: whoever owns one is a country. */
  readonly stateNouns: readonly string[]
  /** First words of names of lands, lower case: "south" in "South Kalvia". */
  readonly landOpenings: readonly string[]
  /** Nouns for the town where a government sits. */
  readonly capitalNouns: readonly string[]
  /** Last words of the posts of those who speak for a body: "spokesman". */
  readonly spokesNouns: readonly string[]
  /** Prepositions between such a post and its body: "a spokesman for the ministry". */
  readonly spokesLinks: readonly string[]
  /** Prepositions before a town whose name is a word of another kind too: "in Nice". */
  readonly placePrepositions: readonly string[]
  /** Prepositions, and verbs of going there, after which an unknown name is a place. */
  readonly onlyPlacePrepositions: readonly string[]
  /** Outlets whose article is no part of the name they go by in running text. */
  readonly articledOutlets: readonly string[]
  /** Nouns that accuse: never a role, never an alias. */
  readonly accusations: readonly string[]
  /** Capitalised words that begin sentences, headings and calendars and are no names. */
  readonly notNames: readonly string[]
  /** Lemmas of verbs whose subject decides, wants or speaks: a place that is their subject is its government. */
  readonly governmentVerbs: readonly string[]
  /** Nouns that a government possesses and a town does not: "demands", "position". */
  readonly governmentNouns: readonly string[]
  /** Nouns after "between A and B" that only governments have: "talks", "rapprochement". */
  readonly betweenNouns: readonly string[]
  /** Lemmas of verbs whose object is a government: "threaten", "urge". */
  readonly towardVerbs: readonly string[]
  /** Lemmas of going and coming: what follows is a place. */
  readonly motionWords: readonly string[]
  /** Lemmas of verbs whose object is a place: "visit". */
  readonly visitVerbs: readonly string[]
  /** Nouns whose apposition is a place: "capital". */
  readonly townNouns: readonly string[]
  /** Nouns before which a place name says where: "summit". */
  readonly meetingNouns: readonly string[]
  /** Lemmas of verbs that a town is the subject of as a town: "host", "lie", "wake". */
  readonly townVerbs: readonly string[]
  /** Lemmas of verbs that only somebody is the subject of, never a thing: "want", "deny". */
  readonly wantingVerbs: readonly string[]
  /** How delegations are told of: their nouns, lemmas of leading, holding, joining and advising, words of belonging, and what the parts are called. */
  readonly delegations: {
    readonly nouns: readonly string[]
    readonly lead: readonly string[]
    readonly include: readonly string[]
    readonly join: readonly string[]
    readonly advise: readonly string[]
    readonly adviser: readonly string[]
    readonly belong: readonly string[]
    readonly titles: {readonly lead: string; readonly member: string; readonly adviser: string}
  }
  /** Lemmas of what people and bodies do to one another besides: "meet", "boycott". */
  readonly actingVerbs: readonly string[]
  /** Plural nouns that are subjects of such verbs and nobody: "reports". */
  readonly sayingThings: readonly string[]
  /** Nouns for bodies that a state has one of: "army", "parliament". */
  readonly stateBodies: readonly string[]
  /** Nouns that, after a year and a name, make the name of an event: "election". */
  readonly eventNouns: readonly string[]
  /** Nouns for what goes to a government: "concession", "message". */
  readonly givenNouns: readonly string[]
}
