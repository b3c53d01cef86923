/** What a domain brings to the desk: its pages, the figures of home, what waits for somebody, and what the search finds. */
import type { AuditActions } from '@common/declaration/audit-actions'
import type { Power } from '@contract/identity'
import type { TaskKind } from '@functions/domains'
import type { ComponentType } from 'react'
import type { IconName } from '@/shared/components/icon'
import type { StaffCode } from '@/shared/messages'
import type { Message } from '@/shared/messages/message'
import type { Desk } from './desk'
import type { Source } from './source'

/** In the order of the navigation; a group without pages is not shown. */
export const deskGroups = ['待办', '网点', '外勤', '内容', '积分与礼品', '数据', '管理'] as const
export type DeskGroup = (typeof deskGroups)[number]

export type DeskEntry = {
  /** As the router has it, without the slash before and `/index` behind. */
  path: string
  title: string
  icon: IconName
  group: DeskGroup
  /** One of these opens the page; empty: any power does. */
  powers: readonly Power[]
  /** The live number of the page on home. */
  figure?: Source<Figure>
}

/** `before`, the number in large type, `text`. `marked`: a part of the text that somebody waits for. */
export type Figure = { before?: string; number: string; text: string; alert: boolean; marked?: string }

/** Something that one proposed or reported and another decides, waiting or decided lately. */
export type ReviewItem = {
  kind: TaskKind
  id: string
  title: string
  /** Who proposed it, by id; null: not shown, as with reports of citizens. */
  by: string | null
  /** Others who may not decide it, by id, e.g. who wrote some of it. */
  notFor?: readonly string[]
  /** ms since it waits. */
  since: number
  /** ms when it lapses; null: never; `unknown`: its task says when, and was not read yet. */
  due: number | null | 'unknown'
  /** ms; when it is due where its due time is unknown because it has no task. */
  dueWithoutTask?: number
  isWaiting: boolean
  /** ms; null while nobody has decided. */
  decidedAt: number | null
  sign: { word: string; tone: 'doubt' | 'open' | 'closed' }
}

/**
 * What a kind of review is drawn with. `onDone`: it was decided, and this is what came of it. `onDirty`: called whenever there
 * is, or is no longer, something written that would be lost.
 */
export type ReviewProps = {
  desk: Desk
  id: string
  now: number
  onDone: (said: string) => void
  onDirty: (isDirty: boolean) => void
}

export type Decision = ComponentType<ReviewProps>

/** `more`: others wait than these. `hasOlder`: others were decided before these. */
export type Reviewed = { items: ReviewItem[]; more: boolean; hasOlder?: boolean }
export type ReviewSource = {
  powers: readonly Power[]
  source: Source<Reviewed>
  /** The way to what was decided before, where that comes in pages. */
  older?: { kind: TaskKind; Link: ComponentType<{ desk: Desk }> }
}

/** A way from what was typed into the search to a page. */
export type Hit = { title: string; text: string; url: string }
export type Finder = {
  powers: readonly Power[]
  /** What it finds, as the search hints at it. */
  finds: readonly string[]
  /** What has to be known before anything is found; asked for when somebody begins to type. */
  source?: Source<unknown>
  /** `isWide`: a list and what is picked of it stand side by side. */
  find(typed: string, desk: Desk, isWide: boolean): Hit[]
}

/** The page at the desk of what of a domain uses files. */
export type LinkOfUse = {
  domain: string
  powers: readonly Power[]
  linkOf(subject: string, desk: Desk): { title: string; url: string }
}

export type Registration = {
  pages: readonly DeskEntry[]
  reviews?: readonly ReviewSource[]
  /** How each kind of thing that waits is decided: what speaks for it, the decision, and its reason. 审批 alone loads them. */
  kinds?: { readonly [Kind in TaskKind]?: () => Promise<Decision> }
  finders?: readonly Finder[]
  linkOfUse?: LinkOfUse
  /** What its staff do on record, with what each is called. */
  auditActions?: AuditActions
  /** The words for what only staff are refused with: the desk's, not those of every page. */
  messages?: Partial<Record<StaffCode, Message>>
}

/** Whether one of the needed powers is held. */
export const opensFor = (needed: readonly Power[], held: readonly Power[]): boolean =>
  needed.length === 0 || needed.some((power) => held.includes(power))
