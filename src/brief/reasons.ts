// Reasons name reports by their ids, which may be paths of somebody's disk; a reader knows them by their numbers.
import type {Lookup} from './lookup.ts'

/** "02.txt shares text with 05.txt" becomes "report 2 shares text with report 5". */
export function inNumbers(reason: string, lookup: Lookup): string {
  const named = lookup.documents.filter(({id}) => reason.includes(id)).sort((a, b) => b.id.length - a.id.length)
  return named.reduce((words, {id}) => words.replaceAll(` ${id} `, ` report ${lookup.numberOf(id)} `), ` ${reason} `).trim()
}
