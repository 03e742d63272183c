// Chromium is unpacked once, before the workers start: two of them would write the same file under each other's hands.
import chromium from '@sparticuz/chromium'

export default async function unpackChromium(): Promise<void> {
  await chromium.executablePath()
}
