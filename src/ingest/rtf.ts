// Rich text as lines: what press databases hand out. Control words go; paragraphs, Unicode and code-page characters stay.

/** Groups that hold no text of the document. */
const SKIPPED =
  /^(?:fonttbl|colortbl|stylesheet|info|pict|object|header[lrf]?|footer[lrf]?|generator|listtable|listoverridetable|rsidtbl|themedata|datastore|xmlnstbl|fldinst|\*)$/
const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/gi
const WESTERN = 1252

export function plainRtf(source: string): string {
  const codePage = Number(/\\ansicpg(\d{3,5})/.exec(source.slice(0, 2000))?.[1] ?? WESTERN)
  const decoder = decoderOf(codePage)
  const parts: string[] = []
  const groups: boolean[] = []
  let isSkipped = false
  let skipUnits = 0
  let unicodeSkip = 1
  const add = (text: string) => {
    if (!isSkipped) parts.push(text)
  }
  for (const [, word, number, hex, symbol, brace, text] of source.matchAll(TOKEN)) {
    if (brace === '{') groups.push(isSkipped)
    else if (brace === '}') isSkipped = groups.pop() ?? false
    else if (word !== undefined) {
      if (SKIPPED.test(word)) isSkipped = true
      else if (word === 'par' || word === 'line' || word === 'row' || word === 'page' || word === 'sect') add('\n')
      else if (word === 'tab' || word === 'cell') add(word === 'cell' ? ' | ' : ' ')
      else if (word === 'uc') unicodeSkip = Number(number ?? 1)
      else if (word === 'u') {
        const unit = Number(number ?? 63)
        add(String.fromCharCode(unit < 0 ? unit + 65536 : unit))
        skipUnits = unicodeSkip
      } else if (word in MARKS) add(MARKS[word]!)
    } else if (hex !== undefined) {
      if (skipUnits > 0) skipUnits--
      else add(decoder(Number.parseInt(hex, 16)))
    } else if (symbol !== undefined) {
      if (symbol === '*') isSkipped = true
      else if (symbol === '~') add(' ')
      else if (symbol === '_') add('-')
      else if (symbol === '\n' || symbol === '\r') add('\n')
      else if ('\\{}'.includes(symbol)) add(symbol)
    } else if (text !== undefined) {
      const cut = Math.min(skipUnits, text.length)
      skipUnits -= cut
      add(text.slice(cut))
    }
  }
  return parts
    .join('')
    .split('\n')
    .map(line =>
      line
        .replace(/(?: \| )+$/, '')
        .replace(/[ \t]+/g, ' ')
        .trim(),
    )
    .filter(line => line !== '')
    .join('\n')
}

const MARKS: {readonly [word: string]: string} = {
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emdash: '—',
  endash: '–',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
} // prettier-ignore

function decoderOf(codePage: number): (byte: number) => string {
  const decoder = new TextDecoder(
    [874, 1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258].includes(codePage) ? `windows-${codePage}` : 'windows-1252',
  )
  return byte => (byte >= 0x80 && byte < 0xa0 && codePage === WESTERN ? WESTERN_MARKS[byte - 0x80]! : decoder.decode(Uint8Array.of(byte)))
}

const WESTERN_MARKS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
