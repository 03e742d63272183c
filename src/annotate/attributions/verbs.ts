// Verbs of saying, writing, thinking and wanting with a clause, an infinitive or a nominal as content. Direct speech is found in direct.ts.
import type {Act} from '../../model/attribution.ts'
import type {VerbCue} from '../../model/pack-cues.ts'
import {fullRelationOf, relationOf, uposOf} from '../../text/tree.ts'
import {wholeClause} from './clause.ts'
import {reachOf, stretchesOf, without} from './content.ts'
import {isBareInfinitive} from './control.ts'
import {cueSpan, hearerOf} from './cue.ts'
import type {Draft, Source, TokenRange} from './draft.ts'
import {FRAMES, fitsParticle, hasTo} from './frames.ts'
import {isNegatedNominal, polarityOf, turned} from './polarity.ts'
import {baseOf, childOf, isPunctuation, isVerb, type Scene, tagOf} from './scene.ts'
import {agentOf, isPassive, nominalSource, sourceOfVerb} from './source.ts'
import {spelledOut} from './spelled.ts'
import {cutAtNextVerb, cutAtSecondReport, hasTense, readClauseBehind, readParenthesis} from './surface.ts'

/** What a frame of a cue holds. */
interface Found {
  readonly cue: VerbCue
  readonly rule: string
  readonly ranges: readonly TokenRange[]
  /** Token that heads the content. */
  readonly head: number
}

/** Reads token i as a cue; null where it is none. */
export function readVerb(scene: Scene, i: number): Draft | null {
  const {tokens, lexicon} = scene
  if (uposOf(tokens, i) !== 'VERB' && !isNounWithObject(scene, i)) return null
  const lemma = baseOf(scene, i)
  const raised = readRaised(scene, i, lemma)
  if (raised) return raised
  const entries = lexicon.verbs.get(lemma)
  if (!entries || isAttributive(scene, i)) return null
  const source = sourceOfVerb(scene, i)
  if (source !== null && saysHowFar(scene, source)) return null
  const found = parenthesisOf(scene, i, entries, source) ?? contentOf(scene, i, entries) ?? behindOf(scene, i, entries, source)
  if (!found) return null
  if (!isPlausible(scene, i, found, source)) return null
  const cut = found.ranges.map(range =>
    overColon(
      scene,
      i,
      found,
      isReporting(found) ? cutAtSecondReport(scene, i, wholeClause(scene, i, range)) : cutAtNextVerb(scene, i, range),
    ),
  )
  const kept = source === null ? cut : cut.flatMap(range => without(range, clip(source, i)))
  const colon = SPOKEN.has(found.cue.act) ? spelledOut(scene, (kept.at(-1)?.last ?? i) + 1) : null
  const content = stretchesOf(scene, [...antecedentOfGap(scene, i, found), ...kept, ...(colon === null ? [] : [colon])], i)
  if (content.length === 0) return null
  const polarity = turned(polarityOf(scene, i), found.cue.negative)
  const negatedContent = (found.cue.act === 'expect' || found.cue.act === 'believe') && isNegatedNominal(scene, found.head)
  return {
    rule: found.rule,
    act: found.cue.act,
    class: found.cue.class,
    token: i,
    cue: cueSpan(scene, i),
    source,
    content,
    polarity: polarity === 'positive' && negatedContent ? 'negated' : polarity,
    hearer: hearerOf(scene, i, found.cue, found.head),
    quotations: [],
    unclosed: false,
  }
}

/** "The statement lists three points": what looks like a noun in the plural and has an object is a verb. */
const isNounWithObject = (scene: Scene, i: number): boolean =>
  tagOf(scene, i) === 'NNS' && childOf(scene, i, 'obj') > i && scene.lexicon.baseForms.has(scene.word(i))

/** "As far as we can tell, the road is open" says how sure the speaker is, and gives nobody's words. */
const saysHowFar = (scene: Scene, {first}: Source): boolean => scene.word(first - 1) === 'as' && scene.word(first - 2) === 'far'

const SPOKEN: ReadonlySet<Act> = new Set(['say', 'report', 'claim'])

const isReporting = (found: Found): boolean => found.rule === 'verb/that' || found.rule === 'verb/behind'

