// Resolves "he", "she", "they" and "it" to somebody named shortly before: subjects first, and only where number and gender allow.
import {relationOf, uposOf} from '../../text/tree.ts'
import type {Cast, Naming} from './cast.ts'
import {namingsBefore} from './cast.ts'
import {type Lexicon, lexiconOf} from './lexicon.ts'
import type {Sheet} from './sheet.ts'

const ONE: ReadonlyMap<string, 'm' | 'f'> = new Map([
  ['he', 'm'],
  ['him', 'm'],
  ['his', 'm'],
  ['himself', 'm'],
  ['she', 'f'],
  ['her', 'f'],
  ['hers', 'f'],
  ['herself', 'f'],
])
const MANY: ReadonlySet<string> = new Set(['they', 'them', 'their', 'themselves'])
const THING: ReadonlySet<string> = new Set(['it', 'its', 'itself'])
// Beyond two sentences the nearest fitting name is right less often than not.
const WINDOW = 2
const reflexive = /self|selves/

export function castPronouns(sheet: Sheet, cast: Cast): void {
  const names = cast.namings.filter(naming => naming.rule !== 'nationality').sort((a, b) => a.first - b.first)
  const found: Naming[] = []
  const {tokens, lower} = sheet
  const quoted = quotedTokens(sheet)
  const lexicon = lexiconOf(cast.packs.names)
  let last: Naming | null = null
  for (let i = 0; i < tokens.length; i++) {
    const word = lower[i]!
    const gender = ONE.get(word)
    if (!gender && !MANY.has(word) && !THING.has(word)) continue
    if (uposOf(tokens, i) !== 'PRON' && uposOf(tokens, i) !== 'DET') continue
    if (
      sheet.sentences[tokens.sentence[i]!]!.kind === 'table' ||
      (word === 'it' && (isExpletive(sheet, i) || isThingDoneTo(sheet, lexicon, i)))
    )
      continue
    const fits = (who: number): boolean => {
      const member = cast.members[who]!
      if (gender) return member.type === 'person' && (member.gender === null || member.gender === gender)
      if (MANY.has(word)) return member.type === 'group' || member.members.length > 1
      return member.type !== 'person' && member.type !== 'group'
    }
    const doer = reflexive.test(word) ? null : subjectOfOwnVerb(sheet, names, i)
    const speaker = quoted[i] === 1 ? speakerBeside(sheet, names, quoted, i) : null
    const mayBe = (who: number): boolean => who !== doer && who !== speaker && fits(who)
    const who = gender
      ? antecedent(sheet, names, last, i, mayBe)
      : (subjectBefore(sheet, names, i, fits) ?? (word === 'it' ? onlyParty(sheet, lexicon, names, i, fits) : null))
    if (who === null) continue
    const naming: Naming = {
      start: tokens.start[i]!,
      end: tokens.end[i]!,
      first: i,
      endToken: i + 1,
      type: cast.members[who]!.type,
      level: 'pronoun',
      who,
      metonym: false,
      rule: 'pronoun',
    }
    const member = cast.members[who]!
    if (gender && member.gender === null && member.pack === null) member.gender = gender
    found.push(naming)
    if (gender) last = naming
  }
  cast.namings.push(...found)
}

