// The style sheet of the page: a dossier set in a book face, hairlines instead of boxes, figures in the margin.

export const STYLE = `
:root {
  --paper: #fbfaf6; --ink: #1c1b19; --soft: #635f57; --faint: #8b867b; --line: #d9d4c7; --accent: #8a1c1c; --mark: #f6ecc4; --said: #eef0e6;
  --serif: "Iowan Old Style", "Charter", "Source Serif 4", "Georgia", "Times New Roman", serif;
  --sans: "Gill Sans", "Gill Sans Nova", "Optima", "Segoe UI", "Helvetica Neue", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #191816; --ink: #e9e5db; --soft: #aaa497; --faint: #857f73; --line: #3a372f; --accent: #e08f7c; --mark: #4a4119; --said: #2c2f22; }
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 17px/1.5 var(--serif); font-variant-numeric: oldstyle-nums; text-rendering: optimizeLegibility; }
body { margin: 0 auto; max-width: 74rem; padding: 0 1.5rem 4rem; }
a { color: inherit; text-decoration-color: var(--line); text-underline-offset: .18em; }
a:hover { text-decoration-color: currentColor; color: var(--accent); }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .3rem .6rem; }
nav { display: flex; flex-wrap: wrap; gap: .2rem 1.6rem; align-items: baseline; padding: 1rem 0 .7rem; border-bottom: 1px solid var(--line); font: .82rem/1.4 var(--sans); }
nav strong { font: italic 1.15rem/1 var(--serif); color: var(--accent); }
nav ul { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; list-style: none; margin: 0; padding: 0; }
nav a { text-decoration: none; color: var(--soft); }
nav a[aria-current] { color: var(--ink); border-bottom: 2px solid var(--accent); padding-bottom: .15rem; }
.head { padding: 2.4rem 0 1.2rem; max-width: 50rem; }
.kicker { font: .78rem/1.2 var(--sans); letter-spacing: .09em; text-transform: uppercase; color: var(--accent); margin: 0 0 .5rem; }
h1 { font-size: clamp(1.9rem, 4vw, 2.9rem); line-height: 1.1; font-weight: 600; margin: 0 0 .8rem; text-wrap: balance; letter-spacing: -.01em; }
.read { font-size: 1.08rem; margin: 0 0 .3rem; }
.remark { color: var(--soft); font-size: .9rem; margin: .2rem 0; max-width: 44rem; overflow-wrap: anywhere; }
h2 { font: 600 .8rem/1.3 var(--sans); letter-spacing: .07em; text-transform: uppercase; margin: 0 0 .7rem; padding-top: .55rem; border-top: 2px solid var(--ink); }
h2 .more { font-weight: 400; letter-spacing: 0; text-transform: none; float: right; }
.columns { columns: 2 26rem; column-gap: 2.8rem; }
.columns section { padding-bottom: 1.6rem; }
.columns h2 { break-after: avoid; }
.columns .lines > li { break-inside: avoid; }
.single section { padding-bottom: 1.8rem; max-width: 52rem; }
.single section.wide { max-width: none; }
.lines, .under, .notes { list-style: none; margin: 0; padding: 0; }
.lines > li { display: flex; gap: .9rem; padding: .5rem 0; border-top: 1px solid var(--line); }
.lines > li:first-child { border-top: 0; padding-top: 0; }
.lines > li > div { flex: 1; min-width: 0; }
.when { flex: 0 0 5.2rem; font: .8rem/1.85 var(--sans); color: var(--soft); font-variant-numeric: lining-nums; }
.text { margin: 0; unicode-bidi: isolate; overflow-wrap: anywhere; hanging-punctuation: first; }
.in { font: .8rem/1.4 var(--sans); color: var(--soft); font-variant-numeric: lining-nums; }
.vouch { margin: .1rem 0 0; font: .78rem/1.45 var(--sans); color: var(--soft); font-variant-numeric: lining-nums; }
.why { color: var(--faint); margin-left: .3em; }
.under { margin-top: .35rem; padding-left: .9rem; border-left: 2px solid var(--line); font-size: .93rem; }
.under li { padding: .12rem 0; }
blockquote { margin: .2rem 0; color: var(--soft); font-size: .9rem; line-height: 1.42; font-style: italic; text-wrap: pretty; unicode-bidi: isolate; }
sup { font: .68rem/0 var(--sans); font-variant-numeric: lining-nums; margin-left: .18em; }
sup a, .number { color: var(--accent); text-decoration: none; }
.none { color: var(--faint); font-style: italic; margin: 0; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th, td { text-align: left; vertical-align: top; padding: .45rem .9rem .45rem 0; border-bottom: 1px solid var(--line); min-width: 9rem; }
thead th { font: 600 .82rem/1.3 var(--sans); border-bottom: 1px solid var(--ink); }
tbody th { font-weight: 600; }
td p { margin: 0 0 .35rem; }
.age { display: block; font: .74rem/1.4 var(--sans); color: var(--faint); font-variant-numeric: lining-nums; }
.plain { text-decoration: none; }
.sources { margin-top: 1rem; }
.sources ol { columns: 2 26rem; column-gap: 2.8rem; margin: 0; padding-left: 1.6rem; font-size: .88rem; color: var(--soft); }
.sources li { break-inside: avoid; padding: .12rem 0 .12rem .2rem; }
.sources li::marker { color: var(--accent); font: .74rem var(--sans); font-variant-numeric: lining-nums; }
.flags { font: .74rem var(--sans); color: var(--faint); }
footer { margin-top: 2rem; padding-top: .6rem; border-top: 1px solid var(--line); font-size: .85rem; color: var(--soft); max-width: 50rem; }
footer p { margin: .3rem 0; }
.report { font-size: 1.08rem; line-height: 1.62; }
.paragraph { display: grid; grid-template-columns: minmax(0, 38rem) minmax(0, 1fr); gap: 0 2.6rem; }
.paragraph p { margin: 0 0 .95rem; unicode-bidi: isolate; overflow-wrap: anywhere; white-space: pre-wrap; }
.notes { font: .78rem/1.4 var(--sans); color: var(--soft); border-left: 1px solid var(--line); padding-left: .9rem; margin-bottom: .95rem; }
.notes li { padding: .1rem 0; }
.notes a { text-decoration: none; }
mark { background: none; color: inherit; }
mark.cited { background: linear-gradient(transparent 62%, var(--mark) 62%); }
mark.said { border-bottom: 1px dotted var(--faint); }
mark.cited mark.said { border-bottom: 0; }
mark:target { background: var(--mark); box-shadow: 0 0 0 .2rem var(--mark); scroll-margin-top: 30vh; }
@media (max-width: 52rem) {
  .paragraph { grid-template-columns: 1fr; }
  .notes { margin: -.4rem 0 1rem; }
  .lines > li { flex-direction: column; gap: 0; }
  .when { flex-basis: auto; line-height: 1.5; }
}
@media print {
  html { font-size: 8pt; line-height: 1.35; background: none; }
  body { padding: 0; max-width: none; }
  nav, .why, .skip { display: none; }
  .head { padding: 0 0 .8rem; max-width: none; }
  h1 { font-size: 1.9rem; }
  .columns, .sources ol { columns: 2; column-gap: 1.6rem; }
  .columns section { padding-bottom: .7rem; }
  .columns .lines > li { gap: .5rem; padding: .25rem 0; }
  .when { flex-basis: 3.6rem; }
  h2 { padding-top: .3rem; margin-bottom: .35rem; }
  footer { margin-top: .6rem; max-width: none; }
}
`
