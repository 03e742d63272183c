// How fast pages and JSON lines are read: pages a CPU-second on a page of usual size, documents a second inline. `node dist/bench/ingest.js`.
import {loadPacks} from '../src/edge/files/packs.ts'
import {readSources} from '../src/edge/files/sources.ts'
import {readPage} from '../src/ingest/html/page.ts'

const PAGES = 300
const LINES = 5000
const LINE = 'The envoy of Ostrel met the president of Kalvia in Sorrend on Friday, and the two spoke for four hours, officials said. '

const links = (count: number) =>
  Array.from({length: count}, (_, i) => `<li class="menu-item"><a href="/section/${i}">Section number ${i}</a></li>`).join('')
const page = `<!doctype html><html lang="en"><head><title>Envoy meets president | Mirvan Post</title><meta property="article:published_time" content="2031-04-11T18:00:00Z">${'<script>var a = {b: 1};</script>'.repeat(40)}</head>
<body><nav><ul>${links(150)}</ul></nav><main><article><h1>Envoy meets president</h1><div class="article-body">${`<p>${LINE.repeat(3)}</p>`.repeat(25)}</div></article><aside>${links(80)}</aside></main><footer><ul>${links(60)}</ul></footer></body></html>`
const pack = loadPacks()

readPage(page, null, pack.page)
const before = process.cpuUsage()
for (let i = 0; i < PAGES; i++) readPage(page, null, pack.page)
const used = process.cpuUsage(before)
console.log(`pages of ${Math.round(page.length / 1024)} KB: ${Math.round(PAGES / ((used.user + used.system) / 1e6))} a CPU-second`)

async function* stdin() {
  for (let i = 0; i < LINES; i++) yield Buffer.from(`${JSON.stringify({id: `d${i}`, text: LINE.repeat(20)})}\n`)
}
const started = performance.now()
let read = 0
for await (const _ of readSources(['-'], {packs: pack, stdin: stdin()})) read++
console.log(
  `JSON lines of ${Math.round((LINE.length * 20) / 1024)} KB: ${Math.round(read / ((performance.now() - started) / 1000))} a second`,
)
