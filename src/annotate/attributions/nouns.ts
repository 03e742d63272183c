// Nouns and adjectives that name what somebody says or wants: "his demand that …", "made the claim that …", "was confident that …".
import type {WordCue} from '../../model/pack-cues.ts'
import {relationOf, uposOf} from '../../text/tree.ts'
import {reachOf, stretchesOf} from './content.ts'
import type {Draft, Source, TokenRange} from './draft.ts'
import {hasTo} from './frames.ts'
import {polarityOf, turned} from './polarity.ts'
import {childOf, prepositionOf, type Scene, spanOf} from './scene.ts'
import {possessorOf, subjectOf, withoutPreposition} from './source.ts'
import {spelledOut} from './spelled.ts'

/** Reads token i as a noun cue; null where it is none. */
export function readNoun(scene: Scene, i: number): Draft | null {
  const {tokens, lexicon} = scene
  if (uposOf(tokens, i) !== 'NOUN') return null
  const entries = lexicon.nouns.get(tokens.lemma(i))
  if (!entries) return null
  for (const entry of entries) {
    const found = complementOf(scene, i, entry)
    if (!found) continue
    const owner = ownerOf(scene, i)
    if (owner === null && found.frame !== 'that' && !isAimedAt(scene, i)) return null
    const content = stretchesOf(scene, [found.range], i)
    if (content.length === 0) return null
    const light = owner !== null && owner.verb >= 0
    return {
      rule: `noun/${found.frame}`,
      act: entry.act,
      class: 'speech',
      token: i,
      cue: light && owner.verb < i && i - owner.verb <= LONGEST_LIGHT_CUE ? spanOf(scene, owner.verb, i) : spanOf(scene, i, i),
      source: owner?.source ?? null,
      content,
      polarity: turned(light ? polarityOf(scene, owner.verb) : 'positive', entry.negative),
      hearer: -1,
      quotations: [],
      unclosed: false,
    }
  }
  return null
}

const LONGEST_LIGHT_CUE = 5

function complementOf(scene: Scene, i: number, entry: WordCue): {range: TokenRange; frame: string} | null {
  const {tokens} = scene
  for (let child = tokens.firstChild[i]!; child >= 0; child = tokens.nextSibling[child]!) {
    if (child < i) continue
    const relation = relationOf(tokens, child)
    if (relation === 'acl' || relation === 'ccomp') {
      const mark = childOf(scene, child, 'mark')
      const word = mark < 0 ? '' : scene.word(mark)
      if (word === 'that' && entry.takes.includes('that')) return {range: reachOf(scene, child), frame: 'that'}
      if (hasTo(scene, child) && entry.takes.includes('to')) return {range: reachOf(scene, child), frame: 'to'}
      if (word !== '' && entry.takes.includes(word)) return {range: reachOf(scene, child), frame: word}
    }
    // "his concern in a statement": where somebody said it, not what about.
    if (relation === 'nmod' && !scene.lexicon.settings.has(tokens.lemma(child)) && scene.word(child) !== 'statement') {
      const preposition = prepositionOf(scene, child)
      if (entry.takes.includes(preposition) || (preposition === 'to' && entry.takes.includes('to-topic'))) {
        const first = scene.left[child]!
        return {
          range: {first: scene.word(first) === preposition ? Math.min(first + 1, child) : first, last: scene.right[child]!},
          frame: preposition,
        }
      }
    }
  }
  return topicBeside(scene, i, entry) ?? clauseOverCopula(scene, i, entry) ?? announcedBy(scene, i, entry)
}

/** "Her message, she added later, was that the talks had failed": read off the words, since trees make the clause the noun's predicate. */
function clauseOverCopula(scene: Scene, i: number, entry: WordCue): {range: TokenRange; frame: string} | null {
  if (!entry.takes.includes('is-that') && !entry.takes.includes('that')) return null
  const {tokens, sentences} = scene
  const end = sentences[tokens.sentence[i]!]!.endToken
  let copula = i + 1
  if (copula < end && scene.word(copula) === ',') {
    copula++
    while (copula < end && scene.word(copula) !== ',') copula++
    copula++
  }
  if (copula + 2 >= end || tokens.lemma(copula) !== 'be' || scene.word(copula + 1) !== 'that' || scene.quoteOf[copula] !== scene.quoteOf[i])
    return null
  for (let k = copula + 2; k < end; k++)
    if (['VERB', 'AUX'].includes(uposOf(tokens, k))) return {range: {first: copula + 1, last: end - 1}, frame: 'is-that'}
  return null
}

/** "published the following statement:", with the words of it behind the colon. */
function announcedBy(scene: Scene, i: number, entry: WordCue): {range: TokenRange; frame: string} | null {
  const range = entry.takes.includes('quote') ? spelledOut(scene, scene.right[i]! + 1) : null
  return range === null ? null : {range, frame: 'colon'}
}

