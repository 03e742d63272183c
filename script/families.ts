// Makes derivation families from our own originals (cases/link/originals): copies, cuts, spins, mixtures, with the origin of every sentence known
// by construction. `node dist/script/families.js` prints nothing and rewrites cases/link/family-made-*/family.md.
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {packagePath} from '../src/edge/files/root.ts'

interface Line {
  readonly origin: string
  readonly text: string
}

/** What a careless rewriting program puts in place of words; written for these originals. */
const SYNONYMS: readonly (readonly [string, string])[] = [
  ['reopened', 'restarted'],
  ['talks', 'negotiations'],
  ['silence', 'quiet'],
  ['sat', 'gathered'],
  ['delegations', 'missions'],
  ['hours', 'hrs'],
  ['freighters', 'cargo vessels'],
  ['ships', 'vessels'],
  ['said', 'stated'],
  ['answered', 'replied'],
  ['complete', 'finished'],
  ['fell', 'dropped'],
  ['planned', 'scheduled'],
  ['largest', 'biggest'],
  ['exchange', 'swap'],
  ['soldiers', 'troops'],
  ['captured', 'taken'],
  ['released', 'freed'],
  ['arranged', 'organised'],
  ['waited', 'gathered'],
  ['agreed', 'consented'],
  ['share', 'divide'],
  ['demand', 'call'],
  ['permanent', 'standing'],
  ['farmers', 'growers'],
  ['lost', 'forfeited'],
  ['government', 'administration'],
  ['governments', 'administrations'],
  ['announced', 'declared'],
  ['extended', 'prolonged'],
  ['ceasefire', 'armistice'],
  ['road', 'route'],
  ['lorries', 'trucks'],
  ['denied', 'rejected'],
  ['army', 'military'],
  ['counted', 'tallied'],
  ['border', 'frontier'],
  ['maps', 'charts'],
  ['handed', 'passed'],
  ['promised', 'pledged'],
  ['offered', 'proposed'],
  ['boats', 'craft'],
  ['rejected', 'refused'],
  ['proposal', 'suggestion'],
  ['dispute', 'quarrel'],
  ['meet', 'assemble'],
]

/** Function words that a heavier program also replaces. */
const HEAVY: readonly (readonly [string, string])[] = [
  ['the', 'this'],
  ['of', 'from'],
  ['on', 'upon'],
  ['in', 'inside'],
  ['with', 'alongside'],
  ['and', 'as well as'],
  ['while', 'at the same time'],
  ['after', 'following'],
  ['would', 'will'],
  ['a', 'one'],
  ['by', 'through'],
  ['to', 'towards'],
]

const TAIL = 'Sign up for our morning letter and never miss a headline.'

const read = (name: string): Line[] =>
  readFileSync(packagePath('cases', 'link', 'originals', `${name}.txt`), 'utf8')
    .trim()
    .split('\n')
    .map((text, i) => ({origin: `${name}${i + 1}`, text}))

const swap = (text: string, words: readonly (readonly [string, string])[]): string => {
  const to = new Map(words)
  return text.replace(/\p{L}+/gu, word => to.get(word) ?? word)
}

/** Names as somebody writes them who has only heard them: v for f, k for c, s for z, a doubled letter once. */
const byEar = (text: string): string =>
  text.replace(/(?<=\p{L} |^)\p{Lu}\p{Ll}{3,}/gu, name =>
    name
      .replace(/ff/g, 'v')
      .replace(/z/g, 's')
      .replace(/c(?=[aou])/g, 'k')
      .replace(/nn/g, 'n')
      .replace(/ei/g, 'ey'),
  )

const spin = (lines: readonly Line[]): Line[] => lines.map(line => ({...line, text: byEar(swap(line.text, SYNONYMS))}))
const spinHeavily = (lines: readonly Line[]): Line[] => spin(lines).map(line => ({...line, text: swap(line.text, HEAVY)}))
const own = (origin: string, text: string): Line => ({origin, text})
const every = (lines: readonly Line[], nth: number): Line[] => lines.filter((_, i) => i % nth === 0)

/** Sentences that a desk adds from its own notes. */
const NEW = [
  'Bakers in the old town have begun to ration rye loaves.',
  'Our correspondent saw two pilots asleep on their bags beside the ferry desk.',
  'Schoolchildren in Greywater drew paper ships for the windows of the chandlery.',
]

