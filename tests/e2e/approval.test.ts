/** A desktop asks the phone of who sits before it once more: two browsers, one person, and somebody else’s phone. */
import { randomUUID } from 'node:crypto'
import type { BrowserContext, Page } from 'playwright-core'
import type { SessionResponse } from '../../functions/identity/contract'
import { letIn, member } from './support/people'
import { origin } from './support/server'
import { button, heading } from './support/steps'
import { seen, type Visitor, withVisitors } from './support/visitors'

const visits = withVisitors()
const long = 180_000
const grants = '**/api/staff/roles'
const notFresh = { type: 'about:blank', title: '', status: 403, code: 'fresh-approval-needed' }

/** The first grant is refused as on a desktop that was let in more than ten minutes ago; all else is the server's. */
const refuseOnce = async (context: BrowserContext): Promise<void> => {
  let left = 1
  await context.route(grants, (route) =>
    route.request().method() === 'POST' && left-- > 0
      ? route.fulfill({ status: 403, json: notFresh })
      : route.fallback(),
  )
}

/** At the desk of an admin, with the power to review pressed for somebody new. */
async function pressed(session: SessionResponse, no: string): Promise<Visitor> {
  const visitor = await visits.visit({
    session: async () => session,
    route: '/desk/pages/identity/roles/index',
    viewport: { width: 1440, height: 900 },
    isMobile: false,
    hasTouch: false,
    mayLog: /status of 4\d\d/,
    prepare: refuseOnce,
  })
  const { page } = visitor
  await button(page, '授予身份').click()
  await page.getByRole('textbox', { name: /对方的编号/ }).fill(no)
  await page.getByRole('radio', { name: /市中心工作人员/ }).click()
  await page.getByRole('checkbox', { name: '审核' }).click()
  await button(page, /^授予$/).click()
  await page.getByRole('img', { name: '确认码' }).waitFor()
  return visitor
}

/** The code and the digits that a desktop shows. */
async function shownBy(desk: Page): Promise<{ id: string; digits: string }> {
  const id = (await seen(desk, /扫不了就在手机上输入/).innerText()).split('：')[1] ?? ''
  const digits = /四位数字：(\d{4})/.exec(await seen(desk, /四位数字：/).innerText())?.[1] ?? ''
  return { id, digits }
}

async function scanned(as: string, id: string): Promise<Page> {
  const { page } = await visits.visit({
    as,
    route: '/identity/pages/approve/index',
    mayLog: /status of 4\d\d/,
  })
  await page.getByRole('textbox').fill(id)
  await button(page, '下一步').click()
  return page
}
const text = (no: string) => `${no.slice(0, 4)} ${no.slice(4)}`
const granted = ({ requests }: Visitor) =>
  requests.filter((one) => one.method() === 'POST' && one.url().endsWith('/api/staff/roles'))

test(
  'the phone says what it confirms, and the desktop then does what was pressed, once, in a session of its own',
  async () => {
    const { no } = (await member(`approval-${randomUUID().slice(0, 8)}`)).session.me
    const before = await letIn('staff-admin')
    const desk = await pressed(before, no)
    const { id, digits } = await shownBy(desk.page)
    const phone = await scanned('staff-admin', id)
    await seen(phone, `授予“审核”给 ${text(no)}`).waitFor()
    await phone.getByRole('textbox', { name: /四位数字/ }).fill(digits)
    await button(phone, /^确认$/).click()
    await heading(phone, '已经确认').waitFor()
    await heading(desk.page, `编号 ${text(no)}`).waitFor()
    expect(await desk.page.getByRole('dialog').count()).toBe(0)
    const [first, second, ...more] = granted(desk).map((one) => one.postData())
    expect(more).toEqual([])
    expect(second).toBe(first)
    const renewal = await fetch(`${origin()}/api/sessions/refresh`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ refresh: before.refresh }),
    })
    expect(renewal.status).toBe(401)
  },
  long,
)

test(
  'another’s phone confirms nothing, both screens say so, and what is put away was not done',
  async () => {
    const { no } = (await member(`approval-${randomUUID().slice(0, 8)}`)).session.me
    const desk = await pressed(await letIn('staff-admin'), no)
    const phone = await scanned('approval-passer-by', (await shownBy(desk.page)).id)
    await heading(phone, '电脑上登录的是另一个人').waitFor()
    await seen(desk.page, /手机上登录的是另一个人，没有确认/).waitFor()
    await button(desk.page, '关闭').click()
    await seen(desk.page, /没有确认，什么也没有提交/).waitFor()
    expect(await desk.page.getByRole('textbox', { name: /对方的编号/ }).inputValue()).toBe(no)
    expect(granted(desk)).toHaveLength(1)
  },
  long,
)
