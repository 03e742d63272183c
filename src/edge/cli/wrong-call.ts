// A call that cannot be carried out as it was made: the program says why and ends with status 2.

export class WrongCall extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.name = 'WrongCall'
    this.code = code
  }
}

/** Exit statuses of every command. */
export const EXIT = {allRead: 0, someNotRead: 1, wrongCall: 2} as const