type Written = readonly (readonly [file: string, head: readonly string[], lines: readonly Line[]])[]

function write(name: string, title: string, documents: Written, edges: readonly string[]): void {
  const folder = packagePath('cases', 'link', `family-made-${name}`)
  mkdirSync(folder, {recursive: true})
  const parts = documents.map(([file, head, lines]) =>
    [`document ${file}`, ...head, '', ...lines.map(line => `${line.origin} ${line.text}`)].join('\n'),
  )
  writeFileSync(`${folder}/family.md`, `# ${title}\n\n${parts.join('\n\n')}\n\n==>\n\n${edges.map(edge => `${edge}\n`).join('')}`)
}

const [grain, prisoners, water, border, truce, fishing] = ['grain', 'prisoners', 'water', 'border', 'truce', 'fishing'].map(read) as [
  Line[],
  Line[],
  Line[],
  Line[],
  Line[],
  Line[],
]
const post = ['published 2031-04-11', 'publisher Mirvan Post']
const later = ['published 2031-04-12', 'publisher Tallin Daily']

write(
  'copy',
  'A copy under another headline',
  [
    ['a.txt', post, grain],
    ['b.txt', later, [own('head1', 'Grain talks resume at last.'), ...grain]],
  ],
  ['derivation b.txt copy of a.txt'],
)
write(
  'tail',
  'A copy with the page’s own tail',
  [
    ['a.txt', post, fishing],
    ['b.txt', later, [...fishing, own('tail1', TAIL)]],
  ],
  ['derivation b.txt copy of a.txt'],
)
write(
  'cut',
  'A copy cut to its first half',
  [
    ['a.txt', post, prisoners],
    ['b.txt', later, prisoners.slice(0, 5)],
  ],
  ['derivation b.txt copy of a.txt'],
)
write(
  'spin',
  'Synonyms and names written by ear',
  [
    ['a.txt', post, water],
    ['b.txt', later, spin(water)],
  ],
  ['derivation b.txt rewrite of a.txt'],
)
write(
  'heavy',
  'Nearly every word replaced',
  [
    ['a.txt', post, truce],
    ['b.txt', later, spinHeavily(truce)],
  ],
  ['derivation b.txt rewrite of a.txt'],
)
write(
  'mixed',
  'Two reports mixed into one',
  [
    ['a.txt', post, border],
    ['b.txt', post.with(1, 'publisher Sorrend Radio'), fishing],
    ['c.txt', later, [...border.slice(0, 5), ...fishing.slice(0, 5)]],
  ],
  ['derivation c.txt partial of a.txt', 'derivation c.txt partial of b.txt'],
)
write(
  'chain',
  'A copy, and a spin of the copy',
  [
    ['a.txt', post, prisoners],
    ['b.txt', later, prisoners],
    ['c.txt', ['published 2031-04-13', 'publisher Lake Letters'], spin(prisoners)],
  ],
  ['derivation b.txt copy of a.txt', 'derivation c.txt rewrite of a.txt', 'derivation c.txt rewrite of b.txt'],
)
write(
  'ear',
  'A copy with every name written by ear',
  [
    ['a.txt', post, truce],
    ['b.txt', later, truce.map(line => ({...line, text: byEar(line.text)}))],
  ],
  ['derivation b.txt copy of a.txt'],
)
write(
  'third',
  'Every third sentence, with new ones between',
  [
    ['a.txt', post, grain],
    ['b.txt', later, every(grain, 3).flatMap((line, i) => [line, own(`new${i}`, NEW[i]!)])],
  ],
  ['derivation b.txt partial of a.txt'],
)
write(
  'fact',
  'A spin that carries one fact of its own',
  [
    ['a.txt', post, fishing],
    [
      'b.txt',
      later,
      [
        ...spin(fishing),
        own('fact1', 'A naval frigate from Sorrend was sighted near the banks at daybreak, a lighthouse keeper noted in her log.'),
      ],
    ],
  ],
  ['derivation b.txt rewrite of a.txt'],
)
write(
  'two-of-three',
  'One independent report beside a report and its spin',
  [
    ['a.txt', post, border],
    ['b.txt', later, spin(border)],
    ['c.txt', ['published 2031-04-11', 'publisher Kalvia Herald'], water],
  ],
  ['derivation b.txt rewrite of a.txt'],
)
