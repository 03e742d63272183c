// What the shipped files reach from raw text on the development sets (../shared/eval/nlp): written into their headers.

export const SCORES: Readonly<Record<'words' | 'tags' | 'trees' | 'names', Readonly<Record<string, number>>>> = {
  words: {'tokens EWT dev': 98.96, 'tokens GUM dev': 99.9, 'sentences EWT dev': 87.93, 'sentences GUM dev': 95.3},
  tags: {'UPOS EWT dev': 93.93, 'UPOS GUM dev': 95.91, 'lemma EWT dev': 95.92, 'lemma GUM dev': 97.99},
  trees: {'UAS EWT dev': 81.82, 'LAS EWT dev': 78.04, 'UAS GUM dev': 82.62, 'LAS GUM dev': 78.86},
  names: {'names UNER EWT dev': 65.59, 'names CrossNER politics dev': 71.86},
}
