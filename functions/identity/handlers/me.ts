import type { HandlerOf } from '../../shared/http/router'
import { err, ok } from '../../shared/result'
import { consentTexts } from '../contract'
import type { identityOperations } from '../operations'
import type { IdentityService } from '../service'
import { present, toMe } from '../service/present'

type Dependencies = { store: IdentityService; clock: () => number }

export const handleMe =
  ({ store, clock }: Dependencies): HandlerOf<typeof identityOperations.me> =>
  async ({ session }) => {
    const person = await present(store, session, clock)
    return person.ok ? ok({ json: toMe(person.value) }) : person
  }

/** Agreeing again to the same version leaves the day of the first time on record. */
export const handleConsent =
  ({ store, clock }: Dependencies): HandlerOf<typeof identityOperations.consent> =>
  async ({ session, body: { text, version } }) => {
    const person = await present(store, session, clock)
    if (!person.ok) return person
    if (version !== consentTexts[text])
      return err({ code: 'consent-outdated', detail: `In force is version ${consentTexts[text]}.` })
    const at = new Date(clock()).toISOString()
    const changed = await store.changePerson(person.value.id, ({ consents }) =>
      consents.some((one) => one.text === text && one.version === version)
        ? null
        : { consents: [...consents, { text, version, at }] },
    )
    return changed.ok && changed.value ? ok({ json: toMe(changed.value) }) : err({ code: 'unauthenticated' })
  }

export const handleAge =
  ({ store, clock }: Dependencies): HandlerOf<typeof identityOperations.age> =>
  async ({ session, body: { age } }) => {
    const person = await present(store, session, clock)
    if (!person.ok) return person
    const changed = await store.changePerson(person.value.id, (before) =>
      before.age === age ? null : { age },
    )
    return changed.ok && changed.value ? ok({ json: toMe(changed.value) }) : err({ code: 'unauthenticated' })
  }
