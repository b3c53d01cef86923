/** The one function that talks to WeChat, over real HTTP with what stands in for it, as other functions call it. */
import { createWeChatFunction } from '../../../functions/identity'
import { createWeChat } from '../../../functions/identity/wechat/client'
import { createLogger } from '../../../functions/shared/aws/logger'
import { openTable } from '../../../functions/shared/aws/table'
import { openidOf, startWeChat, type WeChatStandIn } from '../../../infra/local/stand-ins/wechat'
import { withDomain } from '../../support/engine/domain-engine'
import { seeded } from '../../support/samples/random'
import { createIdentityWorld } from '../../support/worlds/identity'
import { invoking, startWeChat as startLogins } from '../../support/worlds/wechat'

const database = withDomain('identity')
const appid = 'wx0123456789abcdef'
const secret = 'app-secret-of-the-test'
const tokenPath = '/cgi-bin/stable_token'
const checkPath = '/wxa/msg_sec_check'
const sendPath = '/cgi-bin/message/subscribe/send'

let wechat: WeChatStandIn
const time = { now: 0 }
beforeEach(async () => {
  time.now = Date.parse('2036-11-18T10:00:00+08:00')
  wechat = await startWeChat({ appid, secret, clock: () => time.now })
})
afterEach(() => wechat.stop())

const setUp = ({ api = wechat.url, timeoutMs }: { api?: string; timeoutMs?: number } = {}) => {
  const bytes = seeded(1)
  const logged: string[] = []
  const clock = () => time.now
  const log = createLogger({ clock, write: (line) => logged.push(line) })
  const random = (n: number) => Uint8Array.from({ length: n }, () => bytes.between(0, 255))
  const tableOf = () =>
    openTable({ name: database.tableNameOf('identity'), client: database.client(), sleep: async () => {} })
  /** Each is an execution of its own: nothing in its memory. */
  const another = () =>
    createWeChat(
      invoking(
        createWeChatFunction({
          tableOf,
          api,
          appid,
          secret: async () => secret,
          clock,
          random,
          log,
          timeoutMs,
        }),
      ),
      log,
    )
  return { ...another(), another, logged, codes: () => logged.map((line) => JSON.parse(line).code) }
}

/** Somebody who has just logged in, with a session that begins now. */
const arrive = async (person = 'citizen-1') => {
  const { login } = setUp()
  const known = await login(wechat.codeFor(person), 'r')
  if (!known.ok) throw new Error(known.error)
  const logins = await startLogins()
  const { store } = createIdentityWorld(database, logins, { at: new Date(time.now).toISOString() })
  await store.beginSession(known.value, { system: null, browser: null })
  await logins.stop()
  return known.value
}
const text = (person: string, words: string) => ({
  requestId: 'r1',
  person,
  scene: 'comment' as const,
  text: words,
})
const countOf = (path: string) => wechat.calls.asked().filter((each) => each === path).length

describe('a login', () => {
  it('gives our id of the person, and never the openid', async () => {
    const { login } = setUp()
    const known = await login(wechat.codeFor('citizen-1'), 'r')
    expect(known).toEqual({ ok: true, value: expect.stringMatching(/^[0-9a-z]{20}$/) })
    expect(await login(wechat.codeFor('citizen-1'), 'r')).toEqual(known)
  })
})

