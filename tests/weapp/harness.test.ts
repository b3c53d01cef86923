/** The harness on small packages that do one wrong thing each: every rule is seen to fail once. */
import { type Fixture, writeFixture } from './fixture'
import { type Phone, turnOn } from './harness/phone'
import { person } from './harness/wx/person'

const domains = ['http://api.test']
const open: { phone: Phone; fixture: Fixture }[] = []

/** Presses the one button of a home page whose handler is `onTap`, with the fixture's other parts as given. */
async function press(onTap: string, app: Record<string, unknown> = {}, files: Record<string, string> = {}) {
  const fixture = writeFixture({ onTap, app, files })
  const backend = async () => ({ status: 200, headers: {}, body: Buffer.from('{"ok":true}') })
  const phone = await turnOn({ weapp: fixture.weapp, domains, backend })
  open.push({ phone, fixture })
  await phone.tap('试')
  return phone
}
const findings = (phone: Phone) => phone.verdict.violations.map(({ rule }) => rule)

afterEach(async () => {
  for (const { phone, fixture } of open.splice(0)) {
    await phone.turnOff()
    fixture.remove()
  }
})

it('finds nothing to say of a page that does nothing wrong', async () => {
  const phone = await press('this.setData({ said: "好" })')
  await phone.sees('好')
  expect(phone.verdict.violations).toEqual([])
})

it('counts each setData call and the UTF-8 bytes of its JSON', async () => {
  const phone = await press('this.setData({ said: "好" }); this.setData({ said: "a" })')
  await phone.sees('a')
  const largest = Buffer.byteLength('{"said":"好"}')
  expect(phone.figures().get('home/index')).toEqual({
    calls: 2,
    bytes: largest + '{"said":"a"}'.length,
    largest,
  })
})

describe('position', () => {
  const locate =
    'wx.getFuzzyLocation({ type: "gcj02", success: (r) => this.setData({ said: "在" + r.longitude }), fail: (e) => this.setData({ said: e.errMsg }) })'
  const declared = { requiredPrivateInfos: ['getFuzzyLocation'], __usePrivacyCheck__: true }

  it('refuses a location API that app.json does not declare', async () => {
    const phone = await press(locate)
    await phone.sees('need to be declared')
    expect(findings(phone)).toEqual(['undeclared location api'])
  })

  it('asks for privacy consent first, then for the scope, then tells the place', async () => {
    const phone = await press(locate, declared)
    await phone.sees('在119.021357')
    expect(phone.weChatActions.map(({ api }) => api)).toEqual(['privacy guide', 'asks for'])
    expect(phone.verdict.violations).toEqual([])
  })

  it('believes an agreement only from the button WeChat asks for', async () => {
    const agree = 'wx.onNeedPrivacyAuthorization((resolve) => resolve({ event: "agree", buttonId: "none" }))'
    const phone = await press(`${agree}; ${locate}`, declared)
    await phone.sees('privacy permission is not authorized')
    expect(findings(phone)).toEqual(['privacy without a button'])
  })

  it('tells nothing to a person who does not agree', async () => {
    const fixture = writeFixture({ onTap: locate, app: declared })
    const refusing = await turnOn({
      weapp: fixture.weapp,
      domains,
      backend: () => Promise.reject(new Error('no request expected')),
      person: person({ agreesToPrivacy: false }),
    })
    open.push({ phone: refusing, fixture })
    await refusing.tap('试')
    await refusing.sees('privacy permission is not authorized')
  })
})

describe('network', () => {
  const ask = (url: string) =>
    `wx.request({ url: "${url}", success: (r) => this.setData({ said: String(r.data.ok) }), fail: (e) => this.setData({ said: e.errMsg }) })`

  it('answers a request to a listed domain', async () => {
    const phone = await press(ask('http://api.test/x'))
    await phone.sees('true')
    expect(phone.sent.map(({ url }) => url)).toEqual(['http://api.test/x'])
  })

  it('refuses a request to any other domain', async () => {
    const phone = await press(ask('https://elsewhere.test/x'))
    await phone.sees('url not in domain list')
    expect(findings(phone)).toEqual(['forbidden domain'])
    expect(phone.sent).toEqual([])
  })
})

