/** What the screens of points send over from logic to view, each opened by a demo citizen who is logged in. */
import { sessionResponseSchema } from '../../functions/identity/contract'
import * as z from '../../functions/shared/zod'
import { demoGifts } from '../../infra/demo/gifts/gifts'
import { startStack } from '../../infra/local/stack'
import { httpBackend } from '../weapp/backend'
import { apiOrigin, builtPackage } from '../weapp/built'
import type { Figures } from '../weapp/harness/figures'
import { turnOn } from '../weapp/harness/phone'
import type { Stored } from '../weapp/harness/wx/storage'
import { inHuaian } from '../weapp/in-huaian'
import { kb, type Row } from './harness'

const most = 12 * 1024
const [gift] = demoGifts
/** Page, what stands there once it is complete. */
const screens: readonly (readonly [string, string, string | RegExp])[] = [
  ['积分 (tab)', 'tabs/points/index', '可用积分'],
  ['gifts', 'points/pages/gifts/index', gift?.name ?? ''],
  ['one gift', `points/pages/gift/index?id=${gift?.id}`, gift?.name ?? ''],
  ['entries', 'points/pages/entries/index', '演示'],
]

export async function pointsRows(): Promise<Row[]> {
  const stack = await startStack({ pages: false, schedules: false })
  try {
    const rows: Row[] = []
    for (const [name, url, sight] of screens) {
      const stored = await loggedIn(stack.url, stack.wechat.codeFor('citizen-1'))
      rows.push(rowOf(name, await opened(stack.url, { url, sight, stored })))
    }
    return rows
  } finally {
    await stack.stop()
  }
}

type Opening = { url: string; sight: string | RegExp; stored: Stored }

async function opened(base: string, { url, sight, stored }: Opening): Promise<Figures> {
  const backend = httpBackend(base)
  const phone = await turnOn({ weapp: builtPackage(), domains: [apiOrigin], backend, stored, url })
  try {
    await phone.sees(sight)
    await phone.quiet()
    const figures = phone.figures().get(phone.route())
    if (!figures) throw new Error(`${url} sent nothing to its view`)
    return figures
  } finally {
    await phone.turnOff()
  }
}

/** What an earlier launch left on the phone: a session, as miniapp/src/shared/session/session.ts keeps it. */
async function loggedIn(base: string, code: string): Promise<Stored> {
  const answer = await fetch(`${base}/api/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  })
  const { access, expiresIn, refresh, me } = z.parse(sessionResponseSchema, await answer.json())
  const value = { access, accessUntil: Date.now() + expiresIn * 1000, refresh, me }
  return inHuaian([['fuyi.session', JSON.stringify(JSON.stringify({ v: 1, value }))]])
}

const rowOf = (name: string, { bytes, calls, largest }: Figures): Row => ({
  what: `WeChat: setData until the screen stands, ${name}`,
  target: `≤ ${kb(most)}`,
  measured: `${kb(bytes)} in ${calls} calls`,
  met: bytes <= most,
  values: { bytes, calls, largest },
})
