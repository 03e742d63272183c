// What the system reports of a file, in words for people. What it has no words for here is told as it was reported.

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'part of the path is a file, no folder',
  EISDIR: 'it is a folder, and a file is wanted',
  EACCES: 'you have no right to it; look at its owner and mode',
  EPERM: 'you have no right to it; look at its owner and mode',
  EROFS: 'it lies on a disk that may only be read',
  ENOSPC: 'there is no room left on the disk',
  EMFILE: 'too many files are open at once; try again with fewer inputs',
  ENAMETOOLONG: 'its name is too long',
}

export function whyNot(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const {code} = error as {code?: unknown}
  return (typeof code === 'string' && WORDS[code]) || error.message
}
