/** Hands that have no pointer. */
import type { Page } from 'playwright-core'

/** Presses Tab until what has the focus is called so; fails where no Tab leads there, or where one cannot see it. */
export async function tabTo(page: Page, name: RegExp): Promise<string> {
  const passed: string[] = []
  for (let n = 0; n < 60; n++) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => {
      const element = document.activeElement
      // Past the last one the focus is nowhere, and begins anew.
      if (!(element instanceof HTMLElement) || element === document.body) return null
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      const isMarked = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
      const label =
        'labels' in element && element.labels instanceof NodeList ? element.labels[0]?.textContent : null
      return {
        name: (element.getAttribute('aria-label') ?? label ?? element.innerText).replace(/\s+/g, ' '),
        isMarked,
      }
    })
    if (!at) continue
    if (at.name && !at.isMarked) throw new Error(`the focus on “${at.name}” is not to be seen`)
    if (name.test(at.name)) return at.name
    passed.push(at.name)
  }
  throw new Error(`no Tab leads to ${name}; on the way: ${passed.join(' | ')}`)
}

/** Goes there and presses. */
export async function press(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}

/** Goes to a field and writes over what is in it. */
export async function write(page: Page, name: RegExp, text: string): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(text)
}
