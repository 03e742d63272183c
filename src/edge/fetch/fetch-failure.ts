// Why nothing came back from an address. Each code is a row of the rules in docs/decisions; the message says what to do where something can be.

export type FetchCode =
  | 'fetch/bad-address'
  | 'fetch/private-address'
  | 'fetch/unresolved'
  | 'fetch/redirect'
  | 'fetch/downgrade'
  | 'fetch/robots'
  | 'fetch/too-large'
  | 'fetch/bomb'
  | 'fetch/deadline'
  | 'fetch/type'
  | 'fetch/status'
  | 'fetch/gone'
  | 'fetch/busy'
  | 'fetch/failed'

export class FetchFailure extends Error {
  readonly code: FetchCode
  /** Milliseconds that the server asks us to wait, where it says so. */
  readonly waitFor: number | null
  constructor(code: FetchCode, message: string, waitFor: number | null = null) {
    super(message)
    this.name = 'FetchFailure'
    this.code = code
    this.waitFor = waitFor
  }
}