/** "raised questions about the map": the tree hangs the topic on the verb, right behind the noun. */
function topicBeside(scene: Scene, i: number, entry: WordCue): {range: TokenRange; frame: string} | null {
  const {tokens} = scene
  const verb = tokens.head[i]!
  if (verb < 0 || relationOf(tokens, i) !== 'obj') return null
  for (let child = tokens.nextSibling[i]!; child >= 0; child = tokens.nextSibling[child]!) {
    if (relationOf(tokens, child) !== 'obl' || scene.left[child] !== scene.right[i]! + 1 || scene.timed[child] === 1) continue
    const preposition = prepositionOf(scene, child)
    if (entry.takes.includes(preposition) || (preposition === 'to' && entry.takes.includes('to-topic')))
      return {range: {first: Math.min(scene.left[child]! + 1, child), last: scene.right[child]!}, frame: preposition}
  }
  return null
}

/** Who the noun belongs to: a possessor, the subject of the light verb that it hangs on, or "of X" beside a clause. */
function ownerOf(scene: Scene, i: number): {source: Source; verb: number} | null {
  const {tokens, lexicon} = scene
  const possessor = possessorOf(scene, i)
  if (possessor) return {source: possessor, verb: -1}
  const head = tokens.head[i]!
  if (head >= 0 && relationOf(tokens, i) === 'obj' && lexicon.lightVerbs.has(tokens.lemma(head)) && !isAimedAt(scene, i)) {
    const subject = subjectOf(scene, head)
    if (subject) return {source: subject, verb: head}
  }
  for (let child = tokens.firstChild[i]!; child >= 0; child = tokens.nextSibling[child]!) {
    const preposition = prepositionOf(scene, child)
    if (child > i && relationOf(tokens, child) === 'nmod' && (preposition === 'by' || preposition === 'from')) {
      const source = withoutPreposition(scene, child)
      if (source) return {source, verb: -1}
    }
  }
  return null
}

/** "faced criticism for the delay": whoever faces it is not the one who voices it. */
function isAimedAt({tokens, lexicon}: Scene, i: number): boolean {
  const head = tokens.head[i]!
  return head >= 0 && relationOf(tokens, i) === 'obj' && lexicon.aimingVerbs.has(tokens.lemma(head))
}

/** Reads token i as an adjective cue ("is confident that"); null where it is none. */
export function readAdjective(scene: Scene, i: number): Draft | null {
  const {tokens, lexicon} = scene
  const upos = uposOf(tokens, i)
  if (upos !== 'ADJ' && upos !== 'VERB') return null
  const entries = lexicon.adjectives.get(upos === 'VERB' ? scene.word(i) : tokens.lemma(i))
  if (!entries) return null
  const subject = subjectOf(scene, i)
  if (subject === null) return null
  for (const entry of entries)
    for (let child = tokens.firstChild[i]!; child >= 0; child = tokens.nextSibling[child]!) {
      if (child < i) continue
      const frame = adjectiveFrame(scene, child, entry)
      if (frame === null) continue
      const whole = reachOf(scene, child)
      const opens = relationOf(tokens, child) === 'obl' && relationOf(tokens, whole.first) === 'case' && whole.first < child
      const content = stretchesOf(scene, [opens ? {...whole, first: whole.first + 1} : whole], i)
      if (content.length === 0) continue
      const copula = childOf(scene, i, 'cop', 'aux')
      return {
        rule: `adjective/${frame}`,
        act: entry.act,
        class: 'stance',
        token: i,
        cue: copula >= 0 && copula < i ? spanOf(scene, copula, i) : spanOf(scene, i, i),
        source: subject,
        content,
        polarity: turned(polarityOf(scene, i), entry.negative),
        hearer: -1,
        quotations: [],
        unclosed: false,
      }
    }
  return null
}

function adjectiveFrame(scene: Scene, child: number, entry: WordCue): string | null {
  const relation = relationOf(scene.tokens, child)
  if (relation === 'ccomp' && entry.takes.includes('that')) return 'that'
  if (relation === 'advcl' || relation === 'xcomp' || relation === 'ccomp') {
    if (hasTo(scene, child)) return entry.takes.includes('to') ? 'to' : null
    const mark = childOf(scene, child, 'mark')
    const word = mark < 0 ? '' : scene.word(mark)
    return entry.takes.includes(word) ? word : null
  }
  if (relation === 'obl') {
    const preposition = prepositionOf(scene, child)
    if (entry.takes.includes(preposition)) return preposition
    if (preposition === 'to' && entry.takes.includes('to-topic')) return 'to-topic'
  }
  return null
}
