import { launchBrowser, phone } from '../support/browser'

test('the browser draws Chinese characters with a font of their own, not as empty boxes', async () => {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage(phone)
    const draw = async (glyph: string) => {
      await page.setContent(`<p style="font: 40px system-ui; width: 60px">${glyph}</p>`)
      return (await page.locator('p').screenshot()).toString('base64')
    }
    expect(await draw('福')).not.toBe(await draw('驿'))
  } finally {
    await browser.close()
  }
}, 300_000)
