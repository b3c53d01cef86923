/** The desk of the city's centre on a desktop: what staff do every day, by the keyboard unless it is said, and the second pair of eyes. */
import type { Page } from 'playwright-core'
import { entrySchema } from '../../functions/exhibition/contract/entries'
import { pictureOf } from '../support/samples/pictures'
import { press, tabTo, write } from './support/keyboard'
import { account, give, member, newKey, order, uniqueName } from './support/people'
import { huaian } from './support/server'
import { button, heading, tap } from './support/steps'
import { uplinkOf } from './support/uplink'
import { openUntil, seen, until, type VisitOptions, type Visitor, withVisitors } from './support/visitors'

const visits = withVisitors()
const long = 180_000

const onDesktop = { viewport: { width: 1440, height: 900 }, isMobile: false, hasTouch: false }
const sit = (as: string, page: string): Promise<Visitor> =>
  visits.visit({ ...onDesktop, as, route: `/${page}/index` })

/** A row of the table, from wherever the focus is. */
async function openRow(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).filter({ visible: true }).first().waitFor()
  await press(page, name)
}

/** The second pair of eyes. */
async function approve(name: RegExp): Promise<void> {
  const { page } = await sit('staff-admin', 'desk/review')
  await openRow(page, name)
  await press(page, /^通过$/)
  await page.getByRole('dialog').waitFor()
  await press(page, /^通过$/)
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await seen(page, /^已通过：/).waitFor()
}

test(
  'a gift is made, filled up, published by two people, and found by a citizen',
  async () => {
    const gift = uniqueName('保温杯')
    const { page } = await sit('staff-gifts', 'desk/pages/points/gifts')
    await button(page, '新建礼品').first().waitFor()
    await press(page, /^新建礼品$/)
    await write(page, /^名称/, gift)
    await write(page, /^说明/, '不锈钢，500 毫升。')
    await write(page, /^积分/, '90')
    await write(page, /^能取的网点/, '城南')
    await seen(page, /搜到 \d+ 个/).waitFor()
    await page.keyboard.press('Enter')
    await button(page, /^去掉 .*城南/).waitFor()
    await press(page, /^新建礼品$/)
    await heading(page, '库存').waitFor()

    await write(page, /^加几件/, '12')
    await page.keyboard.press('Enter')
    await seen(page, '已改好，现在还能兑换 12 件。').waitFor()
    await page.getByRole('radio', { name: '已上架', exact: true }).focus()
    await page.keyboard.press('Space')
    await press(page, /^提交复核$/)
    await seen(page, /已提交，等另一位同事复核/).waitFor()
    await approve(new RegExp(`上架礼品：${gift}`))

    const gifts = '/points/pages/gifts/index'
    const citizen = await visits.visit({ route: gifts })
    const listed = citizen.page.getByRole('list', { name: '礼品' }).getByRole('listitem').first()
    await openUntil(citizen, gifts, listed, citizen.page.getByRole('link', { name: gift }))
  },
  long,
)

test(
  'a batch of codes is proposed by one, approved by another, and stopped',
  async () => {
    const label = uniqueName('社区义诊')
    const { page } = await sit('staff-gifts', 'desk/pages/points/batches')
    await button(page, '新的一批').waitFor()
    await press(page, /^新的一批$/)
    await page.getByRole('textbox', { name: /用在哪里/ }).waitFor()
    await page.keyboard.type(label)
    await write(page, /^几个码/, '5')
    await write(page, /^每个几分/, '10')
    await page.getByLabel('最后有效的一天').fill('2027-06-30')
    await press(page, /^提交复核$/)
    await seen(page, `新的一批积分码：${label}`).waitFor()
    await approve(new RegExp(`新的一批积分码：${label}`))
    await page.reload()
    await page.getByRole('row', { name: new RegExp(`${label}.*使用中`) }).waitFor()
    // The box before it is called 选择 and the same.
    await openRow(page, new RegExp(`^${label}`))
    await openRow(page, /取出这批码/)
    await seen(page, /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}|下载/).waitFor()
    await press(page, /^停用这一批$/)
    await page.getByRole('dialog', { name: `停用“${label}”吗？` }).waitFor()
    await press(page, /^停用$/)
    await seen(page, '已停用').waitFor()
  },
  long,
)

