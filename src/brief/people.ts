// Who is who: people and bodies with their offices, for whom they act, how they are spelt, and why two spellings were taken for one.
import type {Entity, Judgement, RecordFile} from '../model/record.ts'
import {shortDate} from './dates.ts'
import {type Lookup, lookUp, numberedSources} from './lookup.ts'
import {openingOf} from './opening.ts'
import {type Line, lineOf, type Sheet, sectionOf} from './sheet.ts'
import {titleOfView} from './title.ts'
import {counted} from './words.ts'

export function writePeople(record: RecordFile): Sheet {
  const lookup = lookUp(record)
  const ofType = (heading: string, ...types: readonly Entity['type'][]) =>
    sectionOf(
      heading,
      record.entities
        .filter(entity => types.includes(entity.type) && isNamed(entity))
        .sort(byMentions)
        .map(entity => entityLine(entity, lookup)),
    )
  return {
    schema: 'parley/view@1',
    view: 'people',
    title: titleOfView(lookup, 'who is who'),
    opening: [
      openingOf(lookup),
      'A similar name alone joins nobody: each merge says what else spoke for it. Unnamed sources are never linked to a person.',
    ],
    sections: [
      {...ofType('People', 'person'), none: 'Nobody is named in these reports.'},
      ofType('Bodies and organizations', 'public-body', 'organization', 'group'),
      ofType('Countries', 'country'),
      ofType('Outlets', 'outlet'),
      sectionOf('Possibly the same', possible(lookup)),
    ],
    sources: numberedSources(lookup),
    closing: [],
  }
}

/** Pronouns and "the envoy" alone name nobody. */
const isNamed = (entity: Entity): boolean => entity.mentions.some(mention => mention.level === 'name')

const byMentions = (a: Entity, b: Entity): number => b.mentions.length - a.mentions.length || (a.id < b.id ? -1 : 1)

function entityLine(entity: Entity, lookup: Lookup): Line {
  const acts = lookup.nameOf(entity.actsFor)
  const facts = [
    ...(acts ? [`acts for ${acts}`] : []),
    ...(entity.outlet?.wire ? ['agency'] : []),
    ...(entity.outlet?.state ? ['state media'] : []),
    ...(entity.claims.length > 0
      ? [`claimed by ${entity.claims.map(claim => lookup.nameOf(claim.party) ?? claim.party).join(' and ')}`]
      : []),
  ]
  const aliases = entity.aliases.filter(alias => alias !== entity.name)
  const reports = new Set(entity.mentions.map(mention => mention.document)).size
  return lineOf(entity.name + (facts.length > 0 ? ` (${facts.join('; ')})` : ''), {
    id: entity.id,
    vouch: `${counted(entity.mentions.length, 'mention')} in ${counted(reports, 'report')}`,
    under: [
      ...entity.roles.map(role => roleLine(role, lookup)),
      ...(aliases.length > 0 ? [lineOf(`also written ${aliases.join(', ')}`)] : []),
      ...mergesOf(entity, lookup),
    ],
  })
}

function roleLine(role: Entity['roles'][number], lookup: Lookup): Line {
  const of = lookup.nameOf(role.of)
  const span = [role.from, role.to].filter(day => day !== null).map(day => shortDate(day, null))
  const since = span.length > 0 ? ` (${span.join(' – ')})` : ''
  const words = role.kind === 'office' ? `${role.title}${of ? ` of ${of}` : ''}` : `described as ${role.title}${of ? ` (${of})` : ''}`
  return lineOf(`${words}${since}`, {cites: lookup.cite(role.citations).slice(0, 4)})
}

/** The judgements that joined mentions of this entity, as "A = B because …". */
function mergesOf(entity: Entity, lookup: Lookup): Line[] {
  const own = new Set([entity.id, ...entity.mentions.map(mention => `${mention.document} ${mention.start} ${mention.end}`)])
  const concerns = (judgement: Judgement): boolean =>
    judgement.of.includes(entity.id) || judgement.because.some(({document, start, end}) => own.has(`${document} ${start} ${end}`))
  const lines = new Map<string, Line>()
  for (const judgement of lookup.record.judgements) {
    if (judgement.kind !== 'same' || judgement.verdict !== 'applied' || !concerns(judgement)) continue
    const line = judgementLine(judgement, lookup)
    const pair = line.text.split(' because ')[0]!
    const known = lines.get(pair)
    // One pair, one line: the one that tells more.
    if (!known || line.text.length > known.text.length) lines.set(pair, line)
  }
  const spelt = [...lines.keys()].map(pair => pair.split(' = ')[0]!)
  // "Drozd = Ilka Drost" says nothing beside "Ilka Drozd = Ilka Drost".
  return [...lines].filter(([pair]) => !spelt.some(other => other.endsWith(` ${pair.split(' = ')[0]}`))).map(([, line]) => line)
}

/** More pairs than this nobody reads on a page of names. */
const MAX_POSSIBLE = 12

function possible({record, ...lookup}: Lookup): Line[] {
  const named = new Set(record.entities.map(entity => entity.id))
  const lines = record.judgements
    .filter(judgement => judgement.kind === 'same' && judgement.verdict === 'possible' && judgement.of.some(id => named.has(id)))
    .map(judgement => judgementLine(judgement, {record, ...lookup}))
  const left = lines.length - MAX_POSSIBLE
  return left > 0 ? [...lines.slice(0, MAX_POSSIBLE), lineOf(`${left} more in the judgements of parley export`)] : lines
}

function judgementLine(judgement: Judgement, lookup: Lookup): Line {
  const spellings = [...new Set(judgement.because.map(citation => citation.quote))]
  const ids = judgement.of.map(id => lookup.nameOf(id)).filter(name => name !== null)
  const names = ids.length > 1 ? ids : spellings
  const who = judgement.by === 'person' ? ` (${judgement.who ?? 'a person'})` : ''
  const sign = judgement.verdict === 'possible' ? ' may be ' : ' = '
  const joined = names.length > 1 ? names.slice(0, 2).join(sign) : `mentions of ${names[0] ?? 'this name'} joined`
  // A machine's reason opens with the two names already.
  if (judgement.by === 'machine' && judgement.reason !== null && / because /.test(judgement.reason))
    return lineOf(judgement.reason, {id: judgement.id, cites: lookup.cite(judgement.because).slice(0, 4)})
  return lineOf(`${joined} because ${judgement.reason ?? judgement.rule ?? 'no reason given'}${who}`, {
    id: judgement.id,
    cites: lookup.cite(judgement.because).slice(0, 4),
  })
}
