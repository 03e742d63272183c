// Shape of the compiled pack `world`.

export interface WorldPack {
  readonly entries: number
}
