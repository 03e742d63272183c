// The documents: what each is, which share text with which and by what signs, and which were not read.
import type {Derivation, Document, RecordFile} from '../model/record.ts'
import {shortDate} from './dates.ts'
import {flagsOf, type Lookup, lookUp, numberedSources, publisherOf, titleOf} from './lookup.ts'
import {clip, marked} from './marks.ts'
import {openingOf} from './opening.ts'
import {type Line, lineOf, type Sheet, sectionOf} from './sheet.ts'
import {titleOfView} from './title.ts'
import {counted, derivationWords, listed} from './words.ts'

/** Pairs of stretches shown a derivation: enough to judge it, few enough to read. */
const SHOWN_PAIRS = 2

export function writeSources(record: RecordFile): Sheet {
  const lookup = lookUp(record)
  const refused = record.notes.filter(note => note.document === null)
  return {
    schema: 'parley/view@1',
    view: 'sources',
    title: titleOfView(lookup, 'sources'),
    opening: [
      openingOf(lookup),
      'No outlet is rated. “Shares text with” is what can be seen; who had it first is said only where a credit or the dates show it.',
    ],
    sections: [
      sectionOf(
        'Reports',
        lookup.documents.map((document, i) => documentLine(document, i + 1, lookup)),
        'No report was read.',
      ),
      sectionOf('Who shares text with whom', derivationLines(lookup), 'No shared origin found among these reports.'),
      sectionOf(
        'Stories',
        record.stories.map(story =>
          lineOf(
            `${story.label}: ${story.documents
              .map(lookup.numberOf)
              .sort((a, b) => a - b)
              .map(number => `[${number}]`)
              .join(' ')}`,
            {
              id: story.id,
              when:
                shortDate(story.from && story.to && story.from !== story.to ? `${story.from}/${story.to}` : story.from, lookup.year) ||
                null,
            },
          ),
        ),
      ),
      sectionOf(
        'Not read, and other remarks',
        [...refused, ...record.notes.filter(note => note.document !== null)].map(note => noteLine(note, lookup)),
      ),
    ],
    sources: numberedSources(lookup),
    closing: [],
  }
}

function documentLine(document: Document, number: number, lookup: Lookup): Line {
  const flags = flagsOf(lookup, document)
  const byline = document.byline.length > 0 ? `, by ${document.byline.join(' and ')}` : ''
  return lineOf(`[${number}] ${publisherOf(document)}: ${titleOf(document)}${byline}`, {
    id: document.id,
    when: shortDate(document.published, lookup.year) || 'undated',
    vouch: flags.length > 0 ? flags.join(' · ') : null,
    under: [
      ...document.flags.flatMap(flag =>
        flag.because
          .slice(0, 1)
          .map(citation => lineOf(`${flag.kind.replaceAll('-', ' ')}: ${marked(citation.quote)}`, {cites: lookup.cite([citation])})),
      ),
      ...(document.uri ? [lineOf(document.uri)] : []),
    ],
  })
}

/** Shared text first, by report; the credits of a report in one line, since a credit names an outlet and fits each of its reports. */
function derivationLines(lookup: Lookup): Line[] {
  const numbered = lookup.record.derivations.map(derivation => ({
    ...{derivation, of: lookup.numberOf(derivation.of), from: lookup.numberOf(derivation.from)},
  }))
  numbered.sort((a, b) => a.of - b.of || a.from - b.from)
  const shared = numbered.filter(({derivation}) => derivation.kind !== 'credit').map(({derivation}) => derivationLine(derivation, lookup))
  const credited = numbered.filter(({derivation}) => derivation.kind === 'credit')
  const credits = [...new Set(credited.map(({of}) => of))].map(number => {
    const mine = credited.filter(({of}) => of === number)
    const outlets = [...new Set(mine.map(({derivation}) => publisherOf(lookup.documents[lookup.numberOf(derivation.from) - 1]!)))]
    const because = mine.flatMap(({derivation}) => derivation.because.map(([credit]) => credit))
    return lineOf(`[${number}] credits ${listed(outlets)}`, {cites: lookup.cite(because).slice(0, 3)})
  })
  return [...shared, ...credits]
}

function derivationLine(derivation: Derivation, lookup: Lookup): Line {
  const {of, from, kind, direction, because} = derivation
  const pairs = because
    .slice(0, SHOWN_PAIRS)
    .flatMap(([mine, theirs]) =>
      mine.quote === theirs.quote
        ? [lineOf(`both: ${marked(clip(mine.quote))}`, {cites: lookup.cite([mine, theirs])})]
        : [
            lineOf(marked(clip(mine.quote)), {cites: lookup.cite([mine])}),
            lineOf(marked(clip(theirs.quote)), {cites: lookup.cite([theirs])}),
          ],
    )
  const sure = direction === 'known' ? '' : direction === 'likely' ? '; direction likely' : '; direction unknown'
  return lineOf(`[${lookup.numberOf(of)}] ${derivationWords(derivation)} [${lookup.numberOf(from)}]`, {
    vouch: `${kind}${sure} · ${counted(because.length, 'stretch', 'stretches')} in common`,
    under: pairs,
  })
}

function noteLine(note: RecordFile['notes'][number], lookup: Lookup): Line {
  const where = note.document === null ? '' : `[${lookup.numberOf(note.document)}] `
  return lineOf(`${where}${note.message} (${note.code})`, {cites: note.at ? lookup.cite([note.at]) : []})
}
