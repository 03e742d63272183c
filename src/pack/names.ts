// Reads packs/names: words around names, given names that are one name, nouns that stand for people and bodies.
import {z} from 'zod'
import type {GroupNoun, NamePack, RoleNoun} from '../model/pack-names.ts'
import {type PackFile, readPackFile} from './check.ts'

const word = z.string().min(1)
const words = z.array(word)

const SCHEMA = z
  .strictObject({
    source: word,
    titles: words,
    particles: words,
    generations: words,
    patronymics: words,
    equivalents: z.record(word, words),
    female: words,
    male: words,
    offices: words,
    servants: words,
    descriptions: words,
    anonymous: words,
    groups: z.strictObject({people: words, side: words, body: words, pair: words, acting: words}),
    owned: words,
    unnamed: words,
    speaking: words,
    sameOffices: z.array(words),
    governments: words,
    pastWords: words,
    pairPersons: words,
    pairLands: words,
    pairBodies: words,
    pairParties: words,
    pairSides: words,
    rankWords: words,
    outletNouns: words,
    bodyWords: z.strictObject({organization: words, 'public-body': words, outlet: words}),
    placeWords: words,
    bodyFillers: words,
    placeEndings: words,
    notLands: words,
    stateWords: words,
    landOpenings: words,
    stateNouns: words,
    capitalNouns: words,
    articledOutlets: words,
    onlyPlacePrepositions: words,
    placePrepositions: words,
    spokesLinks: words,
    spokesNouns: words,
    accusations: words,
    notNames: words,
    governmentVerbs: words,
    governmentNouns: words,
    betweenNouns: words,
    towardVerbs: words,
    motionWords: words,
    townNouns: words,
    meetingNouns: words,
    givenNouns: words,
    eventNouns: words,
    townVerbs: words,
    wantingVerbs: words,
    actingVerbs: words,
    sayingThings: words,
    stateBodies: words,
    businesses: words,
    nameParticles: words,
    bodyKinds: z.strictObject({organization: words, outlet: words}),
    landNouns: words,
    landAdjectives: words,
    localNouns: words,
    kinNouns: words,
    womenNouns: words,
    menNouns: words,
    companyNouns: words,
    businessEndings: words,
    titleNames: words,
    delegations: z.strictObject({
      nouns: words,
      lead: words,
      include: words,
      join: words,
      advise: words,
      adviser: words,
      belong: words,
      titles: z.strictObject({lead: word, member: word, adviser: word}),
    }),
    visitVerbs: words,
  })
  .partial()
  .required({source: true})

const NO_DELEGATIONS: NamePack['delegations'] = {
  nouns: [],
  lead: [],
  include: [],
  join: [],
  advise: [],
  adviser: [],
  belong: [],
  titles: {lead: '', member: '', adviser: ''},
}

type NameFile = z.infer<typeof SCHEMA>

