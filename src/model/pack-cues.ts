// Shape of the compiled pack `cues`.

export interface CuePack {
  readonly entries: number
}
