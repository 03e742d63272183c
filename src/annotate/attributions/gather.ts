// Collects the attributions of a document as drafts: what the tree tells, then what stands in quotation marks, one draft a cue.
import type {Span} from '../../model/span.ts'
import type {Quotation} from '../../text/quotations.ts'
import {hullOf} from '../../text/spans.ts'
import {uposOf} from '../../text/tree.ts'
import {readCaption} from './captions.ts'
import {reportBefore} from './carried.ts'
import {stretchesOf} from './content.ts'
import {
  cueOfQuotation,
  directDraft,
  isFragment,
  opensSentence,
  readColon,
  readDash,
  readLabel,
  type Spoke,
  type Spoken,
  spokenQuotations,
} from './direct.ts'
import type {Draft} from './draft.ts'
import {readAdjective, readNoun} from './nouns.ts'
import {readBeforeSource, readMistakenNoun, readPossessed, readUnnamed} from './phrases.ts'
import {childOf, isPunctuation, type Scene, spanOf, tagOf} from './scene.ts'
import {LONG_QUOTE_CHARACTERS} from './source.ts'
import {readClauseBehind} from './surface.ts'
import {readVerb} from './verbs.ts'

/** Drafts in order of their first content. */
export function gatherDrafts(scene: Scene): Draft[] {
  const told = readTree(scene)
  const spoken = readSpeech(scene, told)
  return [...told.values(), ...spoken].sort((a, b) => firstOf(a) - firstOf(b) || lastOf(b) - lastOf(a) || a.token - b.token)
}

const firstOf = (draft: Draft): number => draft.content[0]!.start
const lastOf = (draft: Draft): number => draft.content.at(-1)!.end

function readTree(scene: Scene): Map<number, Draft> {
  const told = new Map<number, Draft>()
  for (const sentence of scene.sentences) {
    if (sentence.kind === 'table') continue
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      const draft =
        readCaption(scene, i) ??
        readBeforeSource(scene, i) ??
        readUnnamed(scene, i) ??
        readPossessed(scene, i) ??
        readMistakenNoun(scene, i) ??
        readVerb(scene, i) ??
        readNoun(scene, i) ??
        readAdjective(scene, i)
      const kept = draft && keepInside(scene, draft)
      if (kept) told.set(i, kept)
    }
  }
  return told
}

/** What somebody quoted attributes to others stays inside the quotation, whatever the tree makes of the words around it. */
function keepInside(scene: Scene, draft: Draft): Draft | null {
  const index = draft.token < 0 ? -1 : scene.quoteOf[draft.token]!
  // A few quoted words ("the ministry “does not expect a breakthrough”") are part of the reporter's sentence.
  if (index < 0 || isShortPhrase(scene, index)) return draft
  const {inner} = scene.quotations[index]!
  if (draft.source !== null && scene.quoteOf[draft.source.head] !== index) return null
  const content = draft.content
    .map(span => ({start: Math.max(span.start, inner.start), end: Math.min(span.end, inner.end)}))
    .filter(span => span.start < span.end)
  return content.length === 0 ? null : {...draft, content}
}

/** A few words that are no sentence of their own: no capital in front or no mark at the end. */
function isShortPhrase(scene: Scene, index: number): boolean {
  const {start, end, inner} = scene.quotations[index]!
  const words = scene.text.slice(inner.start, inner.end).trim()
  return end - start < LONG_QUOTE_CHARACTERS && !(/^\p{Lu}/u.test(words) && /[.,!?]$/.test(words))
}

/** A cue with the quotations that are its content, before they become one draft. */
interface Group {
  readonly spoke: Spoke
  readonly quotations: number[]
}

interface Assigned {
  readonly told: ReadonlyMap<number, Draft>
  readonly groups: Map<number, Group>
  readonly groupOf: Map<number, Group>
  readonly covers: Covers
}