/** "The statement lists three points: the guns were withdrawn, the road was opened": what a colon spells out is still the source's. */
function overColon(scene: Scene, i: number, {cue, head}: Found, range: TokenRange): TokenRange {
  const {tokens, sentences} = scene
  const end = sentences[tokens.sentence[i]!]!.endToken
  const colon = range.last + 1
  if (!SPOKEN.has(cue.act) || range.first > head || range.first < i || colon >= end - 1) return range
  return scene.word(colon) === ':' && scene.quoteOf[colon]! < 0 && scene.quoteOf[colon + 1]! < 0 ? {...range, last: end - 1} : range
}

/** "the teacher whom the ministry has declared detained": the noun before a relative clause is what is told of, where the clause has a gap. */
function antecedentOfGap(scene: Scene, i: number, found: Found): TokenRange[] {
  const {tokens} = scene
  const head = tokens.head[i]!
  if (fullRelationOf(tokens, i) !== 'acl:relcl' || head < 0 || head > i) return []
  const gap =
    found.rule === 'verb/that' ? childOf(scene, found.head, 'nsubj', 'expl') < 0 : found.rule === 'verb/as' && childOf(scene, i, 'obj') < i
  const subject = childOf(scene, i, 'nsubj')
  // "was about what the voters thought": a free relative carries nothing of its own
  if (!gap || subject < 0 || RELATIVE.has(scene.word(subject)) || scene.word(head) === 'what') return []
  const copula = childOf(scene, head, 'cop')
  return [{first: copula < 0 ? scene.left[head]! : Math.min(copula + 1, head), last: Math.max(head, scene.left[i]! - 1)}]
}

/** A frame between commas holds the rest of its sentence. */
function parenthesisOf(scene: Scene, i: number, entries: readonly VerbCue[], source: Source | null): Found | null {
  const cue = entries.find(entry => entry.takes.includes('that') && entry.takes.includes('quote') && entry.particle === null)
  if (!cue || !hasTense(scene, i) || isPassive(scene, i) || polarityOf(scene, i) === 'negated') return null
  // A verb with an object of its own behind it has said what it has to say; "said Friday" has none.
  const object = childOf(scene, i, 'obj')
  if (object > i && scene.timed[object] === 0 && cue.hearer !== 'object' && scene.word(i + 1) !== ',') return null
  const ranges = readParenthesis(scene, i, source)
  return ranges === null ? null : {cue, rule: 'verb/parenthesis', ranges, head: i}
}

/** What stands behind a verb of speech is its content, even where the tree has made something else of it. */
function behindOf(scene: Scene, i: number, entries: readonly VerbCue[], source: Source | null): Found | null {
  const cue = entries.find(
    entry =>
      entry.takes.includes('that') &&
      entry.takes.includes('quote') &&
      entry.particle === null &&
      !entry.loose &&
      entry.act !== 'decree' &&
      entry.class !== 'stance' &&
      entry.class !== 'show',
  )
  if (!cue || source === null || !(hasTense(scene, i) || tagOf(scene, i) === 'VBG')) return null
  const range = readClauseBehind(scene, i)
  return range === null ? null : {cue, rule: 'verb/behind', ranges: [range], head: range.first}
}

/** "the proposed deal", "said to be": a participle that only describes a noun from the left is no cue. */
const isAttributive = ({tokens}: Scene, i: number): boolean => relationOf(tokens, i) === 'amod' || relationOf(tokens, i) === 'compound'

/** The source's words as something to cut out; a source on the far side of a clause is left alone. */
const clip = (source: Source, i: number): TokenRange =>
  source.first <= i && i <= source.last ? {first: source.head, last: source.head} : source

