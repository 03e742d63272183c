// A record of two negotiations that have nothing to do with each other: the bundled example, and a few reports of our own on fishing.
import type {Desk} from '../src/edge/desk.ts'
import {memoryDesk} from '../src/edge/desk-memory.ts'
import {read} from '../src/parley.ts'
import {exampleDocuments} from './bundled-example.ts'
import {articleOf, testReader} from './support.ts'

const FISHING: readonly {readonly day: string; readonly outlet: string; readonly title?: string; readonly text: string}[] = [
  {
    day: '2031-05-06',
    outlet: 'Tern Bay Post',
    text: 'Negotiators from Iceland and Norway met in Bergen on Monday for talks on mackerel quotas, the Norwegian fisheries ministry said. “We will not accept a smaller share,” Icelandic fisheries minister Hrefna Eldjarn told the Tern Bay Post. A second round of talks is planned for 20 May in Reykjavik.',
  },
  {
    day: '2031-05-08',
    outlet: 'North Sea Radio',
    // A title that runs from right to left, with figures and a bracket in it.
    title: 'שיחות המקרל נמשכות (סבב 2) Reykjavik',
    text: 'Norway offered Iceland a larger share of the mackerel catch, Norwegian fisheries minister Aksel Tveit said on Wednesday. Iceland rejected the offer, officials in Reykjavik said.',
  },
  {
    day: '2031-05-21',
    outlet: 'Tern Bay Post',
    text: 'Iceland and Norway signed an agreement on mackerel quotas in Reykjavik on Tuesday. Norwegian fisheries minister Aksel Tveit called the talks productive.',
  },
]

export async function twoTalksDesk(): Promise<Desk> {
  const reader = testReader()
  const fishing = FISHING.map(({day, outlet, title, text}, i) =>
    read({...articleOf(text, {published: day, publisher: outlet}), id: `fish-${i}`, title: title ?? `Mackerel talks, ${day}`}, reader),
  )
  const documents = [...(await exampleDocuments()), ...fishing]
  return memoryDesk({name: 'two talks', documents, judgements: [], refused: [], reader, now: () => '2031-06-01T09:00:00Z', who: 'a tester'})
}
