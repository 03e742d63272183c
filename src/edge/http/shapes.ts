// The shapes of the API as schemas: what /api/openapi.json tells and what the tests hold every answer against.
import {z} from '@hono/zod-openapi'

const id = z.string()
const words = z.string().nullable()
const list = <Item extends z.ZodType>(item: Item) => z.array(item)
export const citation = z.object({document: id, start: z.int(), end: z.int(), quote: z.string()}).openapi('Citation')
const cite = z.object({number: z.int(), citation}).openapi('Cite')
const signs = z.object({sides: list(z.string()), oneOrigin: z.boolean(), status: words}).openapi('Signs')
export const line: z.ZodType = z
  .object({
    ...{id: words, when: words, text: z.string(), quotes: list(cite), vouch: words, cites: list(cite), review: words},
    under: list(z.lazy(() => line)).openapi({type: 'array', items: {$ref: '#/components/schemas/Line'}}),
    signs: signs.optional(),
  })
  .openapi('Line')
const source = z.object({
  number: z.int(),
  document: id,
  publisher: z.string(),
  published: z.string(),
  title: z.string(),
  uri: words,
  flags: list(z.string()),
})
const grid = z.object({
  corner: z.string(),
  columns: list(z.string()),
  rows: list(z.object({head: z.string(), cells: list(list(z.unknown()))})),
})
const section = z.object({
  ...{heading: z.string(), lines: list(line), grid: grid.nullable(), none: words},
  more: z.object({count: z.int(), view: z.string()}).optional(),
})
export const sheet = z
  .object({
    ...{schema: z.literal('parley/view@1'), view: z.string(), title: z.string(), opening: list(z.string()), sections: list(section)},
    ...{sources: list(source), closing: list(z.string())},
  })
  .openapi('Sheet')

export const sheetPage = sheet.extend({total: z.int(), offset: z.int()})
export const page = <Item extends z.ZodType>(item: Item) => z.object({total: z.int(), offset: z.int(), items: list(item)})
const named = z.object({id, name: z.string()})
const labelled = z.object({id, label: z.string()})
const report = {id, number: z.int(), title: z.string(), publisher: z.string(), published: z.string(), day: words, flags: list(z.string())}
export const articleHead = z.object(report).openapi('Report')
const because = list(z.object({words: z.string(), because: list(citation)}))

export const status = z
  .object({
    ...{name: z.string(), revision: z.string(), writable: z.boolean(), fetching: z.boolean(), title: z.string(), opening: z.string()},
    ...{parties: list(named), counts: z.record(z.string(), z.int()), newest: words},
    ...{stories: list(z.object({id, label: z.string(), reports: z.int()})), talks: z.int()},
  })
  .openapi('Status')

export const talks = page(
  z.object({id, title: z.string(), opening: z.string(), reports: z.int(), parties: list(named), lines: list(line)}).openapi('Talks'),
)

const facet = list(z.object({value: z.string(), label: z.string(), count: z.int()}))
export const timelineItem = z
  .object({
    ...{id, part: z.enum(['past', 'ahead', 'not', 'undated']), kind: z.string(), status: z.string(), from: words, to: words},
    ...{isUncertain: z.boolean(), background: z.boolean(), stories: list(id), entities: list(id), oneOrigin: z.boolean(), line},
  })
  .openapi('TimelineItem')
export const timeline = page(timelineItem).extend({
  ...{kinds: facet, parts: facet, inStories: facet},
  months: list(z.object({month: z.string(), past: z.int(), ahead: z.int(), not: z.int()})),
})

const cell = z.object({
  ...{holder: id, stance: z.string(), kind: z.string(), voice: words, account: z.string(), when: z.string(), age: words, moved: words},
  ...{count: z.int(), oneOrigin: z.boolean()},
})
export const positions = z
  .object({
    ...{total: z.int(), offset: z.int(), allHolders: z.int(), holders: list(named.extend({count: z.int()}))},
    items: list(z.object({issue: z.string(), words: z.string(), count: z.int(), cells: list(cell)})),
  })
  .openapi('PositionTable')

