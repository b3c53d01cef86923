/** A session: how it begins, goes on and is listed. */
import { instantSchema } from '../../shared/contract'
import * as z from '../../shared/zod'
import { meSchema } from './person'

export const sessionIdSchema = z.string().check(z.minLength(1), z.maxLength(64))

/** What `wx.login` gave; good once, for five minutes. */
export const sessionRequestSchema = z.strictObject({
  code: z.string().check(z.minLength(1), z.maxLength(128)),
})

export const sessionResponseSchema = z.object({
  /** For the header `Authorization: Bearer …`. */
  access: z.string(),
  /** Seconds it is good for. */
  expiresIn: z.int(),
  /** For the next access token; good once. Using it again ends the session. */
  refresh: z.string(),
  /** Seconds it is good for. */
  refreshExpiresIn: z.int(),
  me: meSchema,
})
export type SessionResponse = z.infer<typeof sessionResponseSchema>
export const refreshRequestSchema = z.strictObject({
  refresh: z.string().check(z.minLength(1), z.maxLength(2048)),
})

/** Coarse, as the device says itself: `Windows` and `Edge`; null where it says nothing that is known. */
export const deviceSchema = z.object({ system: z.nullable(z.string()), browser: z.nullable(z.string()) })
export type DeviceNamed = z.infer<typeof deviceSchema>

/** A login that goes on. `kind`: by WeChat on a phone, or on a screen that a phone let in. Absent before 0.4. */
export const exportedSessionSchema = z.object({
  id: sessionIdSchema,
  since: instantSchema,
  lastUsed: instantSchema,
  kind: z.optional(z.string()),
  device: z.optional(deviceSchema),
  /** The one that asks. */
  current: z.optional(z.boolean()),
})

export const doneSchema = z.object({ ok: z.literal(true) })
