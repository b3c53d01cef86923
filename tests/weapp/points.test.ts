/**
 * Points, by taps, in the built package against the whole product behind its gateway: the login with the code that the
 * stand-in for WeChat gives, a gift over the counter by a scanned code, and staff who look into the ledger.
 */

import { written } from '../../functions/points/rules/code'
import { codeOf } from '../../functions/points/rules/ids'
import { demoBatch } from '../../infra/demo/gifts/gifts'
import { type LocalStack, startStack } from '../../infra/local/stack'
import { httpBackend } from './backend'
import { apiOrigin, builtPackage } from './built'
import { table } from './harness/figures'
import { type Phone, turnOn } from './harness/phone'
import { person } from './harness/wx/person'
import type { Stored } from './harness/wx/storage'
import { inHuaian } from './in-huaian'

/** Three phones, one after the other: a minute, and several where others use the machine. Ends only what hangs. */
jest.setTimeout(10 * 60_000)

const weapp = builtPackage()
let stack: LocalStack
beforeAll(async () => {
  stack = await startStack({ pages: false, schedules: false, workers: 1, seed: ['places', 'points'] })
})
afterAll(() => stack?.stop())

type Owner = { as: string; stored?: Stored; url?: string }

/** A phone of one of the demonstration's people, held to every rule of the harness when it is put away. */
async function withPhone<T>({ as, ...kept }: Owner, steps: (phone: Phone) => Promise<T>): Promise<T> {
  const phone = await turnOn({
    weapp,
    domains: [apiOrigin],
    backend: httpBackend(stack.url),
    stored: inHuaian(),
    person: person({ loginCode: async () => stack.wechat.codeFor(as) }),
    ...kept,
  })
  try {
    const value = await steps(phone)
    await phone.quiet()
    expect(phone.verdict.violations).toEqual([])
    expect(await phone.nameless()).toEqual([])
    expect(phone.logs.filter((line) => line.startsWith('error'))).toEqual([])
    // Where the phone is: 119.021357, 33.597864.
    for (const trace of ['119.02', '33.59', '119021', '33597'])
      expect(JSON.stringify(phone.sent)).not.toContain(trace)
    return value
  } finally {
    await phone.turnOff()
  }
}

/** From the page that asks for it, by one press, and back there. */
async function logIn(phone: Phone, back: string): Promise<void> {
  await phone.arrives('identity/pages/login/index')
  await agree(phone)
  await phone.tap('微信登录')
  await phone.arrives(back)
}

/** The tick is drawn before anyone presses on. */
async function agree(phone: Phone): Promise<void> {
  await phone.tap('我看过并同意')
  await phone.quiet()
}

/** A grown-up's first visit, to 我的 and in. */
async function comeIn(phone: Phone): Promise<void> {
  await phone.tap('我已满 18 周岁')
  await phone.tap('我的')
  await phone.arrives('tabs/me/index')
  await phone.tap('登录')
  await logIn(phone, 'tabs/me/index')
  await phone.sees('我的编号')
}

it('leads from the login over check-in, code and gift to the counter, where it is handed over once', async () => {
  const stored: Stored = inHuaian()
  await withPhone({ as: 'citizen-1', stored }, async (aunt) => {
    await aunt.tap('我已满 18 周岁')
    await aunt.tap('积分')
    await aunt.arrives('tabs/points/index')
    await aunt.tap('登录，开始攒积分')
    await logIn(aunt, 'tabs/points/index')
    await aunt.sees('淮安的可用积分')
    await checkIn(aunt)
    await enterCode(aunt)
    const number = await redeem(aunt)
    await aunt.tap('出示领取码')
    const digits = /\b(\d{4}) (\d{4})\b/.exec(await aunt.sees(/\b\d{4} \d{4}\b/))
    await handOver(aunt, `${digits?.[1]}${digits?.[2]}`)
    await lookInto(number)
    // One more, so that something waits on the first screen of the next day.
    await aunt.tab('tabs/points/index')
    await redeem(aunt)
  })
  await firstScreen(stored)
})

/** Unless she has today, as after a first try of this test. */
async function checkIn(phone: Phone): Promise<void> {
  if ((await phone.sees(/签到 \+2|今天已完成/)).includes('签到 +2')) await phone.tap('签到 +2')
  await phone.sees('今天已完成')
}

