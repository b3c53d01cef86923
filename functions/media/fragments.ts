/** What other domains may know of files: whether they may be shown, and how. */
import type { ShownMedia } from '../shared/blocks/shown'
import type { Table } from '../shared/table'
import type { MediaState } from './contract'
import { shownOf } from './shown'
import { createMediaStore } from './store'

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
        items.map((item) => [item.id, { region: item.region, state: item.state, shown: shownOf(item) }]),
      )
    },
  }
}
