/**
 * What somebody has written of an entry and not saved, on this device alone: there again after a lost tab or a dead network. By
 * person and entry; removed once it is saved or given up.
 */
import * as z from '@common/zod'
import { phoneStore, storedValue } from '@/shared/storage/storage'

/** `base`: what the server had when the writing began. `at`: ms since 1970, by this device's clock. */
export type KeptDraft<Draft> = { at: number; base: Draft; draft: Draft }
/** Whether it has the shape of a form's drafts; those of another program are forgotten. */
export type IsDraft<Draft> = (value: unknown) => value is Draft

const prefix = 'writing.'
/** Of all persons of this device together. */
const most = 10

/** @param subject id of the entry; of a new one its kind and city */
export function deviceDraft<Draft>(person: string, subject: string, isDraft: IsDraft<Draft>) {
  const name = `${prefix}${person}.${subject}`
  const draft = z.custom<Draft>(isDraft)
  const value = storedValue<KeptDraft<Draft>>(
    phoneStore,
    name,
    1,
    z.object({ at: z.number(), base: draft, draft }),
  )
  return {
    read: value.read,
    clear: value.clear,
    write(kept: KeptDraft<Draft>): void {
      makeRoom(name)
      value.write(kept)
    },
  }
}

const agedSchema = z.object({ at: z.number() })

/** The oldest go where this one would be one too many. */
function makeRoom(name: string): void {
  const others = phoneStore.names().filter((one) => one.startsWith(prefix) && one !== name)
  if (others.length < most) return
  const byAge = others
    .map((one) => ({ one, at: storedValue(phoneStore, one, 1, agedSchema).read()?.at ?? 0 }))
    .sort((a, b) => a.at - b.at)
  for (const { one } of byAge.slice(0, others.length - most + 1)) phoneStore.remove(one)
}
