// Keeps two reports in a record file, opens it again, corrects a line as an editor would, and asks what is planned.
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {open, readArticles} from '../../src/edge/library.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-'))
const file = join(folder, 'tarn.parley')

const first = await open(file, {make: true})
await first.add(
  readArticles([
    {
      published: '2031-05-06',
      publisher: 'Northwire',
      text: 'Ostrel and Kalvia will hold talks in Tessin on May 12, Kalvian Foreign Minister Orlo Brandt said on Tuesday.',
    },
    {
      published: '2031-05-07',
      publisher: 'Harbour Post',
      text: 'Orlo Brandt, the Kalvian foreign minister, said that Kalvia and Ostrel would hold talks in Tessin on May 12.',
    },
  ]),
  ({outcome}) => console.log(outcome),
)
first.close()

const again = await open(file, {who: 'night desk'})
const planned = () => again.record().events.filter(event => event.status === 'planned')
console.log(`${planned().length} planned, ${again.record().documents.length} reports`)
again.judge(planned().map(event => ({kind: 'confirm', of: [event.id], reason: 'read both reports'})))
console.log(
  planned()
    .map(event => event.review)
    .join(),
)
again.close()
rmSync(folder, {recursive: true})
