// Rulings of a reader: sent with the token, told at the foot of the page, each with its own way back.
import {mayChange, Refused, send, state as served} from './ask.svelte.ts'
import {say} from './say.svelte.ts'
import type {Judgement, NewJudgement} from './shapes.ts'

export const mayRule = (): boolean => mayChange() && served.status?.writable === true

/** True where it was kept. */
export async function rule(lines: readonly NewJudgement[], words: string): Promise<boolean> {
  try {
    const {judgements} = await send<{judgements: Judgement[]}>('/api/judgements', {lines})
    const ids = judgements.map(({id}) => id)
    say(words, lines.every(({kind}) => kind !== 'undo') ? {label: 'Undo', run: () => void undo(ids)} : null)
    return true
  } catch (error) {
    say(error instanceof Refused ? error.message : 'The program does not answer.')
    return false
  }
}

export const undo = (ids: readonly string[]): Promise<boolean> => rule([{kind: 'undo', of: [...ids]}], 'Taken back')
