// Shape of the compiled pack `names`.

export interface NamePack {
  readonly entries: number
}
