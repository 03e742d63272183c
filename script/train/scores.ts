// What the shipped files reach from raw text on the development sets (../shared/eval/nlp): written into their headers.

export const SCORES: Readonly<Record<'words' | 'tags' | 'trees' | 'names', Readonly<Record<string, number>>>> = {
  words: {'tokens EWT dev': 98.96, 'tokens GUM dev': 99.9, 'sentences EWT dev': 87.93, 'sentences GUM dev': 95.3},
  tags: {'UPOS EWT dev': 94.12, 'UPOS GUM dev': 96.16, 'lemma EWT dev': 96.03, 'lemma GUM dev': 98.17},
  trees: {'UAS EWT dev': 81.97, 'LAS EWT dev': 78.48, 'UAS GUM dev': 83.4, 'LAS GUM dev': 80.07},
  names: {'names UNER EWT dev': 69.01, 'names CrossNER politics dev': 77.47},
}