const link = z.object({agent: words, name: z.string(), role: z.string(), status: z.string(), rule: words, evidence: list(citation)})
const span = z.tuple([z.int(), z.int()])
export const article = z
  .object({
    ...report,
    ...{byline: list(z.string()), uri: words, file: words, language: z.string(), genre: z.string(), text: words, signs: because},
    mentions: list(
      z.object({start: z.int(), end: z.int(), entity: id, name: z.string(), type: z.string(), level: z.string(), side: words}),
    ),
    times: list(z.object({start: z.int(), end: z.int(), words: z.string(), rule: z.string()})),
    attributions: list(
      z.object({
        ...{id, stretches: list(span), source: span.nullable(), cue: span.nullable(), kind: z.string(), act: z.string()},
        ...{speaker: z.object({id: words, name: z.string()}), chain: list(link), utterance: words},
      }),
    ),
    claims: list(
      z.object({
        ...{id, start: z.int(), end: z.int(), entry: id, kind: z.string(), label: z.string(), assertion: z.string(), rule: z.string()},
      }),
    ),
    shares: list(z.object({words: z.string(), kind: z.string(), with: articleHead, stretches: z.int()})),
    ...{story: labelled.nullable(), before: articleHead.nullable(), after: articleHead.nullable()},
  })
  .openapi('Article')

const sentence = z.object({citation, report: articleHead})
const told = sentence.extend({
  ...{id, assertion: z.string(), rule: z.string()},
  speech: list(z.object({id, speaker: z.string(), speakerId: words, act: z.string(), chain: list(link)})),
})
const branch: z.ZodType = z
  .object({
    ...{report: articleHead, words, kind: words, because: list(z.tuple([citation, citation]))},
    branches: list(z.lazy(() => branch)).openapi({type: 'array', items: {$ref: '#/components/schemas/Branch'}}),
  })
  .openapi('Branch')
const ruling = z
  .object({id, by: z.enum(['machine', 'person']), who: words, at: words, kind: z.string(), words: z.string(), of: list(id)})
  .openapi('Ruling')
const step = z.object({
  ...{heading: z.string(), when: z.string(), vouch: z.string(), sides: list(z.string()), said: span, known: span, documents: z.int()},
  ...{oneOrigin: z.boolean(), claims: list(told), tree: list(branch)},
  origins: list(z.object({id, kind: z.string(), who: named.nullable(), carriedBy: list(z.int()), merged: list(z.string())})),
})
const side = z.object({value: z.string(), sentences: list(sentence)})
export const evidence = z
  .object({
    ...{id, kind: z.string(), label: z.string(), line, rule: words, review: words},
    settable: list(z.object({field: z.string(), value: words})),
    ...{steps: list(step), sides: list(side), explanation: words, conflicts: list(labelled), judgements: list(ruling), people: list(named)},
    wordings: list(z.object({utterance: id, drift: z.string(), a: sentence, b: sentence})),
  })
  .openapi('Evidence')

const shared = z.object({
  ...{of: articleHead, from: articleHead, words: z.string(), kind: z.string(), direction: z.string(), stretches: z.int()},
  because: list(z.tuple([citation, citation])),
})
const sourceRow = articleHead.extend({
  ...{uri: words, byline: list(z.string()), entries: z.int(), signs: because},
  shares: list(z.object({words: z.string(), kind: z.string(), direction: z.string(), number: z.int(), document: id})),
})
export const sources = page(sourceRow).extend({
  families: list(z.object({name: z.string(), outlets: list(z.string()), state: z.boolean(), wire: z.boolean()})),
  notes: list(z.object({code: z.string(), message: z.string(), document: words})),
  shared: z.int(),
})
export const sharedTexts = page(shared)
export const differences = page(
  z.object({
    ...{id, kind: z.string(), question: z.string(), about: labelled.nullable(), sides: list(side), explanation: words},
  }),
)
const who = {
  ...{id, name: z.string(), type: z.string(), roles: list(z.string()), actsFor: named.nullable(), aliases: list(z.string())},
  ...{mentions: z.int(), reports: z.int(), remarks: list(z.string()), at: z.tuple([z.number(), z.number()]).nullable()},
}
export const people = page(z.object(who)).extend({types: facet})
const join = z.object({
  ...{judgement: id, ids: list(id), spellings: list(z.string()), reason: z.string(), by: z.string(), because: list(cite)},
})
export const entity = z
  .object({
    ...who,
    ...{
      offices: list(line),
      variants: list(z.object({form: z.string(), count: z.int(), cites: list(cite), mention: id})),
      joins: list(join),
    },
    maybe: list(join.extend({other: named.nullable()})),
    ...{claims: list(z.object({party: z.string(), since: words})), entries: list(line), said: list(line), rulings: list(ruling)},
  })
  .openapi('Entity')