const isExpletive = (sheet: Sheet, i: number): boolean => {
  const verb = sheet.tokens.head[i]! >= 0 ? sheet.tokens.lemma(sheet.tokens.head[i]!) : ''
  return (
    relationOf(sheet.tokens, i) === 'expl' ||
    /^(?:seem|appear|remain|take|rain)$/.test(verb) ||
    /^(?:is|was|'s|has|would|will|may|might|remains|took|takes|seems|appears)$/.test(sheet.lower[i + 1] ?? '')
  )
}

/** "Kalvia refused it", "finance it": what is done to a thing; a party as the object is warned, urged, accused. */
const isThingDoneTo = (sheet: Sheet, lexicon: Lexicon, i: number): boolean => {
  const verb = sheet.tokens.head[i]!
  return relationOf(sheet.tokens, i) === 'obj' && verb >= 0 && !lexicon.towardVerbs.has(sheet.tokens.lemma(verb).toLowerCase())
}

const isSubject = (sheet: Sheet, naming: Naming): boolean => {
  for (let i = naming.first; i < naming.endToken; i++) if (relationOf(sheet.tokens, i) === 'nsubj') return true
  return false
}

/** Subject of the verb that nothing in its sentence governs. */
const isMainSubject = (sheet: Sheet, naming: Naming): boolean => {
  for (let i = naming.first; i < naming.endToken; i++)
    if (relationOf(sheet.tokens, i) === 'nsubj' && sheet.tokens.head[i]! >= 0 && relationOf(sheet.tokens, sheet.tokens.head[i]!) === 'root')
      return true
  return false
}

/** Subject of this sentence before the word, else subject of the sentence before, else the only one who is named there. */
function antecedent(
  sheet: Sheet,
  names: readonly Naming[],
  last: Naming | null,
  token: number,
  fits: (who: number) => boolean,
): number | null {
  const sentence = sheet.tokens.sentence[token]!
  // A pronoun goes on with the one before it: "he said … he added".
  if (
    last !== null &&
    fits(last.who) &&
    sentence - sheet.tokens.sentence[last.first]! <= 1 &&
    ![...between(names, last.first, token)].some(naming => fits(naming.who) && isSubject(sheet, naming))
  )
    return last.who
  let nearest: number | null = null
  let isOnly = true
  let subject: number | null = null
  let subjectSentence = -1
  for (const naming of namingsBefore(names, token)) {
    const theirs = sheet.tokens.sentence[naming.first]!
    if (sentence - theirs > WINDOW || naming.endToken > token) {
      if (sentence - theirs > WINDOW) break
      continue
    }
    if (subject !== null && theirs < subjectSentence) break
    if (!fits(naming.who)) continue
    nearest ??= naming.who
    if (nearest !== naming.who) isOnly = false
    // Of the subjects of an earlier sentence the one of its main clause goes on: "Drost said this when Vell had hinted … He".
    if (isSubject(sheet, naming) && (subject === null || (theirs < sentence && isMainSubject(sheet, naming)))) {
      subject = naming.who
      subjectSentence = theirs
    }
  }
  return subject ?? (isOnly ? nearest : null)
}

/** 1 for each token between quotation marks; marks that nobody closes end with their paragraph. */
export function quotedTokens(sheet: Sheet): Uint8Array {
  const inside = new Uint8Array(sheet.tokens.length)
  let open = false
  for (let i = 0; i < inside.length; i++) {
    if (i > 0 && sheet.text.slice(sheet.tokens.end[i - 1], sheet.tokens.start[i]).includes('\n')) open = false
    const word = sheet.lower[i]!
    if (/^[“„«]/.test(word)) open = true
    else if (/[”»]$/.test(word)) open = false
    else if (/^(?:"|''|``)$/.test(word)) open = !open
    inside[i] = open ? 1 : 0
  }
  return inside
}

/** "“He must decide,” Drost said": who speaks of "he" in a quotation is another; the subject outside the marks in the same sentence. */
export function speakerBeside(sheet: Sheet, names: readonly Naming[], quoted: Uint8Array, token: number): number | null {
  const {firstToken, endToken} = sheet.sentences[sheet.tokens.sentence[token]!]!
  for (const naming of namingsBefore(names, endToken)) {
    if (naming.first < firstToken) return null
    if (quoted[naming.first] === 0 && isSubject(sheet, naming)) return naming.who
  }
  return null
}

/** "Drost asked him": whoever does it to him is another. Null for a possessive ("Drost met his envoy"), which may well be the subject's. */
function subjectOfOwnVerb(sheet: Sheet, names: readonly Naming[], token: number): number | null {
  const {tokens} = sheet
  const relation = relationOf(tokens, token)
  if (relation !== 'obj' && relation !== 'iobj' && relation !== 'obl') return null
  const verb = tokens.head[token]!
  for (const naming of namingsBefore(names, token)) {
    if (tokens.sentence[naming.first] !== tokens.sentence[token]) return null
    for (let i = naming.first; i < naming.endToken; i++)
      if (tokens.head[i] === verb && /^nsubj/.test(relationOf(tokens, i))) return naming.who
  }
  return null
}

/**
 * For "it" and "they", which stand for things more often than for parties: the subject of this sentence or the one before, where it is a party and no
 * other noun of that number is a subject between them.
 */
function subjectBefore(sheet: Sheet, names: readonly Naming[], token: number, fits: (who: number) => boolean): number | null {
  const {tokens} = sheet
  const sentence = tokens.sentence[token]!
  const isMany = MANY.has(sheet.lower[token]!)
  const covering = new Map<number, Naming>()
  for (const naming of namingsBefore(names, token)) {
    if (sentence - tokens.sentence[naming.first]! > 1) break
    for (let i = naming.first; i < naming.endToken; i++) if (!covering.has(i)) covering.set(i, naming)
  }
  for (let i = token - 1; i >= 0 && sentence - tokens.sentence[i]! <= 1; i--) {
    if (!/^nsubj/.test(relationOf(tokens, i)) || uposOf(tokens, i) === 'PRON') continue
    const naming = covering.get(i)
    if (naming && fits(naming.who)) return naming.who
    const tag = tokens.tags[tokens.xpos[i]!] ?? ''
    if (naming && naming.type === 'person') continue
    if (tag.startsWith('NN') && tag.endsWith('S') === isMany) return null
  }
  return null
}

/** "Kalvia's demands will not change. It wants …": where "it" wants or says something it is a party, and the only one named in this sentence and the last. */
function onlyParty(sheet: Sheet, lexicon: Lexicon, names: readonly Naming[], token: number, fits: (who: number) => boolean): number | null {
  const {tokens} = sheet
  const verb = tokens.head[token]!
  if (relationOf(tokens, token) !== 'nsubj' || verb < token || uposOf(tokens, verb) !== 'VERB') return null
  if (!lexicon.wantingVerbs.has(tokens.lemma(verb).toLowerCase())) return null
  let only: number | null = null
  for (const naming of namingsBefore(names, token)) {
    if (tokens.sentence[token]! - tokens.sentence[naming.first]! > 1) break
    if (!fits(naming.who) || naming.type === 'place') continue
    if (only !== null && only !== naming.who) return null
    only = naming.who
  }
  return only
}

function* between(names: readonly Naming[], from: number, to: number): Generator<Naming> {
  for (const naming of namingsBefore(names, to)) {
    if (naming.first <= from) return
    yield naming
  }
}
