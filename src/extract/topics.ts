// What "the offer", "the proposal", "this demand" is about where its own words do not say: the issue it was last named with.
import type {Span} from '../model/span.ts'
import {tokenAt} from '../text/tree.ts'
import {type FoundIssue, issuesIn} from './issues.ts'
import type {Scene} from './scene.ts'

/** Sentences back in which "the offer" may have been said in full. */
const LOOK_BACK = 6

/** Hits of one issue that make it what a report is about, and its least share of all hits before the word. */
const HITS = 3
const SHARE = 0.4

/** Means and settings, which offers are seldom about. */
const BROAD = new Set(['talks', 'peace', 'strike', 'deadlines', 'transparency', 'coalition'])

/** Null where the words name no offer, plan, demand or number ("demanded 9 per cent"), or where nothing before them says what it is about. */
export function topicBehind(scene: Scene, content: Span, token: number): string | null {
  if (!namesOffer(scene, content)) return null
  const own = scene.tokens.sentence[token]!
  for (let index = own; index >= 0 && own - index <= LOOK_BACK; index--) {
    const issue = offeredIn(scene, index, index === own ? content.start : Number.POSITIVE_INFINITY)
    if (issue !== null) return issue
  }
  return mainIssue(scene)
}

/** "would unfreeze them", "any easing": a word that points back is about what the words before it are about, in the sentence or in the one before. */
export function topicBefore(scene: Scene, {start, end}: Span): string | null {
  const first = tokenAt(scene.tokens, start)
  if (first >= scene.tokens.length) return null
  const own = scene.tokens.sentence[first]!
  if (!pointsBack(scene, first, end)) return null
  return lastIssue(scene, own, start) ?? (own === 0 ? null : lastIssue(scene, own - 1, Number.POSITIVE_INFINITY))
}

function lastIssue(scene: Scene, index: number, before: number): string | null {
  const issues = issuesOf(scene, index).filter(
    issue => !BROAD.has(issue.id) && scene.tokens.start[issue.token]! < before && !scene.tags[issue.token]!.startsWith('NNP'),
  )
  return issues.at(-1)?.id ?? null
}

/** "it", "them", "their release", "this". */
function pointsBack(scene: Scene, first: number, end: number): boolean {
  for (let token = first; token < first + FIRST_WORDS && token < scene.tokens.length && scene.tokens.start[token]! < end; token++)
    if (BACK.has(scene.lemmas[token]!) && scene.relations[token] !== 'nsubj' && !isOfDoer(scene, token)) return true
  return false
}

/** "her fighters would return": whose the doers are says nothing of the matter. */
function isOfDoer(scene: Scene, token: number): boolean {
  const head = scene.tokens.head[token]!
  return head >= 0 && scene.relations[token] === 'nmod' && scene.relations[head] === 'nsubj'
}

/** Words of a matter that decide what it points to. */
const FIRST_WORDS = 4

const BACK = new Set(['it', 'they', 'this', 'these', 'such', 'he', 'she', 'its', 'their', 'his', 'her', 'one', 'any'])

function namesOffer(scene: Scene, {start, end}: Span): boolean {
  for (let token = tokenAt(scene.tokens, start); token < scene.tokens.length && scene.tokens.start[token]! < end; token++)
    if (
      scene.lexicon.is('offers', scene.lemmas[token]!) ||
      scene.lexicon.is('agreements', scene.lemmas[token]!) ||
      scene.tags[token] === 'CD'
    )
      return true
  return false
}

/** The issue that stands nearest to an offer, plan or demand in a sentence; "the Foreign Ministry" is about no post in a cabinet. */
function offeredIn(scene: Scene, index: number, before: number): string | null {
  const sentence = scene.document.sentences[index]!
  const issues = issuesOf(scene, index).filter(
    issue => !BROAD.has(issue.id) && scene.tokens.start[issue.token]! < before && !scene.tags[issue.token]!.startsWith('NNP'),
  )
  if (issues.length === 0) return null
  let best: string | null = null
  let distance = Number.POSITIVE_INFINITY
  for (let token = sentence.firstToken; token < sentence.endToken && scene.tokens.start[token]! < before; token++) {
    if (!scene.lexicon.is('offers', scene.lemmas[token]!)) continue
    for (const issue of issues) {
      const far = Math.abs(issue.token - token)
      if (far < distance) {
        best = issue.id
        distance = far
      }
    }
  }
  return best
}

/** What the report is about throughout: most of what it names. */
export function mainIssue(scene: Scene): string | null {
  const known = mains.get(scene)
  if (known !== undefined) return known
  const hits = new Map<string, number>()
  let all = 0
  scene.document.sentences.forEach((_, index) => {
    for (const issue of issuesOf(scene, index))
      if (!BROAD.has(issue.id)) {
        hits.set(issue.id, (hits.get(issue.id) ?? 0) + 1)
        all++
      }
  })
  const [first] = [...hits].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  const main = first && first[1] >= HITS && first[1] >= SHARE * all ? first[0] : null
  mains.set(scene, main)
  return main
}

const mains = new WeakMap<Scene, string | null>()

const read = new WeakMap<Scene, Map<number, readonly FoundIssue[]>>()

function issuesOf(scene: Scene, index: number): readonly FoundIssue[] {
  const known = read.get(scene) ?? new Map<number, readonly FoundIssue[]>()
  read.set(scene, known)
  const found = known.get(index) ?? issuesIn(scene, scene.document.sentences[index]!)
  known.set(index, found)
  return found
}