/** How many of the batch's codes are used: a second try takes the next. */
let used = 0

async function enterCode(phone: Phone): Promise<void> {
  const code = written(codeOf(stack.secrets.read('points'), demoBatch.id, used++))
  await phone.tap('积分码')
  await phone.arrives('points/pages/code/index')
  await phone.type({ name: '12 位积分码', tag: 'input' }, code)
  await phone.tap('得积分')
  await phone.sees('+30')
  await phone.tap('看我的积分')
  await phone.arrives('tabs/points/index')
}

/** Gives the order's number. */
async function redeem(phone: Phone): Promise<string> {
  await phone.tap('兑换礼品')
  await phone.arrives('points/pages/gifts/index')
  await phone.tap('公益早餐券一份')
  await phone.arrives('points/pages/gift/index')
  await phone.tap('城南站')
  await phone.tap('用 60 积分兑换')
  await phone.sees('领取期限')
  await phone.tap({ name: '用 60 积分兑换', nth: 1 })
  await phone.arrives('points/pages/order/index')
  const text = await phone.sees('出示领取码')
  return /\d{6}-[0-9A-Z]{10}/.exec(text)?.[0] ?? 'no number'
}

/** The second phone's camera reads what stands on the first one's screen. */
async function handOver(aunt: Phone, digits: string): Promise<void> {
  await withPhone({ as: 'owner' }, async (chen) => {
    await comeIn(chen)
    await chen.tap('核销礼品')
    await chen.arrives('counter/handover/index')
    chen.person.scans = 'https://example.org/'
    await chen.tap('扫顾客的领取码')
    await chen.sees('没有读到领取码')
    chen.person.scans = `fuyi:pickup:${digits}`
    await chen.tap('扫顾客的领取码')
    await chen.sees('公益早餐券一份')
    await chen.tap('确认交给顾客')
    await chen.sees('已交付')
    await aunt.sees('已领取')
    await chen.tap('下一位')
    await chen.tap('扫顾客的领取码')
    await chen.sees('已经交过了')
  })
}

async function lookInto(number: string): Promise<void> {
  await withPhone({ as: 'staff-admin' }, async (staff) => {
    await comeIn(staff)
    await staff.tap('工作台')
    await staff.arrives('desk/home/index')
    await staff.tap('查账')
    await staff.arrives('desk/pages/points/ledger/index')
    await staff.type({ name: '人员编号或兑换单号', tag: 'input' }, number)
    await staff.tap('查流水')
    const text = await staff.sees('这一次查看已经记在操作记录里。')
    for (const reason of ['签到', '积分码', '演示活动', '兑换“公益早餐券一份”', '主题活动'])
      expect(text).toContain(reason)
  })
}

/** Of a phone that knows who one is, as on every other day. */
async function firstScreen(stored: Stored): Promise<void> {
  await withPhone({ as: 'citizen-1', stored, url: 'tabs/points/index' }, async (phone) => {
    await phone.sees('今天可以做的')
    await phone.sees('等你来领')
    await phone.quiet()
    const first = phone.figures().get('tabs/points/index') ?? { calls: 0, bytes: 0, largest: 0 }
    process.stdout.write(
      `\n${table(['setData', 'calls', 'bytes', 'largest'], [['points, first screen', first.calls, first.bytes, first.largest]])}\n`,
    )
    expect(first.bytes).toBeGreaterThan(1024)
    expect(first.bytes).toBeLessThanOrEqual(12 * 1024)
    expect(first.calls).toBeLessThanOrEqual(4)
  })
}

it('says that WeChat gave no login code, and lets one press again', () =>
  withPhone({ as: 'citizen-2' }, async (phone) => {
    const loginCode = phone.person.loginCode
    phone.person.loginCode = async () => null
    await phone.tap('我已满 18 周岁')
    await phone.tap('我的')
    await phone.arrives('tabs/me/index')
    await phone.tap('登录')
    await phone.arrives('identity/pages/login/index')
    await agree(phone)
    await phone.tap('微信登录')
    await phone.sees('微信登录正在忙')
    phone.person.loginCode = loginCode
    await phone.tap('微信登录')
    await phone.arrives('tabs/me/index')
  }))
