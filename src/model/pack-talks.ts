// Shape of the compiled pack `talks`.

export interface TalksPack {
  readonly entries: number
}
