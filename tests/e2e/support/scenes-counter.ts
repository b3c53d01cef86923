/** The pages behind an outlet's counter. */
import { digitsOf, order } from './people'
import { asCitizen, asOwner, refused, type Scene } from './scene'
import { heading, picturesShown, tap } from './steps'

export const counterScenes: readonly Scene[] = [
  {
    name: 'counter-stranger',
    route: '/counter/handover/index',
    arrive: ({ page }) => page.getByRole('button', { name: /登录/ }).waitFor(),
  },
  {
    name: 'counter-nobody',
    route: '/counter/handover/index',
    options: asCitizen,
    arrive: ({ page }) => heading(page, '这里给网点的人用').waitFor(),
  },
  {
    name: 'handover',
    route: '/counter/handover/index',
    options: asOwner,
    arrive: ({ page }) => page.getByRole('button', { name: '先输入 8 位数字' }).waitFor(),
  },
  {
    name: 'handover-refused',
    route: '/counter/handover/index',
    options: { ...asOwner, mayLog: refused },
    arrive: async ({ page }) => {
      await page.getByRole('textbox').fill('99990000')
      await heading(page, '码不对，或者已经换了').waitFor()
    },
  },
  {
    name: 'handover-found',
    route: '/counter/handover/index',
    options: asOwner,
    arrive: async ({ page }, _city, own) => {
      await page.getByRole('textbox').fill(await digitsOf(own.citizen, own.reserved.id))
      await page.getByRole('button', { name: '确认交给顾客' }).waitFor()
      await picturesShown(page)
    },
  },
  {
    name: 'handover-done',
    route: '/counter/handover/index',
    options: asOwner,
    arrive: async ({ page }, _city, own) => {
      // Ordered here: one that was handed over in a first try is gone.
      const { id } = await order(own.citizen, '公益早餐券一份')
      await page.getByRole('textbox').fill(await digitsOf(own.citizen, id))
      await tap(page, '确认交给顾客')
      await heading(page, '已交付').waitFor()
    },
  },
  {
    name: 'handovers',
    route: '/counter/handovers/index',
    options: asOwner,
    arrive: ({ page }) => page.getByRole('listitem').first().waitFor(),
  },
  {
    name: 'counter',
    route: '/counter/code/index',
    options: asOwner,
    arrive: ({ page }) => page.getByRole('img', { name: /打卡码/ }).waitFor(),
  },
]
