/** Changes one file: read, decide by the rules, write if nothing changed meanwhile. */

import type { Write } from '../../shared/aws/table'
import { type Retry, retry, retryOnConflict } from '../../shared/items/retry'
import { err, ok, type Result } from '../../shared/result'
import type { MediaItem } from '../rules'
import type { MediaStore } from '../store'

/** `also`: what is written in the same transaction. */
export type Decide<Code extends string> = (
  before: MediaItem,
) => Result<{ after: MediaItem; also: Write[] }, Code>
export type Changing = ReturnType<typeof createChanging>

export const createChanging = (store: MediaStore) => {
  const tryToChange = async <Code extends string>(
    id: string,
    decide: Decide<Code>,
  ): Promise<Result<MediaItem, Code | 'unknown-media'> | Retry> => {
    const before = await store.read(id)
    if (!before) return err('unknown-media')
    const step = decide(before)
    if (!step.ok) return step
    const { after, also } = step.value
    const written = await store.transact([store.putChanged(after), ...also])
    return written.ok ? ok(after) : retry
  }
  return async <Code extends string>(
    id: string,
    decide: Decide<Code>,
  ): Promise<Result<MediaItem, Code | 'unknown-media' | 'media-busy'>> =>
    (await retryOnConflict(store, () => tryToChange(id, decide))) ?? err('media-busy')
}