/** "The talks are expected to resume", "they seem to agree": nobody is the source, the subject belongs to the content. */
function readRaised(scene: Scene, i: number, lemma: string): Draft | null {
  const {lexicon, tokens} = scene
  const seeming = lexicon.seeming.has(lemma)
  if (!seeming && !(lexicon.raising.has(lemma) && tagOf(scene, i) === 'VBN' && (isPassive(scene, i) || relationOf(tokens, i) === 'acl')))
    return null
  const infinitive = childOf(scene, i, 'xcomp')
  const subject = childOf(scene, i, 'nsubj', 'expl')
  const clause = childOf(scene, i, 'ccomp', 'csubj')
  const below = infinitive >= 0 ? infinitive : clause
  if (below < 0) return null
  if (infinitive >= 0 && !hasTo(scene, infinitive) && !seeming) return null
  const agent = agentOf(scene, i)
  const carried =
    relationOf(tokens, i) === 'acl'
      ? nominalBefore(scene, i)
      : subject >= 0 && fullRelationOf(tokens, subject) !== 'expl'
        ? nominalSource(scene, subject)
        : null
  const ranges = [...(carried && infinitive >= 0 ? [carried] : []), reachOf(scene, below)]
  const content = stretchesOf(scene, ranges, i)
  if (content.length === 0) return null
  const entry = lexicon.verbs.get(lemma)?.[0]
  return {
    rule: seeming ? 'verb/seeming' : 'verb/raised',
    act: lemma === 'expect' ? 'expect' : (entry?.act ?? 'believe'),
    class: entry?.class ?? 'thought',
    token: i,
    cue: cueSpan(scene, i),
    source: agent,
    content,
    polarity: polarityOf(scene, i),
    hearer: -1,
    quotations: [],
    unclosed: false,
  }
}

function nominalBefore(scene: Scene, i: number): TokenRange | null {
  const head = scene.tokens.head[i]!
  if (head < 0) return null
  const first = scene.left[head]!
  return first < i ? {first, last: i - 1} : null
}

/** Tries the frames of a cue, the surest first. */
function contentOf(scene: Scene, i: number, entries: readonly VerbCue[]): Found | null {
  for (const [frame, read] of FRAMES)
    for (const cue of entries) {
      if (!fitsParticle(scene, i, cue)) continue
      if (frame !== 'preposition' && frame !== 'preposition-to' && !cue.takes.includes(frame)) continue
      const found = read(scene, i, cue)
      if (found) return {cue, rule: `verb/${frame}`, ...found}
    }
  return null
}

/** Keeps words of many senses from being cues where nobody could be speaking. */
function isPlausible(scene: Scene, i: number, found: Found, source: Source | null): boolean {
  const {tokens} = scene
  const clausal = ['verb/that', 'verb/parenthesis', 'verb/behind'].includes(found.rule)
  if (found.rule === 'verb/as' && namesOnly(scene, i, found.head, source)) return false
  if (source === null) return isPassive(scene, i) && (clausal || found.rule !== 'verb/noun' || found.cue.act === 'expect')
  const subject = uposOf(tokens, source.head)
  const word = scene.word(source.head)
  if (!clausal && found.rule !== 'verb/footage' && found.rule !== 'verb/object-ing' && !takesStand(scene, i, found, word)) return false
  if (found.cue.class === 'show') return clausal || found.rule === 'verb/footage' || found.rule === 'verb/object-ing'
  if (subject === 'PRON' && (word === 'this' || word === 'that' || word === 'which' || word === 'what'))
    return clausal || found.cue.class === 'stance'
  if (found.cue.loose) return subject === 'PROPN' || subject === 'PRON' || (subject === 'NOUN' && clausal)
  return !isPunctuation(scene, source.head) && (subject !== 'VERB' || isVerb(scene, source.head))
}

/** A stance without a clause is somebody's only in a main clause: no purpose ("to demand"), no description ("those who support"), no "you". */
function takesStand(scene: Scene, i: number, found: Found, subject: string): boolean {
  const {tokens} = scene
  if (ANYBODY.has(subject)) return false
  // "declined to comment on the map": an infinitive with a topic tells of no remark that was made.
  if (hasTo(scene, i) && (relationOf(tokens, i) !== 'xcomp' || found.cue.act === 'say')) return false
  if (isBareInfinitive(scene, i)) return false
  const describes = fullRelationOf(tokens, i) === 'acl:relcl' && RELATIVE.has(subject)
  return !(describes && (found.rule === 'verb/noun' || found.rule === 'verb/preposition'))
}

/** "a group called the Harbour Union", "a site I used to run called Alta": what something is named nobody has said of it. */
const namesOnly = (scene: Scene, i: number, head: number, source: Source | null): boolean =>
  uposOf(scene.tokens, head) === 'PROPN' && ((source === null && isPassive(scene, i)) || tagOf(scene, i) === 'VBN')

const ANYBODY = new Set(['you', 'anyone', 'anybody', 'everyone', 'everybody', 'one', 'people'])
const RELATIVE = new Set(['who', 'that', 'which', 'whom'])
