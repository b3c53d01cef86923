/** What each action makes of a file, or why it may not be taken. Pure. */
import { dayMs } from '../shared/day'
import { err, ok, type Result } from '../shared/result'
import type { MediaPower, MediaState } from './contract'
import type { StoredRendition } from './contract/fields'
import type { MediaType } from './contract/kinds'
import { type Check, checkDue, checkStand, judged, type Verdict } from './rules/check'

export type MediaItem = {
  id: string
  region: string
  /** Whoever uploads it and whoever decides about it holds this. */
  power: MediaPower
  state: MediaState
  type: MediaType
  bytes: number
  /** What is to be seen, in the words of whoever uploaded it. */
  description?: string
  by: string
  /** ISO 8601, as `due` and `decided.at`. */
  at: string
  width: number | null
  height: number | null
  /** How long it plays; null of what does not, and while it waits. */
  seconds: number | null
  /** What the keys of its renditions begin with while it is reviewed: another for each try, so that nothing else takes their place. */
  reviewed: string
  renditions: StoredRendition[]
  /** What follows `reviewed` in the key of what WeChat is shown; empty where there is nothing that it takes. */
  forCheck: string
  /** Null while it waits, and of files of before WeChat was asked. */
  check: Check | null
  /** When a second person should have looked at it; empty while nobody has to. */
  due: string
  decided: { by: string; at: string; reason?: string } | null
  /** What was approved lies where the public reads it. */
  served: boolean
  /** The id of its upload in parts; empty for what goes up by a form. */
  upload: string
  /** Counts its changes. */
  change: number
  /** Second since 1970 after which it and its objects may vanish; null: they stay. */
  expiresAt: number | null
}

export type NewMedia = Pick<MediaItem, 'id' | 'region' | 'power' | 'type' | 'bytes' | 'description'>
/** `at`: ms since 1970. */
export type Act = { by: string; at: number }

/** Days after which the bucket removes what was uploaded, and what was made of it for review. */
export const quarantineDays = 1
export const reviewDays = 30
/** In which a second person should have looked. */
const dueDays = 3

const iso = (ms: number) => new Date(ms).toISOString()
export const secondAfter = (at: number, days: number) => Math.floor((at + days * dayMs) / 1000)

export const begun = (media: NewMedia, { by, at }: Act): MediaItem => ({
  ...media,
  state: 'waiting',
  by,
  at: iso(at),
  width: null,
  height: null,
  seconds: null,
  reviewed: '',
  renditions: [],
  forCheck: '',
  check: null,
  upload: '',
  due: '',
  decided: null,
  served: false,
  change: 1,
  expiresAt: secondAfter(at, quarantineDays),
})

/** Whether the same person asked for the same. */
export const isSameUpload = (item: MediaItem, asked: NewMedia, by: string): boolean =>
  item.by === by &&
  item.region === asked.region &&
  item.power === asked.power &&
  item.type === asked.type &&
  item.bytes === asked.bytes &&
  item.description === asked.description

export type Made = Pick<MediaItem, 'width' | 'height' | 'seconds' | 'reviewed' | 'renditions' | 'forCheck'>
export const finished = (item: MediaItem, made: Made, at: number): Result<MediaItem, 'media-state'> =>
  item.state === 'waiting'
    ? ok({
        ...item,
        ...made,
        state: 'ready',
        check: checkDue(at),
        due: iso(at + dueDays * dayMs),
        change: item.change + 1,
        expiresAt: secondAfter(at, reviewDays),
      })
    : err('media-state')

/** WeChat has been asked: an answer may come. */
export const asked = (item: MediaItem): Result<MediaItem, 'media-state'> =>
  item.check?.state === 'due'
    ? ok({ ...item, check: { ...item.check, state: 'asked' }, change: item.change + 1 })
    : err('media-state')

/**
 * What WeChat says. Null where that changes nothing: it says so again, or less. What is risky is nobody's to see, whoever has approved
 * it meanwhile.
 */
export const answered = (item: MediaItem, verdict: Verdict, at: number): MediaItem | null => {
  if (item.check === null) return null
  const check = judged(item.check, verdict)
  if (check === item.check) return null
  const after = { ...item, check, change: item.change + 1 }
  return verdict === 'risky'
    ? { ...after, state: 'refused', expiresAt: item.expiresAt ?? secondAfter(at, reviewDays) }
    : after
}

/** As all others see it: what was approved waits on until its copies are there. */
export const stateShown = ({ state, served }: Pick<MediaItem, 'state' | 'served'>): MediaState =>
  state === 'approved' && !served ? 'ready' : state

/** The copies are there. */
export const served = (item: MediaItem): Result<MediaItem, 'media-state'> =>
  item.state === 'approved' && !item.served
    ? ok({ ...item, served: true, change: item.change + 1 })
    : err('media-state')

/** Days for which a file is kept that nobody uses: as long as a text may lie about before somebody goes on with it. */
export const unusedDays = 30
/** ISO 8601. @param at ms since 1970 */
export const nextLook = (at: number): string => iso(at + unusedDays * dayMs)

/** A use that has an end counts until then. @param now ms since 1970 */
export const isUsed = (uses: readonly { until: string | null }[], now: number): boolean =>
  uses.some(({ until }) => until === null || now < Date.parse(until))

/** Nobody uses it. The record stays for a while, so that whoever looks for it learns what became of it. */
export const removed = (item: MediaItem, at: number): Result<MediaItem, 'media-state'> =>
  item.state === 'approved'
    ? ok({ ...item, state: 'removed', change: item.change + 1, expiresAt: secondAfter(at, reviewDays) })
    : err('media-state')

export type Decision = { approve: boolean; reason?: string; by: string }

/** By another person than whoever uploaded it; approved only once WeChat has answered, or has had its time. */
export const decided = (
  item: MediaItem,
  { approve, reason, by }: Decision,
  at: number,
): Result<MediaItem, 'media-state' | 'own-media' | 'media-unchecked'> => {
  if (item.state !== 'ready') return err('media-state')
  if (item.by === by) return err('own-media')
  if (approve && checkStand(item.check, at) === 'pending') return err('media-unchecked')
  return ok({
    ...item,
    state: approve ? 'approved' : 'refused',
    decided: { by, at: iso(at), ...(reason !== undefined && { reason }) },
    change: item.change + 1,
    expiresAt: approve ? null : item.expiresAt,
  })
}