describe('the access token', () => {
  it('is fetched once and shared by all executions until shortly before its end', async () => {
    const person = await arrive()
    const { another } = setUp()
    for (let n = 0; n < 3; n++) expect(await another().checkText(text(person, '饮水机修好了'))).toBe('pass')
    expect(countOf(tokenPath)).toBe(1)
    time.now += 7_200_000 - 300_000
    await arrive()
    expect(await another().checkText(text(person, '饮水机修好了'))).toBe('pass')
    expect(countOf(tokenPath)).toBe(2)
  })

  it('is fetched by one of many that need it at the same moment', async () => {
    const person = await arrive()
    const { another } = setUp()
    const verdicts = await Promise.all(
      Array.from({ length: 8 }, () => another().checkText(text(person, '门口有坡道'))),
    )
    expect(verdicts).toEqual(Array(8).fill('pass'))
    expect(countOf(tokenPath)).toBe(1)
  })

  it('that WeChat refuses as replaced is fetched anew, and the call is made once more', async () => {
    const person = await arrive()
    const { checkText } = setUp()
    await checkText(text(person, '一'))
    wechat.calls.dropTokens()
    expect(await checkText(text(person, '二'))).toBe('pass')
    expect([countOf(tokenPath), countOf(checkPath)]).toEqual([2, 3])
  })

  it('that WeChat refuses although it is valid is renewed by force once, and no more', async () => {
    const person = await arrive()
    const { checkText, logged } = setUp()
    await checkText(text(person, '一'))
    wechat.calls.failNext(checkPath, 40001, 40001, 40001)
    expect(await checkText(text(person, '二'))).toBe('second-person')
    // The normal one gave the very token again, so one more was forced.
    expect([countOf(tokenPath), countOf(checkPath)]).toEqual([3, 3])
    expect(logged.join()).toContain('"forced":true')
  })

  it('is fetched by another execution when the holder of the lease has died', async () => {
    const person = await arrive()
    const dead = { PK: 'wechat', SK: 'access-token', leaseOwner: 'dead', leaseUntil: time.now + 7_000 }
    await database.tableOf('identity').putOne(dead)
    time.now += 7_001
    expect(await setUp().checkText(text(person, '一'))).toBe('pass')
  })

  it('leaves no lease where WeChat gave no token, so that the next execution tries at once', async () => {
    const person = await arrive()
    const { checkText } = setUp()
    wechat.calls.failNext(tokenPath, 45009)
    expect(await checkText(text(person, '一'))).toBe('second-person')
    expect(await checkText(text(person, '一'))).toBe('pass')
  })

  it('and the app secret, the openid and the text are in no log, and the token vanishes after its time', async () => {
    const person = await arrive()
    const { checkText, sendMessage, logged } = setUp()
    await checkText(text(person, '违规的一句话'))
    wechat.calls.failNext(checkPath, 45009)
    await checkText(text(person, '第二句话'))
    await sendMessage({ requestId: 'r', person, template: 't1', page: 'tabs/me/index', data: {} })
    const item = (await database.scan()).find(({ PK }) => PK === 'wechat')
    expect(item).toMatchObject({ token: expect.any(String), expiresAt: time.now / 1000 + 7_200 + 3_600 })
    const lines = logged.join('\n')
    for (const private_ of [secret, openidOf('citizen-1'), person, '一句话', '第二句话', String(item?.token)])
      expect(lines).not.toContain(private_)
  })
})

describe('text that others will see', () => {
  it.each([
    ['门口有坡道，轮椅能进', 'pass'],
    ['一段违规的话', 'risky'],
    ['一段疑似的话', 'second-person'],
  ] as const)('%s: %s', async (words, verdict) => {
    expect(await setUp().checkText(text(await arrive(), words))).toBe(verdict)
  })

  it('waits for a second person where its writer has no session of the last two hours, and WeChat is not called', async () => {
    const person = await arrive()
    time.now += 2 * 3_600_000
    const { checkText, logged } = setUp()
    expect(await checkText(text(person, '你好'))).toBe('second-person')
    expect(countOf(checkPath)).toBe(0)
    expect(logged.join()).toContain('no-recent-session')
  })

  it('waits for a second person where the recent session is of a desktop, which is no visit to the mini-program', async () => {
    const person = await arrive()
    const { checkText } = setUp()
    const [phone] = (await database.scan()).filter(({ SK }) => String(SK).startsWith('session#'))
    await database
      .tableOf('identity')
      .putOne({ ...phone, PK: String(phone?.PK), SK: String(phone?.SK), kind: 'desktop' })
    expect(await checkText(text(person, '你好'))).toBe('second-person')
    expect(countOf(checkPath)).toBe(0)
  })

  it.each([
    ['the writer was not in the mini-program lately', [61010], 'second-person', 1],
    ['the quota of the day is used up', [45009], 'second-person', 1],
    ['WeChat is busy twice', [-1, -1], 'second-person', 2],
    ['WeChat is busy once', [-1], 'pass', 2],
    ['WeChat says risky the old way', [87014], 'risky', 1],
  ] as const)('where %s', async (_, errcodes, verdict, asked) => {
    const person = await arrive()
    wechat.calls.failNext(checkPath, ...errcodes)
    expect(await setUp().checkText(text(person, '你好'))).toBe(verdict)
    expect(countOf(checkPath)).toBe(asked)
  })

  it('waits for a second person where WeChat answers too late, and the next one is checked', async () => {
    const person = await arrive()
    const { checkText } = setUp({ timeoutMs: 50 })
    expect(await setUp().checkText(text(person, '你好'))).toBe('pass')
    let answer = () => {}
    wechat.calls.holdNext(
      checkPath,
      new Promise((done) => {
        answer = done
      }),
    )
    expect(await checkText(text(person, '违规的话'))).toBe('second-person')
    answer()
    expect(await setUp().checkText(text(person, '你好'))).toBe('pass')
  })

  it('waits for a second person where WeChat cannot be reached at all', async () => {
    const person = await arrive()
    const { checkText } = setUp({ api: 'http://127.0.0.1:9' })
    expect(await checkText(text(person, '你好'))).toBe('second-person')
  })

  it('waits for a second person where our own function fails', async () => {
    const lines: string[] = []
    const log = createLogger({ write: (line) => lines.push(line) })
    const broken = createWeChat(async () => ({ ok: false, error: 'unavailable' }), log)
    expect(await broken.checkText(text('0'.repeat(20), '你好'))).toBe('second-person')
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ code: 'wechat-failed', cause: 'function' })
  })
})

