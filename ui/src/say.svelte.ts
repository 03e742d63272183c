// One short message at the foot of the page, which goes by itself; it may carry one thing to do.

export interface Saying {
  readonly text: string
  readonly action: {readonly label: string; readonly run: () => void} | null
}

const STAYS_MS = 6000
let saying = $state.raw<Saying | null>(null)
let timer: ReturnType<typeof setTimeout> | undefined

export const said = (): Saying | null => saying

export function say(text: string, action: Saying['action'] = null): void {
  saying = {text, action}
  clearTimeout(timer)
  timer = setTimeout(() => {
    saying = null
  }, STAYS_MS)
}
