// A language by its English name; its tag where nobody knows it.

const LANGUAGES = new Intl.DisplayNames(['en'], {type: 'language', fallback: 'code'})

export function languageName(code: string): string {
  try {
    return LANGUAGES.of(code) ?? code
  } catch {
    return code // not a language tag at all
  }
}
