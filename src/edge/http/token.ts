// The token for changes: 32 random bytes, new at each start, or kept in a file that only its owner may read.
import {randomBytes} from 'node:crypto'
import {chmodSync, existsSync, readFileSync, writeFileSync} from 'node:fs'

const TOKEN_BYTES = 32

export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url')

/** Reads the token of the file; makes both where there is none. */
export function keptToken(file: string): string {
  if (existsSync(file)) {
    chmodSync(file, 0o600)
    const token = readFileSync(file, 'utf8').trim()
    if (/^[\w-]{43,200}$/.test(token)) return token
  }
  const token = newToken()
  writeFileSync(file, `${token}\n`, {mode: 0o600})
  chmodSync(file, 0o600)
  return token
}
