// The cue pack as maps, made once a pack object, so that a token costs one look-up.
import type {Act} from '../../model/attribution.ts'
import type {CuePack, VerbCue, WordCue} from '../../model/pack-cues.ts'

export interface Lexicon {
  /** Base form of every regular form of a cue verb, for words that the lemmatiser does not know. */
  readonly baseForms: ReadonlyMap<string, string>
  readonly verbs: ReadonlyMap<string, readonly VerbCue[]>
  readonly nouns: ReadonlyMap<string, readonly WordCue[]>
  readonly adjectives: ReadonlyMap<string, readonly WordCue[]>
  readonly beforeSource: CuePack['beforeSource']
  readonly unnamed: ReadonlyMap<string, Act>
  readonly possessed: ReadonlyMap<string, Act>
  readonly raising: ReadonlySet<string>
  readonly seeming: ReadonlySet<string>
  readonly lightVerbs: ReadonlySet<string>
  readonly aimingVerbs: ReadonlySet<string>
  readonly outletNouns: ReadonlySet<string>
  readonly nameEndings: ReadonlySet<string>
  readonly platforms: ReadonlySet<string>
  readonly settings: ReadonlySet<string>
  readonly footage: ReadonlySet<string>
  readonly pictures: ReadonlySet<string>
  readonly hearers: ReadonlySet<string>
  readonly anonymous: ReadonlySet<string>
  readonly reports: ReadonlySet<string>
  readonly credits: readonly string[]
  readonly creditVerbs: ReadonlySet<string>
}

const made = new WeakMap<CuePack, Lexicon>()

export function lexiconOf(pack: CuePack): Lexicon {
  const known = made.get(pack)
  if (known) return known
  const {carriers} = pack
  const lexicon: Lexicon = {
    baseForms: regularForms(Object.keys(pack.verbs)),
    verbs: new Map(Object.entries(pack.verbs)),
    nouns: new Map(Object.entries(pack.nouns)),
    adjectives: new Map(Object.entries(pack.adjectives)),
    beforeSource: pack.beforeSource,
    unnamed: new Map(Object.entries(pack.unnamed)),
    possessed: new Map(Object.entries(pack.possessed)),
    raising: new Set(pack.raising),
    seeming: new Set(pack.seeming),
    lightVerbs: new Set(pack.lightVerbs),
    aimingVerbs: new Set(pack.aimingVerbs),
    outletNouns: folded(carriers.outletNouns),
    nameEndings: folded(carriers.nameEndings),
    platforms: folded(carriers.platforms),
    settings: folded(carriers.settings),
    footage: folded(carriers.footage),
    pictures: folded(carriers.pictures),
    hearers: folded(carriers.anonymousHearers),
    anonymous: folded(carriers.anonymousSources),
    reports: folded(carriers.anonymousReports),
    credits: carriers.credits.map(words => words.toLowerCase()),
    creditVerbs: folded(carriers.creditVerbs),
  }
  made.set(pack, lexicon)
  return lexicon
}

const folded = (words: readonly string[]): Set<string> => new Set(words.map(word => word.toLowerCase()))

/** The regular forms of verbs: "airs", "aired", "airing"; final "e" and "y" change. */
function regularForms(verbs: readonly string[]): Map<string, string> {
  const forms = new Map<string, string>()
  for (const verb of verbs) {
    const stem = verb.endsWith('e') ? verb.slice(0, -1) : /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}i` : verb
    for (const form of [`${verb}s`, `${stem}es`, `${stem}ed`, `${verb.endsWith('e') ? stem : verb}ing`])
      if (!forms.has(form)) forms.set(form, verb)
  }
  return forms
}
