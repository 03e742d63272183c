// Text inside HTML and XML: the five characters that would be markup, and the controls that XML forbids.

export const escapeMarkup = (text: string): string =>
  text
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '\ufffd',
    )
    .replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)
