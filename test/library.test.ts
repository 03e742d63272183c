// Parley as other programs import it: the examples run and print what they promise, and what cannot be read says why.
import {spawnSync} from 'node:child_process'
import {readdirSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {packagePath} from '../src/edge/files/root.ts'
import {link, read, readFiles} from '../src/edge/library.ts'

const PROMISED: Readonly<Record<string, string>> = {
  'who-says-what': [
    'Ilva Marrick: “Ostrel will not reopen the Tarn crossing before the prisoners are home” (Northwire, 2031-05-06)',
    'Ilva Marrick: “that the Tarn crossing would stay shut until the prisoners were home” (Harbour Post, 2031-05-07)',
    '',
  ].join('\n'),
  'keep-a-record': ['added', 'added', '1 planned, 2 reports', 'confirmed', ''].join('\n'),
}

describe('the examples of the library', () => {
  const names = readdirSync(packagePath('examples', 'library')).map(name => name.replace(/\.ts$/, ''))

  it.each(names)('%s prints what it promises', name => {
    const {stdout, stderr} = spawnSync(process.execPath, [packagePath('dist', 'examples', 'library', `${name}.js`)], {encoding: 'utf8'})
    expect(stderr).toBe('')
    expect(stdout).toBe(PROMISED[name])
  })
})

describe('the library', () => {
  it('takes the text as it is, and cites true', async () => {
    const text = '  Kalvia’s envoy Orlo Brandt met rebel commanders in Tessin on Monday.\n'
    const document = await read({text, published: '2031-02-06', id: 'one'})
    expect(document.text).toBe(text)
    for (const {citation} of link([document]).events.flatMap(event => event.support.claims))
      expect(text.slice(citation.start, citation.end)).toBe(citation.quote)
  })

  it('says with a code why a text was not read', async () => {
    await expect(read({text: ' \n'})).rejects.toMatchObject({name: 'ParleyError', code: 'ingest/empty'})
  })

  it('reads a folder one document at a time, and leaves unknown dates unknown', async () => {
    const ids: string[] = []
    for await (const document of readFiles([packagePath('examples', 'sellen-strait')])) {
      if ('refused' in document) throw new Error(document.message)
      ids.push(document.id)
      if (ids.length === 2) break
    }
    expect(new Set(ids).size).toBe(2)
    expect((await read({text: 'The two sides met on Friday.'})).published).toBeNull()
  })
})
