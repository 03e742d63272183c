// What the API answers, by the types that the program writes it with. Types only: nothing of the program reaches the browser.
import type {Article, ArticleHead, MarkedClaim, MarkedName, MarkedSpeech, MarkedTime} from '../../src/brief/pages/article.ts'
import type {Difference} from '../../src/brief/pages/differences.ts'
import type {Branch, Evidence, Sentence, Step, Told} from '../../src/brief/pages/evidence.ts'
import type {Front} from '../../src/brief/pages/front.ts'
import type {PlaceOnMap} from '../../src/brief/pages/places.ts'
import type {PositionTable} from '../../src/brief/pages/position-table.ts'
import type {ToReview} from '../../src/brief/pages/review-list.ts'
import type {Family, SharedText, SourceRow} from '../../src/brief/pages/source-table.ts'
import type {TalksRow} from '../../src/brief/pages/talks-list.ts'
import type {Facet, TimelineItem} from '../../src/brief/pages/timeline-items.ts'
import type {WhoRow, Who as WhoWritten} from '../../src/brief/pages/who.ts'
import type {Cite, Line, Section, Sheet} from '../../src/brief/sheet.ts'
import type {Hit, Kept, NewJudgement} from '../../src/edge/desk.ts'
import type {ClaimAnswers as ClaimsAnswered} from '../../src/model/claim-answer.ts'
import type {Citation, Judgement} from '../../src/model/record.ts'

export type {
  Article,
  ArticleHead,
  Branch,
  Citation,
  Cite,
  Difference,
  Evidence,
  Facet,
  Family,
  Judgement,
  Kept,
  Line,
  MarkedClaim,
  MarkedName,
  MarkedSpeech,
  MarkedTime,
  NewJudgement,
  PlaceOnMap,
  PositionTable,
  Section,
  Sentence,
  SharedText,
  Sheet,
  SourceRow,
  Step,
  TalksRow,
  TimelineItem,
  Told,
  ToReview,
  WhoRow,
}

export type Who = Omit<WhoWritten, 'variants'> & {
  /** Each with the mention that stands for it. */
  readonly variants: readonly (WhoWritten['variants'][number] & {readonly mention: string})[]
}

export type ClaimAnswers = ClaimsAnswered & {readonly cited: readonly ArticleHead[]}

export interface Page<Item> {
  readonly total: number
  readonly offset: number
  readonly items: readonly Item[]
}

export interface Status extends Front {
  readonly name: string
  readonly revision: string
  readonly writable: boolean
  readonly fetching: boolean
}

export interface Timeline extends Page<TimelineItem> {
  readonly kinds: readonly Facet[]
  readonly parts: readonly Facet[]
  readonly inStories: readonly Facet[]
  readonly months: readonly {readonly month: string; readonly past: number; readonly ahead: number; readonly not: number}[]
}

export interface Positions extends Page<PositionTable['rows'][number]> {
  readonly holders: PositionTable['holders']
  readonly allHolders: number
}

export type Found = Hit & {readonly report: ArticleHead | null; readonly label: string | null}

export interface Findings extends Page<Found> {
  readonly notes: readonly string[]
}

export interface Sources extends Page<SourceRow> {
  readonly families: readonly Family[]
  readonly notes: readonly {readonly code: string; readonly message: string; readonly document: string | null}[]
  readonly shared: number
}
