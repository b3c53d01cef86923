/** What staff do with entries. */
import { cityOf } from '../../../shared/city-of'
import type { IdempotencyKey } from '../../../shared/codes/idempotency'
import { idFromKey, openDigestOf } from '../../../shared/codes/ids'
import type { Failure } from '../../../shared/http/problems'
import type { HandlerOf } from '../../../shared/http/router'
import { err } from '../../../shared/result'
import type { Content } from '../../contract/entries'
import { kindOfId, nameOf } from '../../contract/kinds'
import type { exhibitionOperations } from '../../operations'
import type { ExhibitionService } from '../../service'
import { answerOf } from '../view'

type Operations = typeof exhibitionOperations

/** What has no name of its own is named after the key that made it. */
const idOf = (region: string, content: Content, key: IdempotencyKey): string => {
  const name = nameOf(content)
  return name === null ? idFromKey(`${region}-${content.kind}`, key) : namedId(region, content, name)
}
const namedId = (region: string, { kind }: Content, name: string): string => `${region}-${kind}-${name}`

export const handleCreateEntry =
  (service: ExhibitionService): HandlerOf<Operations['createEntry']> =>
  async ({ session, body, key, origin: { requestId } }) => {
    const { region, content } = body
    const by = session.person
    const id = idOf(region, content, key)
    const requestDigest = openDigestOf([by, key.text, body])
    const made = await service.create({ id, region, content, asked: requestDigest, by, requestId })
    if (!made.ok && nameOf(content) === null) return err({ code: 'idempotency-key-reused' })
    return answerOf(service, id, made)
  }

export const handleSubmitEntry =
  (service: ExhibitionService): HandlerOf<Operations['submitEntry']> =>
  async ({ session: { person: by }, params: { id }, body: { revision, at = null }, origin: { requestId } }) =>
    answerOf(service, id, await service.submit({ id, revision, proposed: at, by, requestId }))

export const handleApproveEntry =
  (service: ExhibitionService): HandlerOf<Operations['approveEntry']> =>
  async ({ session, params: { id }, body: { version, at, acceptUnchecked = false } }) =>
    answerOf(
      service,
      id,
      await service.approve({ id, version, until: at, acceptUnchecked, by: session.person }),
    )

export const handleRescheduleEntry =
  (service: ExhibitionService): HandlerOf<Operations['rescheduleEntry']> =>
  async ({ session, params: { id }, body: { at, ...seen } }) =>
    answerOf(service, id, await service.reschedule({ id, ...seen, until: at, by: session.person }))

export const handleSaveEntry =
  (service: ExhibitionService): HandlerOf<Operations['saveEntry']> =>
  async ({ session: { person: by }, params: { id }, body: { base, content }, origin: { requestId } }) => {
    if (!isOfEntry(id, content)) return err(otherEntry)
    return answerOf(service, id, await service.save({ id, base, content, by, requestId }), content)
  }

/** Its kind, and its name where it has one, are part of its id. */
const isOfEntry = (id: string, content: Content): boolean => {
  const name = nameOf(content)
  return kindOfId(id) === content.kind && (name === null || id === namedId(cityOf(id), content, name))
}
const otherEntry: Failure<never> = {
  code: 'invalid-request',
  errors: [{ field: 'content.kind', message: 'is not what the entry is' }],
}

export const handleReturnEntry =
  (service: ExhibitionService): HandlerOf<Operations['returnEntry']> =>
  async ({ session, params: { id }, body }) =>
    answerOf(service, id, await service.sendBack({ id, ...body, by: session.person }))

export const handleWithdrawEntry =
  (service: ExhibitionService): HandlerOf<Operations['withdrawEntry']> =>
  async ({ session, params: { id } }) =>
    answerOf(service, id, await service.withdraw({ id, by: session.person }))

export const handleRestoreVersion =
  (service: ExhibitionService): HandlerOf<Operations['restoreVersion']> =>
  async ({ session, params: { id }, body }) =>
    answerOf(service, id, await service.restore({ id, ...body, by: session.person }))
