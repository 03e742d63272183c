// What can be copied: a link, and a citation as text, as Markdown, as BibTeX.
import type {ArticleHead, Citation} from './shapes.ts'

export type Form = 'text' | 'markdown' | 'bibtex'

export interface Cited {
  readonly report: Pick<ArticleHead, 'title' | 'publisher' | 'published' | 'day' | 'id'>
  readonly uri: string | null
  readonly citation: Citation | null
}

export function citationAs(form: Form, {report, uri, citation}: Cited): string {
  const words = citation === null ? '' : citation.quote.replace(/\s+/g, ' ').trim()
  const date = report.published
  switch (form) {
    case 'text':
      return `${words === '' ? '' : `“${words}” `}${report.publisher}, “${report.title}”, ${date}${uri ? `, ${uri}` : ''}.`
    case 'markdown': {
      const title = uri
        ? `[${escapeMarkdown(report.title)}](<${uri.replace(/[<>]/g, encodeURIComponent)}>)`
        : `*${escapeMarkdown(report.title)}*`
      return `${words === '' ? '' : `> ${escapeMarkdown(words)}\n\n`}${escapeMarkdown(report.publisher)}, ${title}, ${date}`
    }
    case 'bibtex': {
      const key = `${report.publisher.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()}${(report.day ?? '').replaceAll('-', '')}`
      const fields = [
        ['title', report.title],
        ['journal', report.publisher],
        ...(report.day === null ? [] : [['date', report.day]]),
        ...(uri ? [['url', uri]] : []),
        ...(words === '' ? [] : [['note', `“${words}”`]]),
      ]
      return `@article{${key || 'report'},\n${fields.map(([name, value]) => `  ${name} = {${escapeBibtex(value!)}}`).join(',\n')}\n}`
    }
  }
}

const escapeMarkdown = (text: string): string => text.replace(/[\\`*_[\]<>#|]/g, '\\$&')
const escapeBibtex = (text: string): string => text.replace(/[\\{}]/g, '').replace(/[&%$#_]/g, '\\$&')

/** False where the browser does not allow it; the caller says so. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