describe('the logic layer', () => {
  it.each(['document.title', 'window.scrollTo(0, 0)', 'localStorage.clear()', 'fetch("http://api.test")'])(
    'has no browser: %s breaks',
    async (code) => {
      const phone = await press(code)
      expect(findings(phone)).toEqual(['uncaught error'])
    },
  )

  it.each([
    ['eval("1")', 'eval'],
    ['new Function("return 1")', 'new Function'],
    ['Function("return 1")()', 'Function()'],
    ['(() => {}).constructor("return 1")()', 'Function()'],
  ])('makes no code from text: %s is found even when its failure is swallowed', async (code, detail) => {
    const phone = await press(`try { ${code} } catch {}`)
    expect(phone.verdict.violations).toEqual([{ rule: 'code from text', detail }])
  })

  it('knows a wx API that nobody documents', async () => {
    const phone = await press('wx.teleport && wx.teleport()')
    expect(phone.verdict.violations).toEqual([{ rule: 'unknown wx api', detail: 'wx.teleport' }])
  })

  it('says so when the package needs an API that the stand-in lacks', async () => {
    const phone = await press('try { wx.createCameraContext() } catch {}')
    expect(findings(phone)).toEqual(['unsupported by the stand-in'])
  })

  it('keeps a subpackage from requiring another', async () => {
    const phone = await press(
      'wx.navigateTo({ url: "/deep/page/index" }).catch((e) => this.setData({ said: e.errMsg }))',
      {},
      {
        'app.json': JSON.stringify({
          pages: ['home/index'],
          subPackages: [
            { root: 'deep', pages: ['page/index'] },
            { root: 'far', pages: ['page/index'] },
          ],
        }),
        'deep/page/index.js': 'require("../../far/shared"); Page({})',
        'far/shared.js': 'exports.x = 1',
        'far/page/index.js': 'Page({})',
        'far/page/index.json': '{}',
        'far/page/index.wxml': '<view></view>',
      },
    )
    await phone.sees("module 'far/shared.js' is not defined")
    expect(findings(phone)).toContain('unknown module')
  })
})

describe('routes', () => {
  const go = (call: string) => `wx.${call}.catch((e) => this.setData({ said: e.errMsg }))`

  it('opens a page of a subpackage with its query as written', async () => {
    const phone = await press(go('navigateTo({ url: "/deep/page/index?id=a%20b" })'))
    await phone.sees('深处 a%20b')
    await phone.back()
    expect(phone.route()).toBe('home/index')
  })

  it('does not navigateTo a tab page', async () => {
    const phone = await press(go('navigateTo({ url: "/other/index" })'))
    await phone.sees('can not navigateTo a tabbar page')
    expect(findings(phone)).toEqual(['navigateTo a tab page'])
  })

  it('switches to a tab page and keeps the first one', async () => {
    const phone = await press(go('switchTab({ url: "/other/index" })'))
    await phone.sees('另一页')
    await phone.tab('home/index')
    await phone.sees('试')
  })

  it('opens no eleventh page', async () => {
    const deeper = 'wx.navigateTo({ url: "index", fail: (e) => this.setData({ id: e.errMsg }) })'
    const phone = await press(
      go('navigateTo({ url: "/deep/page/index" })'),
      {},
      {
        'deep/page/index.js': `Page({ data: {}, onLoad() { ${deeper} } })`,
      },
    )
    await phone.sees('webview count limit exceed')
    expect(findings(phone)).toEqual(['page stack'])
  })

  it('opens nothing that app.json does not list', async () => {
    const phone = await press(go('navigateTo({ url: "/nowhere/index" })'))
    await phone.sees('is not found')
    expect(findings(phone)).toEqual(['unknown page'])
  })
})

it('finds a setData call above 1 MB', async () => {
  const phone = await press('this.setData({ said: "a".repeat(1024 * 1024) })')
  expect(findings(phone)).toEqual(['setData over 1 MB'])
})

it('finds a picture that was not packed', async () => {
  const phone = await press('this.setData({ said: "/pins/none.png" })')
  expect(findings(phone)).toEqual(['missing file'])
})

it('finds a control that a screen reader cannot name', async () => {
  const controls = '<button bindtap="onTap">试</button><view aria-role="button" class="bare"></view>'
  const phone = await press(
    '0',
    {},
    { 'home/index.wxml': `${controls}<view aria-role="link" aria-label="回"></view>` },
  )
  expect(await phone.nameless()).toEqual(['view'])
})

it('finds what the view complains of', async () => {
  const phone = await press('0', {}, { 'other/index.wxml': '<view>{{ a + }}</view>' })
  expect(findings(phone)).toContain('view warning')
})