test(
  'a rule is made tighter at once and more generous by two, and what that means for people is said before',
  async () => {
    const { page } = await sit('staff-gifts', 'desk/pages/points/rules')
    const amount = page.getByRole('textbox', { name: /主题活动.*每次/ })
    await amount.waitFor()
    const now = Number(await amount.inputValue())
    await write(page, /主题活动.*每次/, String(now - 1))
    await seen(page, /主题活动/).waitFor()
    await press(page, /^保存规则$/)
    await seen(page, '已保存，马上生效。').waitFor()
    await write(page, /主题活动.*每次/, String(now + 5))
    await press(page, /^提交复核$/)
    await seen(page, /规则现在没有变/).waitFor()
    await approve(/修改积分规则/)
  },
  long,
)

test(
  'points are given by two people: one proposes, another approves, and the reason stands in the ledger',
  async () => {
    const name = uniqueName('desk-citizen')
    const why = uniqueName('补记一次到站打卡')
    await give(name, 100)
    const { id } = await order(name, '公益早餐券一份')
    const before = (await account(name)).balance
    const { no } = (await member(name)).session.me

    const proposer = await sit('staff-gifts', 'desk/pages/points/adjustments')
    await button(proposer.page, '提出调整').waitFor()
    await press(proposer.page, /^提出调整$/)
    await write(proposer.page, /^人员编号/, no.toLowerCase())
    await proposer.page.keyboard.press('Enter')
    await proposer.page.getByRole('textbox', { name: /^加减几分/ }).waitFor()
    await seen(proposer.page, `${no.slice(0, 4)} ${no.slice(4)}`).waitFor()
    await write(proposer.page, /^加减几分/, '15')
    await write(proposer.page, /^事由/, why)
    await press(proposer.page, /^提交审批$/)
    await seen(proposer.page, /要另一位有“礼品与积分”权限的同事来批/).waitFor()
    expect((await account(name)).balance).toBe(before)

    const approver = await sit('staff-admin', 'desk/pages/points/adjustments')
    await openRow(approver.page, new RegExp(why))
    await press(approver.page, /^批准$/)
    await approver.page.getByRole('dialog').waitFor()
    await press(approver.page, /^批准$/)
    await approver.page.getByRole('dialog').waitFor({ state: 'detached' })
    expect((await account(name)).balance).toBe(before + 15)

    const auditor = await sit('staff-admin', 'desk/pages/points/ledger')
    await auditor.page.getByRole('textbox', { name: /兑换单号/ }).waitFor()
    await write(auditor.page, /兑换单号/, id)
    await auditor.page.keyboard.press('Enter')
    await seen(auditor.page, why).waitFor()
    await press(auditor.page, /^查另一个$/)
    await auditor.page.getByRole('textbox', { name: /人员编号/ }).fill(`${no.slice(0, 4)} ${no.slice(4)}`)
    await press(auditor.page, /^查流水$/)
    await seen(auditor.page, why).waitFor()
  },
  long,
)

test(
  'a role is granted by the number that is read out, holds at once, and is taken back',
  async () => {
    const name = uniqueName('desk-newcomer')
    const { no } = (await member(name)).session.me
    const counter = await visits.visit({ as: name, route: '/counter/handover/index' })
    await heading(counter.page, '这里给网点的人用').waitFor()
    const { page } = await sit('staff-admin', 'desk/pages/identity/roles')
    await button(page, '授予身份').waitFor()
    await press(page, /^授予身份$/)
    await write(page, /^对方的编号/, no)
    await tabTo(page, /^销售员/)
    await page.keyboard.press('Space')
    await write(page, /^网点/, '城南')
    await seen(page, /搜到 \d+ 个/).waitFor()
    await page.keyboard.press('Enter')
    await press(page, /^授予$/)
    await heading(page, `编号 ${no.slice(0, 4)} ${no.slice(4)}`).waitFor()

    await button(counter.page, '已经开通了，再看看').click()
    await counter.page.getByRole('textbox').waitFor()

    await press(page, /^收回$/)
    await page.getByRole('dialog').waitFor()
    await press(page, /^收回$/)
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page
      .getByRole('row', { name: new RegExp(`${no.slice(0, 4)} ${no.slice(4)}`) })
      .waitFor({ state: 'detached' })
  },
  long,
)

