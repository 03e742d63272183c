// The nouns of packs/names as phrases to be looked up word by word: posts, descriptions, groups, outlets, accusations.
import type {GroupNoun, NamePack, RoleNoun} from '../../model/pack-names.ts'

export interface NounPhrase {
  readonly words: readonly string[]
  readonly role: RoleNoun | null
  readonly group: GroupNoun | null
  readonly anonymous: boolean
  readonly outlet: boolean
  readonly accusation: boolean
}

export interface Lexicon {
  readonly byFirst: ReadonlyMap<string, readonly NounPhrase[]>
  readonly titles: ReadonlySet<string>
  readonly notNames: ReadonlySet<string>
  readonly female: ReadonlySet<string>
  readonly male: ReadonlySet<string>
  readonly givenNames: ReadonlySet<string>
  readonly bodyWords: ReadonlyMap<string, 'organization' | 'public-body' | 'outlet'>
  /** The same as nouns in running text, lower case: "the fund". */
  readonly bodyNouns: ReadonlyMap<string, NounPhrase>
  readonly placeWords: ReadonlySet<string>
  readonly placeEnding: RegExp
  readonly stateWords: ReadonlySet<string>
  /** The same as nouns that, with a capital and "the", go back to a state: "the Republic". */
  readonly stateForms: ReadonlyMap<string, NounPhrase>
  readonly landOpenings: ReadonlySet<string>
  readonly stateNouns: ReadonlySet<string>
  readonly capitalNouns: ReadonlySet<string>
  readonly spokesNouns: ReadonlySet<string>
  readonly spokesLinks: ReadonlySet<string>
  readonly placePrepositions: ReadonlySet<string>
  readonly onlyPlacePrepositions: ReadonlySet<string>
  readonly accusations: ReadonlySet<string>
  readonly governmentVerbs: ReadonlySet<string>
  readonly governmentNouns: ReadonlySet<string>
  readonly betweenNouns: ReadonlySet<string>
  readonly towardVerbs: ReadonlySet<string>
  readonly motionWords: ReadonlySet<string>
  readonly visitVerbs: ReadonlySet<string>
  readonly townNouns: ReadonlySet<string>
  readonly meetingNouns: ReadonlySet<string>
  readonly givenNouns: ReadonlySet<string>
  readonly eventNouns: ReadonlySet<string>
  readonly townVerbs: ReadonlySet<string>
  readonly wantingVerbs: ReadonlySet<string>
  readonly actingVerbs: ReadonlySet<string>
  readonly sayingThings: ReadonlySet<string>
  readonly stateBodies: ReadonlySet<string>
  readonly businesses: ReadonlySet<string>
  readonly nameParticles: ReadonlySet<string>
  readonly bodyKinds: ReadonlyMap<string, 'organization' | 'outlet'>
  readonly landNouns: ReadonlySet<string>
  readonly landAdjectives: ReadonlySet<string>
  readonly localNouns: ReadonlySet<string>
  readonly kinNouns: ReadonlySet<string>
  readonly womenNouns: ReadonlySet<string>
  readonly menNouns: ReadonlySet<string>
  readonly companyNouns: ReadonlySet<string>
  readonly businessEndings: ReadonlySet<string>
  readonly pairSides: ReadonlySet<string>
  readonly titleNames: ReadonlySet<string>
  readonly governments: ReadonlySet<string>
  readonly pastWords: ReadonlySet<string>
  readonly rankWords: ReadonlySet<string>
  /** Last word of a post → number of its set of like posts. */
  readonly likeOffices: ReadonlyMap<string, readonly number[]>
}

const lexicons = new WeakMap<NamePack, Lexicon>()