/** Assigns every quotation. Takes from `told` the drafts whose cue turns out to introduce direct speech. */
function readSpeech(scene: Scene, told: Map<number, Draft>): Draft[] {
  const groups = new Map<number, Group>()
  const groupOf = new Map<number, Group>()
  const drafts: Draft[] = []
  const orphanOf = new Map<number, number>()
  const reportOf = new Map<number, number>()
  const covers = coverageOf(told)
  let previous: Spoken | null = null
  for (const spoken of spokenQuotations(scene)) {
    const quotation = scene.quotations[spoken.index]!
    const continued = quotation.continues === null ? undefined : groupOf.get(quotation.continues)
    const join = (group: Group): void => {
      group.quotations.push(spoken.index)
      groupOf.set(spoken.index, group)
    }
    const orphan = quotation.continues === null ? undefined : orphanOf.get(quotation.continues)
    const carried = quotation.continues === null ? undefined : reportOf.get(quotation.continues)
    const labelled = readLabel(scene, spoken)
    if (labelled) drafts.push(labelled)
    else if (continued) join(continued)
    else if (orphan !== undefined) {
      drafts[orphan] = withContent(drafts[orphan]!, quotation, spoken.index)
      orphanOf.set(spoken.index, orphan)
    } else if (carried !== undefined) {
      told.set(carried, withContent(told.get(carried)!, quotation, spoken.index))
      reportOf.set(spoken.index, carried)
    } else if (isFragment(spoken)) readFragment(scene, {told, groups, groupOf, covers}, spoken)
    else {
      const spoke = cueOfQuotation(scene, spoken)
      const before = previous === null ? undefined : groupOf.get(previous.index)
      const resumed = before !== undefined && spoke?.side === 'before' && isResumed(scene, before.spoke, spoken, spoke)
      if (resumed) join(before)
      else if (spoke && !(spoke.side === 'before' && before && before.spoke.token > spoke.token)) {
        const known = groups.get(spoke.token)
        if (known) join(known)
        else {
          const group = {spoke, quotations: [spoken.index]}
          groups.set(spoke.token, group)
          groupOf.set(spoken.index, group)
        }
      } else if (before && previous && goesOn(scene, previous, spoken, before.spoke)) join(before)
      else if (!covers(quotation)) {
        const named = readColon(scene, spoken) ?? readDash(scene, spoken)
        const report = named ? -1 : reportBefore(scene, told, spoken)
        const draft = named ?? (report < 0 ? readOrphan(scene, spoken) : null)
        if (report >= 0) {
          told.set(report, withContent(told.get(report)!, quotation, spoken.index))
          reportOf.set(spoken.index, report)
        } else if (draft) {
          orphanOf.set(spoken.index, drafts.length)
          drafts.push(draft)
        }
      }
    }
    // A title or a few words inside the frame do not part two quotations of one speaker.
    if (groupOf.has(spoken.index) || !isFragment(spoken)) previous = spoken
  }
  for (const [token, group] of groups) {
    const own = told.get(token)
    told.delete(token)
    drafts.push(directDraft(scene, group.spoke, contentOfGroup(scene, group, own), group.quotations))
  }
  return drafts
}

const withContent = (draft: Draft, {start, end, unclosed}: Quotation, index: number): Draft => ({
  ...draft,
  content: [...draft.content, {start, end}],
  quotations: [...draft.quotations, index],
  unclosed: draft.unclosed || unclosed,
})

/** A few quoted words inside a reporter's sentence belong to what covers them; elsewhere they are speech only right behind a cue. */
function readFragment(scene: Scene, {told, groups, groupOf, covers}: Assigned, spoken: Spoken): void {
  if (spoken.title || covers(scene.quotations[spoken.index]!)) return
  const spoke = cueOfQuotation(scene, spoken)
  if (spoke?.side !== 'before' || groups.has(spoke.token) || told.has(spoke.token)) return
  const group = {spoke, quotations: [spoken.index]}
  groups.set(spoke.token, group)
  groupOf.set(spoken.index, group)
}

type Covers = (span: Span) => boolean

/** Whether some content told by the tree holds a whole span. */
function coverageOf(told: ReadonlyMap<number, Draft>): Covers {
  const parts = [...told.values()].flatMap(draft => draft.content).sort((a, b) => a.start - b.start)
  const farthest: number[] = []
  for (const part of parts) farthest.push(Math.max(part.end, farthest.at(-1) ?? 0))
  return span => {
    let low = 0
    let high = parts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (parts[middle]!.start <= span.start) low = middle + 1
      else high = middle
    }
    return low > 0 && farthest[low - 1]! >= span.end
  }
}

