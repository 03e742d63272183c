// Resolves "he", "she", "they" and "it" to somebody named shortly before: subjects first, and only where number and gender allow.
import {relationOf, uposOf} from '../../text/tree.ts'
import type {Cast, Naming} from './cast.ts'
import {namingsBefore} from './cast.ts'
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

export function castPronouns(sheet: Sheet, cast: Cast): void {
  const names = cast.namings.filter(naming => naming.rule !== 'nationality').sort((a, b) => a.first - b.first)
  const found: Naming[] = []
  const {tokens, lower} = sheet
  let last: Naming | null = null
  for (let i = 0; i < tokens.length; i++) {
    const word = lower[i]!
    const gender = ONE.get(word)
    if (!gender && !MANY.has(word) && !THING.has(word)) continue
    if (uposOf(tokens, i) !== 'PRON' && uposOf(tokens, i) !== 'DET') continue
    if (sheet.sentences[tokens.sentence[i]!]!.kind === 'table' || (word === 'it' && isExpletive(sheet, i))) continue
    const fits = (who: number): boolean => {
      const member = cast.members[who]!
      if (gender) return member.type === 'person' && (member.gender === null || member.gender === gender)
      if (MANY.has(word)) return member.type === 'group' || member.members.length > 1
      return member.type !== 'person' && member.type !== 'group'
    }
    const who = antecedent(sheet, names, last, i, fits)
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

const isSubject = (sheet: Sheet, naming: Naming): boolean => {
  for (let i = naming.first; i < naming.endToken; i++) if (relationOf(sheet.tokens, i) === 'nsubj') return true
  return false
}

/** Subject of this sentence before the word, else subject of the sentence before, else whoever stands nearest. */
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
  let subject: number | null = null
  let subjectSentence = -1
  for (const naming of namingsBefore(names, token)) {
    const theirs = sheet.tokens.sentence[naming.first]!
    if (sentence - theirs > WINDOW || naming.endToken > token) {
      if (sentence - theirs > WINDOW) break
      continue
    }
    if (!fits(naming.who)) continue
    nearest ??= naming.who
    if (subject === null && isSubject(sheet, naming)) {
      subject = naming.who
      subjectSentence = theirs
    }
    if (subject !== null && theirs < subjectSentence) break
  }
  return subject ?? nearest
}

function* between(names: readonly Naming[], from: number, to: number): Generator<Naming> {
  for (const naming of namingsBefore(names, to)) {
    if (naming.first <= from) return
    yield naming
  }
}