export function lexiconOf(pack: NamePack): Lexicon {
  const known = lexicons.get(pack)
  if (known) return known
  const phrases = new Map<string, {-readonly [Key in keyof NounPhrase]: NounPhrase[Key]}>()
  const slot = (noun: string) => {
    const found = phrases.get(noun) ?? {words: wordsOf(noun), role: null, group: null, anonymous: false, outlet: false, accusation: false}
    phrases.set(noun, found)
    return found
  }
  for (const role of pack.roles) slot(role.noun).role = role
  for (const group of pack.groups) slot(group.noun).group = group
  for (const noun of pack.anonymous) slot(noun).anonymous = true
  for (const noun of pack.outletNouns) slot(noun).outlet = true
  for (const noun of pack.accusations) slot(noun).accusation = true
  const byFirst = new Map<string, NounPhrase[]>()
  for (const phrase of phrases.values()) {
    const first = phrase.words[0]!
    byFirst.set(first, [...(byFirst.get(first) ?? []), phrase])
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length)
  const lexicon: Lexicon = {
    byFirst,
    titles: new Set(pack.titles),
    notNames: new Set(pack.notNames.map(word => word.toLowerCase())),
    female: new Set(pack.female),
    male: new Set(pack.male),
    givenNames: new Set([...pack.female, ...pack.male, ...Object.keys(pack.equivalents)].filter(name => name.length > 2)),
    bodyWords: new Map(pack.bodyWords.map(({word, type}) => [word, type])),
    bodyNouns: bodyNounsOf(pack),
    placeWords: new Set(pack.placeWords),
    placeEnding: new RegExp(`.{2}(?:${pack.placeEndings.join('|')})$`),
    stateWords: new Set(pack.stateWords),
    stateForms: new Map(
      pack.stateWords.filter(word => !word.includes(' ')).map(word => [word.toLowerCase(), nobodyYet(word.toLowerCase())]),
    ),
    landOpenings: new Set(pack.landOpenings),
    stateNouns: new Set(pack.stateNouns),
    capitalNouns: new Set(pack.capitalNouns),
    spokesNouns: new Set(pack.spokesNouns),
    spokesLinks: new Set(pack.spokesLinks),
    placePrepositions: new Set(pack.placePrepositions),
    onlyPlacePrepositions: new Set(pack.onlyPlacePrepositions),
    accusations: new Set(pack.accusations),
    governmentVerbs: new Set(pack.governmentVerbs),
    governmentNouns: new Set(pack.governmentNouns),
    betweenNouns: new Set(pack.betweenNouns),
    towardVerbs: new Set(pack.towardVerbs),
    motionWords: new Set(pack.motionWords),
    visitVerbs: new Set(pack.visitVerbs),
    townNouns: new Set(pack.townNouns),
    meetingNouns: new Set(pack.meetingNouns),
    givenNouns: new Set(pack.givenNouns),
    eventNouns: new Set(pack.eventNouns),
    townVerbs: new Set(pack.townVerbs),
    wantingVerbs: new Set(pack.wantingVerbs),
    actingVerbs: new Set([...pack.actingVerbs, ...pack.wantingVerbs, ...pack.governmentVerbs, ...pack.towardVerbs]),
    sayingThings: new Set(pack.sayingThings),
    stateBodies: new Set(pack.stateBodies),
    businesses: new Set(pack.businesses),
    nameParticles: new Set(pack.nameParticles),
    bodyKinds: new Map(pack.bodyKinds.map(({word, type}) => [word, type])),
    landNouns: new Set(pack.landNouns),
    landAdjectives: new Set(pack.landAdjectives),
    localNouns: new Set(pack.localNouns),
    kinNouns: new Set(pack.kinNouns),
    womenNouns: new Set(pack.womenNouns),
    menNouns: new Set(pack.menNouns),
    companyNouns: new Set(pack.companyNouns),
    businessEndings: new Set(pack.businessEndings),
    pairSides: new Set(pack.pairSides),
    titleNames: new Set(pack.titleNames),
    governments: new Set(pack.governments),
    pastWords: new Set(pack.pastWords),
    rankWords: new Set(pack.rankWords),
    likeOffices: likeOfficesOf(pack),
  }
  lexicons.set(pack, lexicon)
  return lexicon
}

/** Nouns that, with "the", may go back to a body named before: no role, no group, nobody by themselves. "the state" goes back to none. */
function bodyNounsOf(pack: NamePack): Map<string, NounPhrase> {
  const never = new Set(pack.stateWords.map(word => word.toLowerCase()))
  const nouns = pack.bodyWords
    .map(({word}) => word.toLowerCase())
    .filter(word => !word.includes(' ') && (word === 'union' || !never.has(word)))
  return new Map(nouns.map(noun => [noun, nobodyYet(noun)]))
}

const nobodyYet = (noun: string): NounPhrase => ({
  words: [noun],
  role: null,
  group: null,
  anonymous: false,
  outlet: false,
  accusation: false,
})

function likeOfficesOf(pack: NamePack): Map<string, number[]> {
  const like = new Map<string, number[]>()
  pack.sameOffices.forEach((words, number) => {
    for (const word of words) like.set(word, [...(like.get(word) ?? []), number])
  })
  return like
}

// Words as the tokenizer divides them: hyphens and 's stand apart.
const wordsOf = (noun: string): string[] =>
  noun
    .replace(/-/g, ' - ')
    .replace(/'s\b/g, " 's")
    .replace(/s' /g, "s ' ")
    .split(' ')
    .filter(word => word !== '')

/** Longest phrase that begins at token i. */
export function phraseAt(lexicon: Lexicon, lower: readonly string[], i: number, end: number): NounPhrase | null {
  for (const phrase of lexicon.byFirst.get(lower[i]!) ?? []) {
    if (i + phrase.words.length > end) continue
    let same = true
    for (let k = 1; same && k < phrase.words.length; k++) same = lower[i + k] === phrase.words[k]
    if (same) return phrase
  }
  return null
}
