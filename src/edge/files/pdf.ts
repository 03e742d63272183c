// Reads a PDF in the worker: pdf.js gives the pieces of text with their places, the layout is read from those.
import {extractTextItems, getDocumentProxy, getMeta} from 'unpdf'
import {readStructuredDate} from '../../ingest/dates.ts'
import {type PagePiece, readPages} from '../../ingest/pages.ts'
import {type Carrier, finishBundle, type Item} from './carrier.ts'
import {ReadFailure} from './read-failure.ts'

const MOST_PAGES = 1000

export async function* readPdf(carrier: Carrier, bytes: Uint8Array): AsyncGenerator<Item> {
  const pdf = await open(bytes)
  try {
    if (pdf.numPages > MOST_PAGES) throw new ReadFailure('ingest/too-large', `it has ${pdf.numPages} pages, more than ${MOST_PAGES}`)
    const pages = await readPieces(pdf)
    if (pages.every(page => page.length === 0))
      throw new ReadFailure(
        'ingest/pdf-no-text-layer',
        'its pages are pictures without a text layer; run it through text recognition first',
      )
    const meta = await getMeta(pdf).catch(() => null)
    const title = textOf(meta?.info['Title'])
    yield* finishBundle(carrier, readPages(pages), {
      title: title !== null && /^(?:untitled|microsoft word|.*\.(?:docx?|indd|pdf)$)/i.test(title) ? null : title,
      modified: pdfDate(meta?.info['ModDate']),
    })
  } finally {
    await pdf.cleanup().catch(() => undefined)
  }
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

async function open(bytes: Uint8Array): Promise<Pdf> {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), {isEvalSupported: false, verbosity: 0})
  } catch (error) {
    const {name, message} = error as Error
    if (name === 'PasswordException') throw new ReadFailure('ingest/pdf-encrypted', 'it is encrypted and asks for a password')
    throw new ReadFailure('ingest/corrupt', `it is no readable PDF: ${message}`)
  }
}

async function readPieces(pdf: Pdf): Promise<PagePiece[][]> {
  try {
    const {items} = await extractTextItems(pdf)
    return items.map(page =>
      page
        .map(({str, x, y, width, height, fontSize}) => ({text: str, x, y, width, size: fontSize || height}))
        .filter(piece => piece.text.trim() !== ''),
    )
  } catch (error) {
    throw new ReadFailure('ingest/corrupt', `its pages cannot be read: ${(error as Error).message}`)
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null)

/** "D:20310411180000+02'00'". */
function pdfDate(value: unknown): string | null {
  const found = /^D:(\d{4})(\d{2})(\d{2})/.exec(textOf(value) ?? '')
  return found === null ? null : readStructuredDate(`${found[1]}-${found[2]}-${found[3]}`)
}
