// The briefing as a Word document with a footnote for each cited sentence. Loaded only when one is asked for.
import {Document, FootnoteReferenceRun, HeadingLevel, Packer, Paragraph, TextRun} from 'docx'
import {marked} from '../../brief/marks.ts'
import type {Cite, Line, Sheet} from '../../brief/sheet.ts'

type Footnotes = Record<string, {children: Paragraph[]}>

const INDENT_PER_STEP = 360

export function writeDocx(sheet: Sheet): Promise<Buffer> {
  const footnotes: Footnotes = {}
  const children = [
    new Paragraph({text: clean(sheet.title), heading: HeadingLevel.TITLE}),
    ...sheet.opening.map(small),
    ...sheet.sections.flatMap(section => [
      ...(section.lines.length > 0 || section.none !== null ? [heading(section.heading)] : []),
      ...(section.lines.length === 0 && section.none !== null ? [small(section.none)] : []),
      ...section.lines.flatMap(line => paragraphs(line, 0, sheet, footnotes)),
    ]),
    heading('Sources'),
    ...sheet.sources.map(source => {
      const remarks = source.flags.length > 0 ? ` (${source.flags.join('; ')})` : ''
      const address = source.uri === null ? '' : `, ${source.uri}`
      return new Paragraph(clean(`[${source.number}] ${source.publisher}, ${source.published}${remarks}: ${source.title}${address}`))
    }),
    ...sheet.closing.map(small),
  ]
  return Packer.toBuffer(new Document({title: clean(sheet.title), creator: 'Parley', footnotes, sections: [{children}]}))
}

const heading = (text: string): Paragraph => new Paragraph({text: clean(text), heading: HeadingLevel.HEADING_1})

const small = (text: string): Paragraph => new Paragraph({children: [new TextRun({text: clean(text), size: 18, italics: true})]})

function paragraphs(line: Line, step: number, sheet: Sheet, footnotes: Footnotes): Paragraph[] {
  const runs = [
    ...(line.when ? [new TextRun({text: `${clean(line.when)}  `, bold: true})] : []),
    new TextRun(clean(line.text)),
    ...line.cites.map(cite => new FootnoteReferenceRun(footnoteOf(cite, sheet, footnotes))),
    ...(line.vouch ? [new TextRun({text: `  ${clean(line.vouch)}`, size: 18, italics: true})] : []),
  ]
  const quotes = line.quotes.map(
    quote =>
      new Paragraph({indent: {left: INDENT_PER_STEP * (step + 2)}, text: clean(`${marked(quote.citation.quote)} [${quote.number}]`)}),
  )
  const own = new Paragraph({children: runs, indent: {left: INDENT_PER_STEP * step}})
  return [own, ...quotes, ...line.under.flatMap(under => paragraphs(under, step + 1, sheet, footnotes))]
}

/** Word wants a number of its own for each reference. */
function footnoteOf({number, citation}: Cite, sheet: Sheet, footnotes: Footnotes): number {
  const id = Object.keys(footnotes).length + 1
  const source = sheet.sources[number - 1]
  const where = source ? `${source.publisher}, ${source.published}` : ''
  footnotes[id] = {children: [new Paragraph(clean(`[${number}] ${where}: ${marked(citation.quote)}`))]}
  return id
}

/** XML has no place for control characters. */
const clean = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
