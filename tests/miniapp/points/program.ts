/** The program of somebody who is logged in, or, with null, of nobody, with a points server in memory. */
import type { Me } from '@contract/identity'
import { aBrowser } from '../places/browser'
import { start } from '../shell/start'
import { aMe, aSession } from './builders'
import type { PointsServer } from './server'

export function openPoints(
  server: PointsServer,
  params: Record<string, string> = {},
  me: Me | null = aMe(),
  keptBefore: Record<string, string> = {},
) {
  aBrowser()
  return start((phone) => {
    phone.storage.set('fuyi.age', '{"v":1,"value":"adult"}')
    if (me) phone.storage.set('fuyi.session', aSession(me))
    for (const [name, text] of Object.entries(keptBefore)) phone.storage.set(name, text)
    phone.params = params
    phone.server = server.answer
  })
}

export type Program = ReturnType<typeof openPoints>
export const sentTo = ({ phone }: Program, path: string) =>
  phone.sent.filter(({ url }) => url.startsWith(path))
