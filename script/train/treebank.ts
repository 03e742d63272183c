// Reads CoNLL-U and IOB2 files into documents with exact text, the way eval/nlp puts them together: paragraphs apart by an empty line.
import {readFileSync} from 'node:fs'
import {gunzipSync} from 'node:zlib'

export interface GoldSentence {
  readonly first: number
  end: number
  readonly start: number
  stop: number
}

export interface GoldDocument {
  readonly id: string
  text: string
  readonly start: number[]
  readonly end: number[]
  readonly form: string[]
  readonly lemma: string[]
  readonly upos: string[]
  readonly xpos: string[]
  /** Index in the document, -1 for a root. */
  readonly head: number[]
  readonly deprel: string[]
  /** IOB2 tag of names, "O" where there is none. */
  readonly name: string[]
  readonly sentences: GoldSentence[]
}

interface Surface {
  readonly form: string
  readonly glued: boolean
  readonly words: string[][]
}

/** Every document of a treebank or names file, gzip or plain. */
export function readTreebank(path: string): GoldDocument[] {
  const bytes = readFileSync(path)
  const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8')
  const isNames = /\.iob2?(\.gz)?$/.test(path)
  const documents: GoldDocument[] = []
  let id: string | null = null
  let paragraph = false
  let glued = false
  let written: string | null = null
  let surfaces: Surface[] = []
  let until = 0
  for (const line of `${text}\n\n`.split('\n')) {
    if (line.startsWith('#') && !line.startsWith('#\t')) {
      if (line.startsWith('# newdoc')) id = line.split('= ')[1] ?? `document-${documents.length}`
      else if (line.startsWith('# newpar') && !line.startsWith('# newpar_')) paragraph = true
      else if (line.startsWith('# text =')) written = line.slice('# text = '.length)
    } else if (line.trim() === '') {
      if (surfaces.length === 0) continue
      if (id !== null || documents.length === 0) {
        documents.push(newDocument(id ?? 'document-0'))
        id = null
        glued = false
      }
      const document = documents.at(-1)!
      if (document.text !== '') document.text += paragraph ? '\n\n' : glued ? '' : ' '
      append(document, surfaces, written, isNames)
      glued = surfaces.at(-1)!.glued
      paragraph = false
      written = null
      surfaces = []
      until = 0
    } else {
      const columns = line.split('\t')
      const number = columns[0]!
      if (number.includes('.')) continue
      const misc = (isNames ? columns[3] : columns[9]) ?? ''
      const surface = {form: columns[1]!, glued: /(^|\|)SpaceAfter=No(\||$)/.test(misc), words: []}
      if (number.includes('-')) {
        surfaces.push(surface)
        until = Number(number.split('-')[1])
        continue
      }
      if (Number(number) > until) surfaces.push(surface)
      surfaces.at(-1)!.words.push(columns)
    }
  }
  return documents
}

const newDocument = (id: string): GoldDocument => ({
  id,
  text: '',
  start: [],
  end: [],
  form: [],
  lemma: [],
  upos: [],
  xpos: [],
  head: [],
  deprel: [],
  name: [],
  sentences: [],
})

function append(document: GoldDocument, surfaces: readonly Surface[], written: string | null, isNames: boolean): void {
  const joined = surfaces.map((surface, i) => surface.form + (surface.glued || i === surfaces.length - 1 ? '' : ' ')).join('')
  const text = written ?? joined
  const base = document.text.length
  const first = document.start.length
  let at = 0
  for (const surface of surfaces) {
    while (at < text.length && /\s/.test(text[at]!)) at++
    const start = at
    for (const character of surface.form) {
      if (/\s/.test(character)) continue
      while (/\s/.test(text[at]!)) at++
      at += character.length
    }
    let from = start
    surface.words.forEach((columns, k) => {
      const form = columns[1]!
      const to = k === surface.words.length - 1 ? at : Math.min(at, from + form.length)
      document.start.push(base + from)
      document.end.push(base + to)
      document.form.push(text.slice(from, to))
      if (isNames) document.name.push(columns[2]!)
      else {
        document.name.push('O')
        document.lemma.push(columns[2]!)
        document.upos.push(columns[3]!)
        document.xpos.push(columns[4]!)
        document.head.push(Number(columns[6]) === 0 ? -1 : first + Number(columns[6]) - 1)
        document.deprel.push(columns[7]!)
      }
      from = to
    })
  }
  document.sentences.push({first, end: document.start.length, start: base, stop: base + text.length})
  document.text += text
}