export const places = z.object({
  items: list(
    z.object({
      ...{id, name: z.string(), at: z.tuple([z.number(), z.number()]), claims: list(z.string()), events: list(labelled), mentions: z.int()},
    }),
  ),
})
export const review = page(z.object({id, kind: z.string(), line, claims: list(id), rule: z.string()}))
export const findings = page(
  z.object({
    ...{kind: z.string(), id: words, document: id, start: z.int(), end: z.int(), excerpt: z.string(), marks: list(span)},
    ...{report: articleHead.nullable(), label: words},
  }),
).extend({notes: list(z.string())})
export const marks = z.object({revision: z.string(), marks: list(z.string())})
export const lines = z.object({items: list(line)})

export const newJudgements = z.object({
  lines: z
    .array(
      z.object({
        kind: z.enum(['same', 'different', 'confirm', 'dismiss', 'set', 'add', 'undo']),
        of: z.array(z.string().max(200)).max(100),
        field: z.string().max(60).nullable().optional(),
        value: z.string().max(2000).nullable().optional(),
        reason: z.string().max(2000).nullable().optional(),
        who: z.string().max(200).nullable().optional(),
        because: z.array(citation).max(50).optional(),
      }),
    )
    .min(1)
    .max(200),
})
export const judged = z.object({revision: z.string(), judgements: list(z.unknown())})
const given = {
  title: z.string().max(1000).optional(),
  published: z.string().max(40).optional(),
  publisher: z.string().max(300).optional(),
  uri: z.string().max(2000).optional(),
}
export const draft = z.object({text: z.string().min(1).max(200_000), published: z.string().max(40).optional()}).strict()
const range = z.tuple([z.int(), z.int()])
const beside = z.object({
  ...{
    entry: words,
    kind: z.string(),
    citation,
    documents: list(id),
    origins: z.int().nullable(),
    said: range.nullable(),
    known: range.nullable(),
  },
  ...{accordingTo: list(z.string()), differences: list(z.object({part: z.string(), here: z.string(), there: words}))},
})
const quotation = z.object({
  ...{start: z.int(), end: z.int(), words: z.string(), outcome: z.string(), citation: citation.nullable()},
  differences: list(z.object({here: z.string(), there: z.string()})),
})
const answer = z.object({
  ...{start: z.int(), end: z.int(), text: z.string(), outcome: z.enum(['carried', 'in-conflict', 'not-found'])},
  ...{beside: list(beside), quotations: list(quotation)},
})
export const claimAnswers = z
  .object({
    schema: z.literal('parley/claim@1'),
    sentences: list(answer),
    reports: z.int(),
    from: words,
    to: words,
    cited: list(articleHead),
  })
  .openapi('ClaimAnswers')

export const newDocument = z.union([
  z.object({text: z.string().min(1), ...given}).strict(),
  z.object({file: z.string().min(1).max(300), base64: z.string().min(1), published: z.string().max(40).optional()}).strict(),
  z.object({address: z.string().min(1).max(2000)}).strict(),
])
export const kept = z.object({
  revision: z.string(),
  kept: list(z.object({id, outcome: z.enum(['added', 'known', 'version', 'refused']), code: words, message: words})),
})
export const problem = z.object({type: z.string(), title: z.string(), status: z.int(), code: z.string()}).openapi('Problem')
