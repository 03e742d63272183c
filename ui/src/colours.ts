// The colour of a party is its place among the parties of the talks; all others share one.

const COLOURED = 4

export function colourOf(side: string | null, parties: readonly {readonly id: string}[]): string {
  const place = side === null ? -1 : parties.findIndex(party => party.id === side)
  return place >= 0 && place < COLOURED ? `p${place}` : 'px'
}
