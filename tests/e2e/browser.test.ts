import { launchBrowser, phone } from '../support/browser'

test('the browser draws Chinese characters with a font of their own, not as empty boxes', async () => {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage(phone)
    await page.setContent(
      '<p style="font: 40px system-ui"><span>福</span><span>驿</span><span>\u{10ffff}</span></p>',
    )
    const drawn = await Promise.all(
      (await page.locator('span').all()).map(async (glyph) => (await glyph.screenshot()).toString('base64')),
    )
    expect(new Set(drawn).size).toBe(3)
  } finally {
    await browser.close()
  }
}, 60_000)