/** Joins the files of packs/names into one pack. Throws PackError where a file does not fit. */
export function readNamesPack(files: readonly PackFile[]): NamePack {
  const read = files.filter(file => file.path.startsWith('names/')).map(file => readPackFile(file, SCHEMA))
  const list = (pick: (file: NameFile) => readonly string[] | undefined): string[] => [...new Set(read.flatMap(file => pick(file) ?? []))]
  const equivalents: Record<string, string[]> = {}
  for (const file of read)
    for (const [common, forms] of Object.entries(file.equivalents ?? {}))
      for (const form of forms) equivalents[form] = [...(equivalents[form] ?? []), common]
  const unnamed = new Set(list(file => file.unnamed))
  const speaking = new Set(list(file => file.speaking))
  const owned = new Set(list(file => file.owned))
  const kinds = ['people', 'side', 'body', 'pair', 'acting'] as const
  const groups: GroupNoun[] = kinds.flatMap(kind =>
    list(file => file.groups?.[kind]).map(noun => ({
      noun: noun.toLowerCase(),
      kind: kind === 'acting' ? ('side' as const) : kind,
      speaks: kind === 'body' || owned.has(noun) || speaking.has(noun),
      unnamed: unnamed.has(noun),
      acts: kind === 'acting',
      owned: owned.has(noun),
    })),
  )
  const types = ['organization', 'public-body', 'outlet'] as const
  const roles: RoleNoun[] = [
    ...list(file => file.offices).map(noun => ({noun, kind: 'office' as const, speaks: true})),
    ...list(file => file.servants).map(noun => ({noun, kind: 'office' as const, speaks: false})),
    ...list(file => file.descriptions).map(noun => ({noun, kind: 'description' as const, speaks: false})),
  ]
  return {
    titles: list(file => file.titles),
    particles: list(file => file.particles),
    generations: list(file => file.generations),
    patronymics: list(file => file.patronymics),
    equivalents,
    female: list(file => file.female),
    male: list(file => file.male),
    roles,
    anonymous: list(file => file.anonymous),
    groups,
    sameOffices: read.flatMap(file => file.sameOffices ?? []),
    governments: list(file => file.governments),
    pastWords: list(file => file.pastWords),
    pairPersons: list(file => file.pairPersons),
    pairLands: list(file => file.pairLands),
    pairBodies: list(file => file.pairBodies),
    pairParties: list(file => file.pairParties),
    pairSides: list(file => file.pairSides),
    rankWords: list(file => file.rankWords),
    outletNouns: list(file => file.outletNouns),
    bodyWords: types.flatMap(type => list(file => file.bodyWords?.[type]).map(word => ({word, type}))),
    placeWords: list(file => file.placeWords),
    bodyFillers: list(file => file.bodyFillers),
    placeEndings: list(file => file.placeEndings),
    notLands: list(file => file.notLands),
    stateWords: list(file => file.stateWords),
    landOpenings: list(file => file.landOpenings),
    stateNouns: list(file => file.stateNouns),
    capitalNouns: list(file => file.capitalNouns),
    articledOutlets: list(file => file.articledOutlets),
    onlyPlacePrepositions: list(file => file.onlyPlacePrepositions),
    placePrepositions: list(file => file.placePrepositions),
    spokesLinks: list(file => file.spokesLinks),
    spokesNouns: list(file => file.spokesNouns),
    accusations: list(file => file.accusations),
    notNames: list(file => file.notNames),
    governmentVerbs: list(file => file.governmentVerbs),
    governmentNouns: list(file => file.governmentNouns),
    betweenNouns: list(file => file.betweenNouns),
    towardVerbs: list(file => file.towardVerbs),
    motionWords: list(file => file.motionWords),
    townNouns: list(file => file.townNouns),
    meetingNouns: list(file => file.meetingNouns),
    givenNouns: list(file => file.givenNouns),
    eventNouns: list(file => file.eventNouns),
    townVerbs: list(file => file.townVerbs),
    wantingVerbs: list(file => file.wantingVerbs),
    actingVerbs: list(file => file.actingVerbs),
    sayingThings: list(file => file.sayingThings),
    stateBodies: list(file => file.stateBodies),
    businesses: list(file => file.businesses),
    nameParticles: list(file => file.nameParticles),
    bodyKinds: (['organization', 'outlet'] as const).flatMap(type => list(file => file.bodyKinds?.[type]).map(word => ({word, type}))),
    landNouns: list(file => file.landNouns),
    landAdjectives: list(file => file.landAdjectives),
    localNouns: list(file => file.localNouns),
    kinNouns: list(file => file.kinNouns),
    womenNouns: list(file => file.womenNouns),
    menNouns: list(file => file.menNouns),
    companyNouns: list(file => file.companyNouns),
    businessEndings: list(file => file.businessEndings),
    titleNames: list(file => file.titleNames),
    delegations: read.find(file => file.delegations !== undefined)?.delegations ?? NO_DELEGATIONS,
    visitVerbs: list(file => file.visitVerbs),
  }
}
