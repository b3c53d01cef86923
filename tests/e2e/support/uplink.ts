/** The way from a page to the servers, made as bad as it is on the road. */
import type { Page } from 'playwright-core'

const steady = { latency: 0, downloadThroughput: -1 }

/** Every change counts for what is under way already. */
export async function uplinkOf(page: Page) {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const set = (offline: boolean, uploadThroughput: number) =>
    session.send('Network.emulateNetworkConditions', { ...steady, offline, uploadThroughput })
  return {
    /** So many bytes a second go up. */
    slow: (bytes: number) => set(false, bytes),
    cut: () => set(true, -1),
    whole: () => set(false, -1),
  }
}