describe('a file that others will see', () => {
  const path = '/wxa/media_check_async'
  const file = (person: string) => ({
    ...{ requestId: 'r1', person, kind: 'picture' as const, url: 'https://bucket.test/review/x/720.jpg' },
  })

  it('is asked about under a trace, at the address that WeChat is to fetch', async () => {
    const person = await arrive()
    const trace = await setUp().checkMedia(file(person))
    expect(wechat.calls.media.asked()).toMatchObject([{ trace, url: file(person).url, type: 2 }])
  })

  it.each([
    ['its sender was not in the mini-program lately', [61010], 1],
    ['the quota of the day is used up', [45009], 1],
    ['WeChat is busy twice', [-1, -1], 2],
  ] as const)('is nobody’s to be asked about where %s', async (_, errcodes, asked) => {
    const person = await arrive()
    wechat.calls.failNext(path, ...errcodes)
    const { checkMedia, logged } = setUp()
    expect(await checkMedia(file(person))).toBeNull()
    expect(countOf(path)).toBe(asked)
    expect(logged.join()).toContain('media-not-checked')
    expect(logged.join()).not.toContain('bucket.test')
  })

  it('is not asked about without a session of the last two hours', async () => {
    const person = await arrive()
    time.now += 2 * 3_600_000
    expect(await setUp().checkMedia(file(person))).toBeNull()
    expect(countOf(path)).toBe(0)
  })
})

describe('a code that opens a page', () => {
  const asked = {
    requestId: 'r',
    page: 'places/pages/detail/index',
    scene: 'id=32080290',
    version: 'release',
  } as const

  it('comes as a picture', async () => {
    const drawn = await setUp().miniProgramCode(asked)
    expect(drawn).toMatchObject({
      ok: true,
      value: { type: 'image/png', base64: expect.stringMatching(/^iVBOR/) },
    })
  })

  it('is refused for a page that is not published, and answered as busy where the quota is used up', async () => {
    const { miniProgramCode } = setUp()
    const unpublished = await miniProgramCode({ ...asked, page: 'no/such' })
    expect(unpublished).toEqual({ ok: false, error: 'invalid-page' })
    wechat.calls.failNext('/wxa/getwxacodeunlimit', 45009)
    expect(await miniProgramCode(asked)).toEqual({ ok: false, error: 'wechat-busy' })
  })
})

describe('a subscribe message', () => {
  const message = (person: string) => ({
    requestId: 'r',
    person,
    template: 'gift-kept',
    page: 'points/pages/orders/index',
    data: { thing1: '雨伞' },
  })

  it('is sent once for each consent', async () => {
    const person = await arrive()
    const { sendMessage } = setUp()
    wechat.calls.consent(openidOf('citizen-1'), 'gift-kept')
    expect(await sendMessage(message(person))).toEqual({ ok: true, value: {} })
    expect(await sendMessage(message(person))).toEqual({ ok: false, error: 'not-subscribed' })
    expect(await sendMessage(message('0'.repeat(20)))).toEqual({ ok: false, error: 'unknown-person' })
  })

  it('is tried again where WeChat was busy, since then nothing was sent', async () => {
    const person = await arrive()
    wechat.calls.consent(openidOf('citizen-1'), 'gift-kept')
    wechat.calls.failNext(sendPath, -1)
    expect((await setUp().sendMessage(message(person))).ok).toBe(true)
    expect(countOf(sendPath)).toBe(2)
  })
})
