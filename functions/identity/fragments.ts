/** What other domains may know of people from the table itself, and ask WeChat about what these write and upload. */
import type { Invoke } from '../shared/aws/invoke'
import type { Log } from '../shared/aws/logger'
import type { Table } from '../shared/aws/table'
import type { Power } from './contract'
import { holderReader } from './store/roles'
import { createWeChat, type WeChat, wechatPatienceMs } from './wechat/client'
import { longestText } from './wechat/requests'

export { createWeChat, type WeChat, wechatPatienceMs }

export const staffFragment = (table: Table) => {
  const { holders } = holderReader(table)
  return {
    /** Whether anybody of the city's staff beside `person` holds the power. */
    async isHeldByAnother(power: Power, { region, person }: { region: string; person: string }) {
      return (await holders(region)).some(
        ({ id, roles }) =>
          id !== person && roles.some((role) => role.kind === 'staff' && role.powers.includes(power)),
      )
    },
  }
}

export type TextCheck = WeChat['checkText']
/** How long an answer is waited for, in ms. */
export const textCheckPatienceMs = wechatPatienceMs
/** msgSecCheck by the one function that talks to WeChat; whoever uses it lists `identity-wechat` in `calls`. */
export const textCheck = (invoke: Invoke, log: Log): TextCheck => createWeChat(invoke, log).checkText

/** Texts put together, a line each, in pieces that are as long as may be checked at a time. */
export function textPieces(texts: readonly string[]): string[] {
  const all = texts.filter((text) => text.trim() !== '').join('\n')
  const count = Math.ceil(all.length / longestText)
  return Array.from({ length: count }, (_, i) => all.slice(i * longestText, (i + 1) * longestText))
}