/** “Each time you ask,” he said, referring to the map, “you lose a day”: in one sentence, in lower case, behind a participle of the frame. */
function isResumed(scene: Scene, frame: Spoke, spoken: Spoken, found: Spoke): boolean {
  const {sentence} = scene.tokens
  // “…,” he said, adding that “some of it is”: the participle has a quotation of its own
  if (scene.word(found.token + 1) === 'that' || (found.token + 1 === spoken.first && found.cue.takes.includes('that'))) return false
  return sentence[frame.token] === sentence[spoken.first] && !spoken.capital && tagOf(scene, found.token) === 'VBG'
}

/** The same speaker goes on: “…,” said X. “…” in one paragraph, with nothing but X's frame in between. */
function goesOn(scene: Scene, previous: Spoken, spoken: Spoken, spoke: Spoke): boolean {
  const {tokens, sentences} = scene
  const from = sentences[tokens.sentence[previous.first]!]!.paragraph
  const to = sentences[tokens.sentence[spoken.first]!]!.paragraph
  if (from !== to) return false
  // Words of the reporter before the quotation in its own sentence mean that it is another matter, unless they are the frame itself.
  const start = sentences[tokens.sentence[spoken.first]!]!.firstToken
  const first = Math.max(start, previous.last + 1)
  for (let i = first; i < spoken.first; i++)
    if (!isPunctuation(scene, i) && tokens.sentence[i] !== tokens.sentence[spoke.token]) return false
  for (let i = previous.last + 1; i < first; i++)
    if (!isPunctuation(scene, i) && tokens.sentence[i] !== tokens.sentence[spoke.token]) return false
  return true
}

// A shorter line between quotation marks is a title or a stage direction as often as speech.
const FEWEST_ORPHAN_WORDS = 4

/** A paragraph that is a quotation and nothing else: whose it is follows from the text before (carry-over). */
function readOrphan(scene: Scene, spoken: Spoken): Draft | null {
  const {tokens, sentences} = scene
  const first = sentences[tokens.sentence[spoken.first]!]!
  const last = sentences[tokens.sentence[spoken.last]!]!
  if (first.kind === 'heading' || spoken.words < FEWEST_ORPHAN_WORDS) return null
  if (!opensSentence(scene, spoken)) for (let i = first.firstToken; i < spoken.first; i++) if (!isPunctuation(scene, i)) return null
  for (let i = spoken.last + 1; i < last.endToken; i++) if (!isPunctuation(scene, i)) return null
  const quotation = scene.quotations[spoken.index]!
  return {
    rule: 'direct/orphan',
    act: 'say',
    class: 'speech',
    token: -1,
    cue: null,
    source: null,
    content: [{start: quotation.start, end: quotation.end}],
    polarity: 'positive',
    hearer: -1,
    quotations: [spoken.index],
    unclosed: quotation.unclosed,
  }
}

/** The quotations of a cue, with the unquoted words of the same sentence that belong to what was said. */
function contentOfGroup(scene: Scene, group: Group, told: Draft | undefined): Span[] {
  const {spoke, quotations} = group
  const spans = quotations.map(index => ({start: scene.quotations[index]!.start, end: scene.quotations[index]!.end}))
  const lead = leadOf(scene, spoke)
  if (lead) return merge([lead, ...spans])
  const before = scene.word(spoke.spoken.first - 1)
  const called = calledBefore(scene, spoke)
  if (called) return merge([called, ...spans])
  const follows = before === ',' && scene.word(spoke.spoken.first - 2) === 'that'
  if (spoke.side === 'before' && follows)
    return merge([...stretchesOf(scene, [{first: spoke.spoken.first - 2, last: spoke.spoken.last}]), ...spans])
  const stands = before === ':' || (spoke.spoken.capital && spoke.spoken.ended && before === ',')
  if (spoke.side === 'before' && !stands && !standsAlone(scene, spoke)) {
    const own = told && told.rule !== 'verb/parenthesis' ? told.content : behindCue(scene, spoke)
    if (own && touchesAny(own, spans) && hasOwnWords(scene, own, spans)) return merge([...own, ...spans])
  }
  return merge(spans)
}

/** The letter reads “we may ask for more”, but no plans exist: right behind its cue and cut off by punctuation or a conjunction. */
function standsAlone(scene: Scene, {token, spoken}: Spoke): boolean {
  const next = spoken.last + 1
  if (spoken.first !== token + 1 || spoken.words < LONGEST_PHRASE || next >= scene.tokens.length) return false
  return scene.word(next) === ',' || scene.word(next) === ';'
}