test('Escape puts away what is open, and arrow keys go from row to row', async () => {
  const { page } = await sit('staff-gifts', 'desk/pages/points/gifts')
  await openRow(page, /毛巾两条装/)
  await heading(page, '库存').waitFor()
  await page.keyboard.press('Escape')
  await heading(page, '库存').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: /公益早餐券/ }).focus()
  await page.keyboard.press('ArrowDown')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('毛巾两条装')
})

/** A draft of the exhibition with a text for each of `words`, as its author opens it. */
async function openDraft(words: readonly string[], more: VisitOptions = {}): Promise<Page> {
  const editor = await member('staff-editor')
  const blocks = words.map((text, at) => ({ id: `t${at}`, type: 'text', text }))
  const content = {
    kind: 'exhibit',
    gallery: 'stations',
    position: 900,
    title: uniqueName('一杯热水'),
    blocks,
  }
  const path = '/api/staff/exhibition/entries'
  const { id } = await editor.post(path, entrySchema, { region: huaian, content }, newKey())
  const route = `/desk/pages/exhibition/entry/index?id=${id}`
  const { page } = await visits.visit({ ...onDesktop, ...more, as: 'staff-editor', route })
  await page.getByRole('region', { name: `第 ${words.length} 块，正文` }).waitFor()
  return page
}

test('blocks are moved by the pointer and by the keyboard, each move is announced, and the order is saved', async () => {
  const page = await openDraft(['甲', '乙', '丙', '丁'])
  const order = () =>
    page
      .getByRole('textbox', { name: /^正文/ })
      .evaluateAll((fields) => fields.map((field) => Object(field).value).join(''))
  const card = (at: number) => page.getByRole('region', { name: `第 ${at} 块，正文` })
  const announced = (text: string) => page.getByRole('status').filter({ hasText: text }).waitFor()

  await card(1).scrollIntoViewIfNeeded()
  const handle = await card(1).getByTitle('按住拖动').boundingBox()
  const target = await card(3).boundingBox()
  if (!handle || !target) throw new Error('nothing to drag')
  await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2)
  await page.mouse.down()
  await page.mouse.move(handle.x, target.y + target.height * 0.7, { steps: 8 })
  await page.mouse.up()
  await announced('已移到第 3 块，共 4 块')
  expect(await order()).toBe('乙丙甲丁')
  // The keyboard goes on where the block went.
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('第 3 块，正文')
  await page.keyboard.press('Alt+ArrowUp')
  await announced('已移到第 2 块，共 4 块')
  expect(await order()).toBe('乙甲丙丁')
  await page.keyboard.press('Control+z')
  await announced('已移回第 3 块，共 4 块')
  expect(await order()).toBe('乙丙甲丁')
  await page.keyboard.press('Alt+ArrowDown')
  await announced('已移到第 4 块，共 4 块')

  await tap(page, '保存')
  await seen(page, /^已保存/).waitFor()
  await page.reload()
  await card(4).waitFor()
  expect(await order()).toBe('乙丙丁甲')
})

test('a picture whose upload is cut off at half goes up by itself once the network is back', async () => {
  const page = await openDraft(['门口的牌子。'], { mayLog: /ERR_INTERNET_DISCONNECTED/ })
  await tap(page, '加一块内容')
  await page.getByRole('dialog').getByRole('button', { name: '图片', exact: true }).click()
  const chosen = page.waitForEvent('filechooser')
  await tap(page, '选一张图片')
  const buffer = await pictureOf('image/png', { width: 900, height: 600 })
  await (await chosen).setFiles({ name: '一杯热水.png', mimeType: 'image/png', buffer })
  await page.getByRole('textbox', { name: /^图里有什么/ }).fill('柜台上的一杯热水')

  const uplink = await uplinkOf(page)
  // It takes many seconds, and is cut before it has ended.
  await uplink.slow(buffer.length / 20)
  await tap(page, '上传')
  const part = page.getByRole('progressbar', { name: '上传进度' })
  const percent = async () => Number(await part.getAttribute('value'))
  await until(page, percent, (value) => value >= 40)
  await uplink.cut()
  await seen(page, '刚才断了，网络好了会自动再传。').waitFor()
  await uplink.whole()
  await seen(page, '等另一位同事审，审过才能公开。').waitFor()
  await page.getByRole('img', { name: '柜台上的一杯热水' }).first().waitFor()
})
