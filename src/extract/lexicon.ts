// The talks pack, indexed by the word that makes a pattern look: built once a pack, on first use.
import type {AssessmentCue, EventPattern, Governor, Issue, StanceCue, TalksPack} from '../model/pack-talks.ts'

/** A way to say a pattern: its head lemma and the words that must stand with it. */
export interface Wording<Entry> {
  readonly entry: Entry
  /** The other lemmas of the expression in text order; empty for a single word. */
  readonly before: readonly string[]
  readonly after: readonly string[]
}

export type ByWord<Entry> = ReadonlyMap<string, readonly Wording<Entry>[]>

export interface Lexicon {
  readonly pack: TalksPack
  readonly verbs: ByWord<EventPattern>
  readonly nouns: ByWord<EventPattern>
  readonly adjectives: ByWord<EventPattern>
  readonly governingVerbs: ByWord<Governor>
  readonly governingNouns: ByWord<Governor>
  readonly governingAdjectives: ByWord<Governor>
  readonly stanceVerbs: ByWord<StanceCue>
  readonly stanceNouns: ByWord<StanceCue>
  readonly stanceAdjectives: ByWord<StanceCue>
  /** By their first word. */
  readonly assessments: ReadonlyMap<string, readonly AssessmentWording[]>
  readonly issues: ReadonlyMap<string, readonly IssueWording[]>
  /** Issues of one's own. */
  readonly ownIssues: ReadonlySet<string>
  readonly is: (list: WordList, lemma: string) => boolean
  /** True where a verb of any section has this base form. */
  readonly knowsVerb: (lemma: string) => boolean
  /** True where a pattern asks for this noun as an object: "troop", where a lemma reads "troops". */
  readonly knowsNoun: (lemma: string) => boolean
}

export type WordList = Exclude<keyof TalksPack['words'], 'ordinals' | 'numbers' | 'weapons' | 'forms'>

export interface AssessmentWording {
  readonly direction: AssessmentCue['direction']
  readonly words: readonly string[]
}

export interface IssueWording {
  readonly issue: Issue
  readonly words: readonly string[]
}

const built = new WeakMap<TalksPack, Lexicon>()

export function lexiconOf(pack: TalksPack): Lexicon {
  const known = built.get(pack)
  if (known) return known
  const lists = new Map<string, ReadonlySet<string>>()
  for (const [name, words] of Object.entries(pack.words)) if (Array.isArray(words)) lists.set(name, new Set(words as string[]))
  const verbs = byWord(pack.patterns, pattern => pattern.verbs, 'first')
  const governingVerbs = byWord(pack.governors, governor => governor.verbs, 'first')
  const stanceVerbs = byWord(pack.stances, cue => cue.verbs, 'first')
  const objects = new Set(pack.patterns.flatMap(pattern => pattern.object))
  const lexicon: Lexicon = {
    pack,
    verbs,
    nouns: byWord(pack.patterns, pattern => pattern.nouns, 'last'),
    adjectives: byWord(pack.patterns, pattern => pattern.adjectives, 'first'),
    governingVerbs,
    governingNouns: byWord(pack.governors, governor => governor.nouns, 'last'),
    governingAdjectives: byWord(pack.governors, governor => governor.adjectives, 'first'),
    stanceVerbs,
    stanceNouns: byWord(pack.stances, cue => cue.nouns, 'last'),
    stanceAdjectives: byWord(pack.stances, cue => cue.adjectives, 'first'),
    assessments: assessmentIndex(pack.assessments),
    issues: issueIndex(pack.issues),
    ownIssues: new Set(pack.issues.filter(issue => issue.own).map(({id}) => id)),
    knowsVerb: lemma => verbs.has(lemma) || governingVerbs.has(lemma) || stanceVerbs.has(lemma),
    knowsNoun: lemma => objects.has(lemma),
    is: (list, lemma) => lists.get(list)?.has(lemma) ?? false,
  }
  built.set(pack, lexicon)
  return lexicon
}

/** Verbs and adjectives are found by their first word ("call off"), nouns by their last ("prisoner exchange", but "exchange of prisoner"). */
function byWord<Entry>(entries: readonly Entry[], wordings: (entry: Entry) => readonly string[], at: 'first' | 'last'): ByWord<Entry> {
  const index = new Map<string, Wording<Entry>[]>()
  for (const entry of entries)
    for (const wording of wordings(entry)) {
      const words = wording.split(' ')
      const joint = words.findIndex(word => word === 'of' || word === 'in')
      const head = at === 'first' || joint > 0 ? (at === 'first' ? 0 : joint - 1) : words.length - 1
      const list = index.get(words[head]!) ?? []
      list.push({entry, before: words.slice(0, head), after: words.slice(head + 1)})
      index.set(words[head]!, list)
    }
  return index
}

function assessmentIndex(cues: readonly AssessmentCue[]): ReadonlyMap<string, readonly AssessmentWording[]> {
  const index = new Map<string, AssessmentWording[]>()
  for (const cue of cues)
    for (const wording of cue.words) {
      // The lemma of "an" is "a".
      const words = wording.split(' ').map(word => (word === 'an' ? 'a' : word))
      const list = index.get(words[0]!) ?? []
      list.push({direction: cue.direction, words})
      index.set(words[0]!, list)
    }
  return index
}

function issueIndex(issues: readonly Issue[]): ReadonlyMap<string, readonly IssueWording[]> {
  const index = new Map<string, IssueWording[]>()
  for (const issue of issues)
    for (const wording of issue.words) {
      const words = wording.split(' ')
      const key = keyOf(words[0]!)
      const list = index.get(key) ?? []
      list.push({issue, words})
      index.set(key, list)
    }
  return index
}

const STEM = 4

/** First letters of a word: "territor*" and "territorial" share theirs. */
export const keyOf = (word: string): string => word.replace(/\*$|\/n$/, '').slice(0, STEM)
