// Numbers of an event: which of a series it is ("the third round"), and how many were concerned ("200 prisoners").
import type {EventClaim} from '../model/claim.ts'
import type {Span} from '../model/span.ts'
import {childrenOf, uposOf} from '../text/tree.ts'
import {outermost} from './cast.ts'
import type {Scene} from './scene.ts'
import {objectsOf} from './slots.ts'
import type {Trigger} from './trigger.ts'

export function ordinalOf(scene: Scene, trigger: Trigger): number | null {
  if (trigger.form !== 'noun') return null
  for (const head of new Set([trigger.token, outermost(scene, trigger.token)]))
    for (const child of childrenOf(scene.tokens, head))
      if (scene.relations[child] === 'amod' || scene.relations[child] === 'nummod') {
        const value = scene.lexicon.pack.words.ordinals[scene.lemmas[child]!]
        if (value !== undefined) return value
      }
  return null
}

/** Counted things in the clause: "200 prisoners". */
export function numbersOf(scene: Scene, trigger: Trigger): EventClaim['numbers'] {
  const found: {of: string; value: number; span: Span}[] = []
  for (const head of trigger.form === 'verb' ? objectsOf(scene, trigger.token) : [trigger.token])
    for (const child of childrenOf(scene.tokens, head)) {
      if (scene.relations[child] !== 'nummod' && uposOf(scene.tokens, child) !== 'NUM') continue
      const value = countOf(scene, child)
      if (value !== null)
        found.push({of: scene.lemmas[head]!, value, span: {start: scene.tokens.start[child]!, end: scene.tokens.end[child]!}})
    }
  return found
}

function countOf(scene: Scene, token: number): number | null {
  const word = scene.document.text.slice(scene.tokens.start[token], scene.tokens.end[token]).replaceAll(',', '')
  if (/^\d{1,12}$/.test(word)) return Number(word)
  return scene.lexicon.pack.words.numbers[scene.lemmas[token]!] ?? null
}
