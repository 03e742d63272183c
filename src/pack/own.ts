// Issues and words of one's own: a small folder of talks files joined to the installed packs. An issue of the same id gets more words; every other
// entry is added behind those that stand.
import {sha256} from '@noble/hashes/sha2.js'
import {bytesToHex} from '@noble/hashes/utils.js'
import type {Issue, TalksPack, TalksWords} from '../model/pack-talks.ts'
import type {Packs} from '../model/packs.ts'
import {PackError, type PackFile} from './check.ts'
import {readTalksPack} from './talks.ts'

/** Throws PackError where a file does not fit, or belongs to no section that one can add to. */
export function withOwnPack(packs: Packs, files: readonly PackFile[]): Packs {
  const own = files
    .map(file => (file.path.includes('/') ? file : {...file, path: `talks/${file.path}`}))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
  const stranger = own.find(({path}) => !path.startsWith('talks/'))
  if (stranger)
    throw new PackError(
      'pack/not-own',
      `packs/${stranger.path}: one's own packs hold issues, stances and words in talks/ only`,
      stranger.path,
    )
  const hash = bytesToHex(sha256(new TextEncoder().encode([packs.hash, ...own.map(({path, text}) => `${path}\n${text}`)].join('\n'))))
  return {...packs, hash, talks: joined(packs.talks, readTalksPack(own))}
}

function joined(installed: TalksPack, own: TalksPack): TalksPack {
  return {
    patterns: [...installed.patterns, ...own.patterns],
    governors: [...installed.governors, ...own.governors],
    issues: joinedIssues(installed.issues, own.issues),
    stances: [...installed.stances, ...own.stances],
    states: [...installed.states, ...own.states],
    assessments: [...installed.assessments, ...own.assessments],
    words: joinedWords(installed.words, own.words),
  }
}

/** One's own wording of an issue stands first: where two issues share a word, the one that was written for these talks is meant. */
function joinedIssues(installed: readonly Issue[], own: readonly Issue[]): readonly Issue[] {
  const known = new Set(installed.map(({id}) => id))
  const wordsOf = (id: string): readonly string[] => own.filter(issue => issue.id === id).flatMap(({words}) => words)
  return [
    ...own.filter(({id}) => !known.has(id)).map(issue => ({...issue, own: true})),
    ...installed.map(issue => ({...issue, words: [...issue.words, ...wordsOf(issue.id)]})),
  ]
}

function joinedWords(installed: TalksWords, own: TalksWords): TalksWords {
  const lists = Object.entries(installed).map(([name, words]) => {
    const more = own[name as keyof TalksWords]
    return [name, Array.isArray(words) ? [...words, ...(more as readonly string[])] : {...words, ...more}]
  })
  return Object.fromEntries(lists) as TalksWords
}
