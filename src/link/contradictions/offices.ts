// One person in two offices that cannot be held together: a report calls somebody a "former minister" while others call the same person the minister.
import type {Citation, Entity} from '../../model/record.ts'
import {dayOf} from '../../text/similarity-days.ts'
import {byCitation} from '../identity.ts'
import type {Linking} from '../linking.ts'
import type {Conflict} from './conflict.ts'

type Role = Entity['roles'][number]

/** An office can end between two reports; a report that still names its holder this long after another said "former" is no slow one. */
const NEAR_DAYS = 31

export function officeConflicts(linking: Linking): Conflict[] {
  const published = new Map(linking.documents.map(document => [document.id, dayOf(document.published)]))
  const conflicts: Conflict[] = []
  for (const entity of linking.parties.written.values()) {
    if (entity.type !== 'person') continue
    const offices = entity.roles.filter(role => role.kind === 'office')
    for (const former of offices) {
      const office = officeLeft(former, linking)
      if (office === null) continue
      for (const present of offices)
        if (present.title.toLowerCase() === office && mayBeOneOffice(former, present))
          conflicts.push(...between(entity.id, former, present, published))
    }
  }
  return conflicts
}

/** "former foreign minister" → "foreign minister". */
function officeLeft({title}: Role, {pack}: Linking): string | null {
  const [first, ...rest] = title.toLowerCase().split(/[\s-]+/)
  return rest.length > 0 && pack.formerly.includes(first!) ? rest.join(' ') : null
}

const mayBeOneOffice = (a: Role, b: Role): boolean => a.of === null || b.of === null || a.of === b.of

function between(about: string, former: Role, present: Role, published: ReadonlyMap<string, number | null>): Conflict[] {
  const conflicts: Conflict[] = []
  for (const past of former.citations)
    for (const now of present.citations) {
      const said = published.get(past.document) ?? null
      const still = published.get(now.document) ?? null
      if (past.document === now.document || said === null || still === null) continue
      // A bare "President" before a name may be a courtesy to one who was; only an office with its country says that it is held.
      const soonAfter = present.of !== null && former.of !== null && still >= said && still - said <= NEAR_DAYS
      if (!soonAfter && !isInTerm(present, said)) continue
      conflicts.push({kind: 'identity', about, sides: [side(former, past), side(present, now)]})
    }
  return conflicts.sort(
    (a, b) => byCitation(a.sides[0].citation, b.sides[0].citation) || byCitation(a.sides[1].citation, b.sides[1].citation),
  )
}

/** The pack knows from when the office is held, and the day lies in that term. */
function isInTerm({from, to}: Role, day: number): boolean {
  const first = dayOf(from)
  const last = dayOf(to)
  return first !== null && first <= day && (to === null || (last !== null && day <= last))
}

const side = ({title}: Role, citation: Citation): Conflict['sides'][number] => ({value: title, citation})
