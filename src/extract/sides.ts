// Who can set a side's terms by saying what must be: a side's own people and bodies, no outlet, nobody unnamed.
import type {Party} from './parties.ts'
import type {Scene} from './scene.ts'

export function speaksForSide(scene: Scene, party: Party): boolean {
  const somebody = scene.document.somebodies[party.entity]
  if (!somebody || somebody.type === 'outlet' || somebody.unnamed) return false
  if (somebody.type !== 'person') return true
  return somebody.actsFor !== null || somebody.roles.some(role => role.kind === 'office' || role.of !== null)
}
