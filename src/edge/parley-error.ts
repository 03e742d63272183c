// An error that tells its reader what happened, to what, and what to do; `code` is for programs. Everything else that is thrown is a bug.

export class ParleyError extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.name = 'ParleyError'
    this.code = code
  }
}
