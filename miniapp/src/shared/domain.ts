/** What a domain brings to the program that everybody loads (`miniapp/src/<domain>/domain.ts`): plain data. */

import type { ServerCode } from './api/failure'
import type { IconName } from './components/icon'
import type { Message } from './messages/message'

/** A row of 我的 that leads to a page of the domain. */
export type Link = {
  /** Of whoever is logged in, or of whoever works at an outlet. */
  for: 'person' | 'outlet'
  icon: IconName
  title: string
  text: string
  /** `notices/pages/mine`: as the router has it, without the slash before and `/index` behind. */
  page: string
}

export type DomainPart = {
  /** The words for what citizens are refused with. */
  messages?: Partial<Record<ServerCode, Message>>
  links?: readonly Link[]
}
