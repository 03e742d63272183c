// The API as a page for people, made from its OpenAPI document: every operation with its question. No script, no styles from elsewhere.
import {html} from 'hono/html'

interface Operation {
  readonly summary?: string
  readonly parameters?: readonly {readonly name: string; readonly in: string; readonly required?: boolean; readonly description?: string}[]
}

export function apiGuide(document: {readonly paths?: unknown}, styles: readonly string[]): ReturnType<typeof html> {
  const operations = Object.entries((document.paths ?? {}) as Record<string, Record<string, Operation>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({path, method: method.toUpperCase(), ...operation})),
  )
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>The API · Parley</title>
${styles.map(path => html`<link rel="stylesheet" href="${path}">`)}<link rel="icon" href="data:,"></head>
<body><main class="guide"><p class="kicker">Parley</p><h1>The API</h1>
<p class="lede">The page uses this and nothing else. Lists take <code>offset</code> and <code>limit</code> and name the next page in a Link header;
answers carry the revision of the record as ETag; errors are <code>application/problem+json</code>. Changes are <code>POST</code> with
<code>application/json</code> and <code>Authorization: Bearer</code> and the token that the program printed.
The document for programs: <a href="/api/openapi.json">/api/openapi.json</a>.</p>
<table><thead><tr><th scope="col">Operation</th><th scope="col">What it gives</th><th scope="col">Asked with</th></tr></thead><tbody>
${operations.map(
  ({method, path, summary, parameters}) =>
    html`<tr><td><code>${method} ${path}</code></td><td>${summary ?? ''}</td><td>${(parameters ?? []).map(one => one.name).join(', ')}</td></tr>`,
)}</tbody></table></main></body></html>`
}
