// Score of two nodes: the best of all their spellings, so that a lone surname and a full name are compared as a reader would.
import type {NamePack} from '../../model/pack-names.ts'
import {scoreNames} from '../../text/names/score.ts'
import type {Node} from './nodes.ts'

export const scorePair = (a: Node, b: Node, pack: NamePack): number => (a.name === b.name ? 1 : scoreNames(a.name, b.name, pack).score)
