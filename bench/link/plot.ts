// The plot of bench/link: cost of one newcomer against the number of documents beside it, on a logarithmic axis, as a small SVG.

export interface Point {
  readonly beside: number
  /** Milliseconds of processor time of one newcomer. */
  readonly median: number
  readonly p95: number
  /** The same for a fixed piece of work at that moment. */
  readonly reference: number
}

const WIDTH = 640
const HEIGHT = 360
const MARGIN = 56

/** Both lines divided by the reference, so that a busy machine does not show as a slope. */
export function plotOf(points: readonly Point[]): string {
  const relative = points.map(({beside, median, p95, reference}) => ({beside, median: median / reference, p95: p95 / reference}))
  const [first, last] = [Math.log(points[0]!.beside), Math.log(points.at(-1)!.beside)]
  const highest = Math.max(...relative.map(({p95}) => p95)) * 1.1
  const x = (beside: number): number => MARGIN + ((Math.log(beside) - first) / (last - first || 1)) * (WIDTH - 2 * MARGIN)
  const y = (value: number): number => HEIGHT - MARGIN - (value / highest) * (HEIGHT - 2 * MARGIN)
  const line = (name: 'median' | 'p95', colour: string): string => {
    const path = relative.map(point => `${x(point.beside).toFixed(1)},${y(point[name]).toFixed(1)}`).join(' ')
    const end = relative.at(-1)!
    return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/><text x="${WIDTH - MARGIN + 4}" y="${y(end[name]) + 4}" fill="${colour}">${name}</text>`
  }
  const ticks = points.map(
    ({beside}) => `<text x="${x(beside)}" y="${HEIGHT - MARGIN + 18}" text-anchor="middle">${beside.toLocaleString('en')}</text>`,
  )
  const scale = [0, highest / 2, highest].map(
    value => `<text x="${MARGIN - 6}" y="${y(value) + 4}" text-anchor="end">${value.toFixed(1)}</text>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="11">
<rect width="100%" height="100%" fill="white"/>
<text x="${MARGIN}" y="24" font-size="13">Cost of one new document, as a multiple of a fixed piece of work, by documents beside it</text>
<line x1="${MARGIN}" y1="${HEIGHT - MARGIN}" x2="${WIDTH - MARGIN}" y2="${HEIGHT - MARGIN}" stroke="black"/>
${[...ticks, ...scale, line('p95', '#b03030'), line('median', '#3050b0')].join('\n')}
</svg>
`
}
