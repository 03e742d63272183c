// What was found in one document, layer by layer, in the notation of the cases: for `parley read` on a terminal and for `npm run try`.
import type {ReadDocument} from '../model/reading.ts'
import type {Span} from '../model/span.ts'
import {UPOS} from '../model/tokens.ts'
import {writeAttribution, writeClaim, writeMention, writeRole, writeTime} from '../text/notation.ts'

export interface DescribeOptions {
  /** With the name of the rule that made each line, and with the words and their tree. */
  readonly rules: boolean
}

export function describeDocument(document: ReadDocument, {rules}: DescribeOptions): string {
  const {text} = document
  const ruled = (line: string, rule: string): string => (rules ? `${line}    (${rule})` : line)
  const claims = document.claims.map(claim => ({claim, line: ruled(writeClaim(document, claim), claim.rule)}))
  const ofKind = (kind: string) => claims.filter(({claim}) => claim.claim === kind).map(({line}) => line)
  const layers: [string, string[]][] = [
    ['times', document.times.map(time => ruled(writeTime(text, time), time.rule))],
    ['mentions', distinct(document.mentions.map(mention => ruled(writeMention(document, mention), mention.rule)))],
    ['roles', distinct(document.somebodies.flatMap(somebody => somebody.roles.map(role => writeRole(document, somebody, role))))],
    ['attributions', document.attributions.map(attribution => ruled(writeAttribution(document, attribution), attribution.rule))],
    ['events', ofKind('event')],
    ['positions', ofKind('position')],
    ['agreements', ofKind('agreement')],
    ['assessments', ofKind('assessment')],
    ['notes', document.notes.map(note => `${note.message} (${note.code})`)],
  ]
  if (rules) layers.unshift(['sentences', document.sentences.map((sentence, i) => describeSentence(document, sentence, i))])
  const head = `${document.file ?? document.id}  ${document.published ?? 'date unknown'}  ${document.title ?? ''}`.trimEnd()
  const blocks = layers.filter(([, lines]) => lines.length > 0).map(([name, lines]) => `${name}\n${lines.map(indent).join('\n')}`)
  return [head, ...blocks].join('\n\n').concat('\n')
}

const indent = (line: string): string => `  ${line.replaceAll('\n', '\n  ')}`

const distinct = (lines: readonly string[]): string[] => [...new Set(lines)]

function describeSentence({text, tokens, sentences}: ReadDocument, sentence: Span, index: number): string {
  const rows = [`${sentences[index]!.kind}: ${text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ')}`]
  for (let i = sentences[index]!.firstToken; i < sentences[index]!.endToken; i++) {
    const head = tokens.head[i]! < 0 ? '-' : text.slice(tokens.start[tokens.head[i]!], tokens.end[tokens.head[i]!])
    const word = text.slice(tokens.start[i], tokens.end[i])
    rows.push(`  ${word.padEnd(18)} ${UPOS[tokens.upos[i]!]!.padEnd(6)} ${tokens.relations[tokens.deprel[i]!]!.padEnd(12)} < ${head}`)
  }
  return rows.join('\n')
}
