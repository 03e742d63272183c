// Nouns that are somebody by what they do: "dairies reject the price", "the family will sell". Elsewhere ("a family house") they are nobody.
import {childrenOf, fullRelationOf, relationOf, uposOf} from '../../text/tree.ts'
import {type Lexicon, type NounPhrase, phraseAt} from './lexicon.ts'
import {isCapital, type Sheet, sameSentence} from './sheet.ts'

const MAX_JOINED = 4
const PARTNER: ReadonlySet<string> = new Set(['by', 'with', 'against', 'between'])

/** True where the noun that ends before `end` is subject, object, agent or partner of a verb of acting, or partner of talks. */
export function isActing(sheet: Sheet, lexicon: Lexicon, end: number): boolean {
  const {tokens} = sheet
  if (ownsPost(sheet, lexicon, end)) return true
  let noun = end - 1
  for (let steps = 0; steps < MAX_JOINED && relationOf(tokens, noun) === 'conj' && tokens.head[noun]! >= 0; steps++)
    noun = tokens.head[noun]!
  const relation = relationOf(tokens, noun)
  const head = tokens.head[noun]!
  if (head < 0) return false
  const lemma = tokens.lemma(head).toLowerCase()
  const doesIt = fullRelationOf(tokens, noun) === 'nsubj'
  if (relation === 'nsubj' || relation === 'obj' || relation === 'iobj')
    return uposOf(tokens, head) === 'VERB' && lexicon.actingVerbs.has(lemma) && (doesIt || isDoneToSomebody(lexicon, lemma))
  if (relation !== 'obl' && relation !== 'nmod') return false
  const isPartner = [...childrenOf(tokens, noun)].some(child => relationOf(tokens, child) === 'case' && PARTNER.has(sheet.lower[child]!))
  if (!isPartner) return false
  return relation === 'nmod' ? lexicon.betweenNouns.has(sheet.lower[head]!) : lexicon.actingVerbs.has(lemma)
}

/** "the carmaker's chief executive", "the town hall's negotiators": who has people to speak for it is somebody. */
function ownsPost(sheet: Sheet, lexicon: Lexicon, mark: number): boolean {
  if (!/^'s?$/.test(sheet.lower[mark] ?? '')) return false
  for (let i = mark + 1; i <= mark + MAX_JOINED && sameSentence(sheet, i, mark); i++) {
    const owned = phraseAt(lexicon, sheet.lower, i, Math.min(sheet.tokens.length, i + MAX_JOINED))
    if (owned !== null) return owned.role !== null || owned.group?.kind === 'people'
  }
  return false
}

/** "sued the operator", "met the family", not "rebuilt the school". */
const isDoneToSomebody = (lexicon: Lexicon, lemma: string): boolean => lexicon.towardVerbs.has(lemma) || lexicon.wantingVerbs.has(lemma)

/** "Dairies refused": a plural noun of no list that is the subject of what only somebody does, and is no paper, figure or rule. */
export function actingPlural(sheet: Sheet, lexicon: Lexicon, i: number): NounPhrase | null {
  const {tokens} = sheet
  if (tokens.tags[tokens.xpos[i]!] !== 'NNS' || fullRelationOf(tokens, i) !== 'nsubj') return null
  const word = sheet.lower[i]!
  const verb = tokens.head[i]!
  if (verb <= i || uposOf(tokens, verb) !== 'VERB' || !lexicon.wantingVerbs.has(tokens.lemma(verb).toLowerCase())) return null
  if (lexicon.sayingThings.has(word) || isCapital(sheet, i - 1) || !/^\p{L}{4,}$/u.test(word)) return null
  return {
    words: [word],
    role: null,
    group: {noun: word, kind: 'people', speaks: false, unnamed: true, acts: false, owned: false},
    anonymous: false,
    outlet: false,
    accusation: lexicon.accusations.has(word.replace(/s$/, '')),
  }
}
