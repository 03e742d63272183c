// The words that open a condition: shared by the tree and by what the words say without it.

export const CONDITIONAL_MARKS = new Set(['if', 'unless', 'once', 'provided', 'provide', 'providing', 'until', 'till', 'assuming', 'lest'])
