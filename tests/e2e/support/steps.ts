/** What people do on the screens of points, step by step, as several walks need it. */
import type { Locator, Page } from 'playwright-core'
import { seen } from './visitors'

export const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).filter({ visible: true })
export const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { name }).filter({ visible: true })
export const tap = (page: Page, name: string | RegExp) => button(page, name).click()

/** Every picture in front has come. */
export async function picturesShown(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.images].filter((image) => image.checkVisibility()).every((image) => image.complete),
  )
}

/**
 * The page of that title, once it stands in front. The page that is left can be seen and pressed until then, and while the
 * next one slides over it: what both have is looked for in this.
 */
export async function pageNamed(page: Page, title: string): Promise<Locator> {
  const screen = page
    .locator('.screen')
    .filter({ visible: true })
    .filter({ has: page.getByRole('heading', { level: 1, name: title, exact: true }) })
  await screen.waitFor()
  return screen
}

/** From the page that asks for it through the chooser of demo people, and back to where one came from. */
export async function logIn(page: Page, name: string): Promise<void> {
  const agreement = page.getByRole('checkbox', { name: /我看过并同意/ })
  await agreement.click()
  await page.getByRole('checkbox', { name: /我看过并同意/, checked: true }).waitFor()
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  await agreement.waitFor({ state: 'detached' })
}

/** On the page of an order, at the counter: its code on the screen. */
export async function showCode(page: Page): Promise<void> {
  await button(page, '出示领取码').click()
  await page.getByRole('img', { name: '领取码' }).waitFor()
}

/** The eight digits on the screen, without the blank between. */
export async function digitsOn(page: Page): Promise<string> {
  const text = await seen(page, /^\d{4} \d{4}$/).innerText()
  return text.replace(' ', '')
}

/** At the counter: types the digits, which is as good as asking. */
export const typeDigits = (page: Page, digits: string) =>
  page.getByRole('textbox').filter({ visible: true }).fill(digits)

/** The number of the order whose page is open. */
export function orderOn(page: Page): string {
  const id = /[?&]id=([\w-]+)/.exec(page.url())?.[1]
  if (!id) throw new Error(`no order is open on ${page.url()}`)
  return id
}

/** The browser has had the time to keep the program, as it does after the first page. */
export const programKept = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready
    if (active?.state !== 'activated') {
      await new Promise((done) => active?.addEventListener('statechange', done, { once: true }))
    }
  })
