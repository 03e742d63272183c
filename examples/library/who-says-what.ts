// Reads two reports and prints who says what, each line with the sentence it rests on.
// Run it with `node dist/examples/library/who-says-what.js` in the clone; in a project of your own import from '@parley-desk/parley'.
import {link, read} from '../../src/edge/library.ts'

const reports = [
  {
    published: '2031-05-06',
    publisher: 'Northwire',
    text: 'KESTREL, May 6 (Northwire) - Ostrel will not reopen the Tarn crossing before the prisoners are home, Foreign Minister Ilva Marrick said on Tuesday.',
  },
  {
    published: '2031-05-07',
    publisher: 'Harbour Post',
    text: 'Ostrel’s foreign minister, Ilva Marrick, told reporters that the Tarn crossing would stay shut until the prisoners were home.',
  },
]

const documents = await Promise.all(reports.map(read))
const record = link(documents)

const nameOf = (id: string | null): string => record.entities.find(entity => entity.id === id)?.name ?? 'somebody not named'
for (const attribution of record.attributions) {
  const [content] = attribution.content
  const report = record.documents.find(document => document.id === content?.document)
  console.log(`${nameOf(attribution.speaker)}: “${content?.quote}” (${report?.publisher}, ${report?.published})`)
}