// “an insult” to the council, “dead” and buried: shorter ones are parts of a larger phrase
const LONGEST_PHRASE = 6

/** "called the map “a provocation”", "called an “urgent” meeting": what is given the name, and the phrase that the quoted words stand in. */
function calledBefore(scene: Scene, {token, cue, side, spoken}: Spoke): Span | null {
  if (side !== 'before' || (spoken.ended && spoken.capital) || !cue.takes.includes('as') || cue.takes.includes('that')) return null
  const last = endOfPhrase(scene, spoken.last)
  const object = childOf(scene, token, 'obj', 'iobj')
  const isNamed = object > token && object < spoken.first
  const first = isNamed ? scene.left[object]! : token + 1
  for (let i = isNamed ? scene.right[object]! + 1 : first; i < spoken.first; i++)
    if (!isPunctuation(scene, i) && scene.word(i) !== 'as' && !['DET', 'ADJ', 'ADV'].includes(uposOf(scene.tokens, i))) return null
  return spanOf(scene, first, last)
}

/** An “urgent” [meeting]: quoted words that only describe a noun stand with it. */
function endOfPhrase(scene: Scene, closing: number): number {
  const {tokens} = scene
  let word = closing
  while (word > 0 && isPunctuation(scene, word)) word--
  if (uposOf(tokens, word) === 'NOUN' || uposOf(tokens, word) === 'PROPN') return closing
  let last = closing
  while (
    last + 1 < tokens.length &&
    tokens.sentence[last + 1] === tokens.sentence[closing] &&
    ['NOUN', 'ADJ'].includes(uposOf(tokens, last + 1))
  )
    last++
  return last
}

/** “that ‘the talks go on’”, “Vashenko ‘has a plan’”: the words between the cue and a quotation that does not begin a sentence of its own. */
function behindCue(scene: Scene, {token, spoken}: Spoke): Span[] | null {
  const before = scene.word(spoken.first - 1)
  if (spoken.first - 1 <= token || (spoken.capital && spoken.ended && before !== 'that')) return null
  if (before === 'that') return stretchesOf(scene, [{first: spoken.first - 1, last: spoken.last}])
  const range = readClauseBehind(scene, token)
  return range === null ? null : stretchesOf(scene, [{first: range.first, last: Math.max(range.last, spoken.last)}])
}

/** “The plan is ‘dead,’” he said: words of the sentence before a quotation that carries on in lower case. */
function leadOf(scene: Scene, {spoken, side, token}: Spoke): Span | null {
  if (side !== 'after' || spoken.capital) return null
  const {tokens, sentences} = scene
  const sentence = sentences[tokens.sentence[spoken.first]!]!
  if (sentence.firstToken >= spoken.first || token < spoken.first) return null
  // Another quotation before it in the sentence has a frame of its own.
  for (let i = sentence.firstToken; i < spoken.first; i++) if (scene.quoteOf[i]! >= 0) return null
  return stretchesOf(scene, [{first: sentence.firstToken, last: spoken.last}])[0] ?? null
}

const touchesAny = (a: readonly Span[], b: readonly Span[]): boolean => a.some(x => b.some(y => x.start < y.end && y.start < x.end))

/** More than a "that" stands outside the quotation marks. */
function hasOwnWords(scene: Scene, content: readonly Span[], spans: readonly Span[]): boolean {
  const {tokens} = scene
  const whole = hullOf(content)!
  let words = 0
  for (let i = firstTokenAt(scene, whole.start); i < tokens.length && tokens.start[i]! < whole.end; i++) {
    const at = tokens.start[i]!
    if (
      !isPunctuation(scene, i) &&
      content.some(part => at >= part.start && at < part.end) &&
      !spans.some(span => at >= span.start && at < span.end)
    )
      words++
  }
  return words > 0
}

function firstTokenAt({tokens}: Scene, offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens.start[middle]! < offset) low = middle + 1
    else high = middle
  }
  return low
}

function merge(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end)
  const merged: Span[] = []
  for (const span of sorted) {
    const last = merged.at(-1)
    if (last && span.start <= last.end) merged[merged.length - 1] = {start: last.start, end: Math.max(last.end, span.end)}
    else merged.push(span)
  }
  return merged
}
