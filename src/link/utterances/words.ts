// The words of a remark as drift sees them: folded, without punctuation, with a stem and the marks of what carries meaning.
import {stemOf} from '../../text/stem.ts'

export interface Word {
  /** Lower case, straight apostrophes. */
  readonly form: string
  readonly stem: string
  /** Holds meaning of its own: no article, pronoun, preposition, auxiliary or filler. */
  readonly content: boolean
  readonly number: string | null
  readonly negative: boolean
  readonly quantifier: boolean
  /** Written with a capital away from the beginning. */
  readonly name: boolean
}

const FUNCTION_WORDS = new Set(
  `a an the this that these those i you he she it we they me him her us them my your his its our their mine yours ours theirs who whom whose which what
  and or but nor so yet if then than as of in on at by for from to with about into over under after before between through during against without within
  be is are was were been being am do does did done doing have has had having will would shall should can could may might must
  there here not no n't never very just also too only even really quite still already again well uh um er ah oh yeah like you know i mean`.split(
    /\s+/,
  ),
)
const NEGATIVES = new Set(['not', 'no', 'never', 'none', 'nobody', 'nothing', 'neither', 'nor', 'cannot', 'without', 'unless'])
const QUANTIFIERS = new Set([
  'all',
  'every',
  'each',
  'some',
  'any',
  'none',
  'most',
  'many',
  'few',
  'several',
  'both',
  'half',
  'only',
  'always',
  'often',
  'sometimes',
])
const NUMBER_WORDS: Readonly<Record<string, string>> = {
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  eleven: '11',
  twelve: '12',
  twenty: '20',
  thirty: '30',
  forty: '40',
  fifty: '50',
  sixty: '60',
  hundred: '100',
  thousand: '1000',
  million: '1000000',
  billion: '1000000000',
}

/** Words of a text in order; linear. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(/[\p{L}\p{N}]+(?:['’.,][\p{L}\p{N}]+)*/gu)) {
    const written = match[0]
    const form = written.toLowerCase().replaceAll('’', "'")
    const digits = /^\d/.test(form) ? form.replace(/[,']/g, '') : (NUMBER_WORDS[form] ?? null)
    const contracted = form.endsWith("n't")
    words.push({
      form,
      stem: stemOf(form),
      content: !FUNCTION_WORDS.has(form) && !contracted && !/^(?:i|you|he|she|it|we|they|that|there|what)'(?:s|m|re|ve|ll|d)$/.test(form),
      number: Object.hasOwn(NUMBER_WORDS, form) || digits !== null ? digits : null,
      negative: NEGATIVES.has(form) || contracted,
      quantifier: QUANTIFIERS.has(form),
      name: words.length > 0 && form !== 'i' && !form.startsWith("i'") && /^\p{Lu}/u.test(written),
    })
  }
  return words
}
