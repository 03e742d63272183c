// Colour, only where it reaches a terminal and nobody has said NO_COLOR.
import {type Paint, UNPAINTED} from '../../brief/typeset.ts'

export async function paintFor(stream: {isTTY?: boolean}): Promise<Paint> {
  if (!stream.isTTY || process.env['NO_COLOR']) return UNPAINTED
  const {createColors} = (await import('picocolors')).default
  const colors = createColors(true)
  return {
    heading: text => colors.bold(colors.cyan(text)),
    dim: text => colors.dim(text),
    strong: text => colors.bold(text),
    cite: text => colors.yellow(text),
  }
}
