/** What other domains may know of files: whether they may be shown, and how; and that they use them. */

import type { Table, Write } from '../shared/aws/table'
import type { ShownMedia } from '../shared/blocks/shown'
import type { MediaState } from './contract'
import { nextLook, stateShown } from './rules'
import { shownOf } from './shown'
import { createMediaStore } from './store'
import { createTakenOffStore } from './store/taken-off'
import { createUseStore } from './store/uses'

/** `shown`: as anybody sees it, to be used of an approved one alone: of others nothing lies there. */
export type KnownMedia = { region: string; state: MediaState; shown: ShownMedia }
export type MediaReads = ReturnType<typeof mediaReads>

/** @param clock ms since 1970 */
export const mediaReads = (table: Table, clock: () => number) => {
  const { readMany } = createMediaStore(table, clock)
  return {
    /** Those that there are, by id, as they are now. What is approved stays so, unless WeChat calls it risky later. */
    async readMedia(ids: readonly string[]): Promise<ReadonlyMap<string, KnownMedia>> {
      const items = await readMany(ids, { consistent: true })
      return new Map(
        items.map((item) => [
          item.id,
          { region: item.region, state: stateShown(item), shown: shownOf(item) },
        ]),
      )
    },
  }
}

export type MediaUses = ReturnType<typeof mediaUses>

/**
 * What nobody uses is removed some time after it was approved. A domain says what it uses before it writes that down: then the file
 * is there, or it learns that it is not.
 *
 * @param domain whose texts or gifts use files
 * @param clock ms since 1970
 */
export const mediaUses = (table: Table, domain: string, clock: () => number) => {
  const store = createUseStore(table)
  return {
    /** Ids of those that are being removed and cannot be used. `until`: ISO 8601, when the use ends; absent: it does not. */
    async use(ids: readonly string[], subject: string, until: string | null = null): Promise<string[]> {
      const used = await Promise.all(ids.map((id) => store.use(id, { domain, subject }, until)))
      return ids.filter((_, i) => !used[i])
    },

    /** Fragments to put beside the write after which the subject uses them no more: they are kept for some time yet. */
    leaving: (ids: readonly string[], subject: string): Write[] =>
      ids.map((id) => store.leaving(id, { domain, subject }, nextLook(clock()))),
  }
}

export type TakenOffMedia = ReturnType<typeof takenOffMedia>

/** What was taken off while this domain used it, and is still in what it shows. */
export const takenOffMedia = (table: Table, domain: string) => {
  const store = createTakenOffStore(table)
  return {
    read: () => store.read(domain),
    /** It is shown no more. */
    done: (id: string) => store.remove(domain, id),
  }
}
