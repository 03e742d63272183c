// A stretch of a text, and the note that a stage leaves beside its result instead of throwing.

/** Half-open stretch of UTF-16 code units. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** What a stage has to say beside its result: a code, what happened, to what, and where. Collected, never thrown. */
export interface DocumentNote {
  readonly code: string
  readonly message: string
  readonly at?: Span
}
