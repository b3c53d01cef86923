/**
 * What the identity API promises: who somebody is to us (as little as possible), which roles they hold in which city,
 * and how a session begins, goes on and ends.
 */
import { answeredRolesSchema, powerSchema, powers, roleKindSchema, roleSchema } from '../shared/access'
import { adcodeSchema, instantSchema, personIdSchema } from '../shared/contract'
import { listOfKnown, openEnum, openUnion, orNull } from '../shared/tolerant'
import * as z from '../shared/zod'
import { personNoSchema, staffNameChangeSchema } from './contract/persons'

export * from '../shared/access'
export * from './contract/persons'

/**
 * Texts that one agrees to, and the version in force. A new version asks again: it rises where what is kept, why or how long has changed.
 * `2026-12` tells of the network log, of devices, and of what stays of whoever leaves.
 */
export const consentTexts = { privacy: '2026-12', points: '2026-11' } as const
export const consentTextSchema = z.enum(['privacy', 'points'])
export type ConsentText = z.infer<typeof consentTextSchema>

export const consentSchema = z.object({
  text: consentTextSchema,
  /** Version that was shown, e.g. `2026-11`. */
  version: z.string().check(z.regex(/^\d{4}-\d{2}$/)),
  at: instantSchema,
})
export const ageSchema = z.enum(['adult', 'minor'])

/** All that a person is shown of themself. */
export const meSchema = z.object({
  id: personIdSchema,
  no: personNoSchema,
  since: instantSchema,
  roles: answeredRolesSchema,
  consents: listOfKnown(consentSchema),
  /** What the person said, once; null: not said yet. */
  age: orNull(ageSchema),
  /** By city, what its staff call the person. Absent: nowhere anything; servers before 0.4 never say. */
  names: z.optional(z.record(z.string(), z.string())),
})
export type Me = z.infer<typeof meSchema>

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

/** A login on a desktop: it shows `id` as a QR code and the digits, a phone that is logged in types them, `secret` collects it. */
export const ticketIdSchema = z.string().check(z.regex(/^[0-9a-hjkmnp-tv-z]{20}$/))
export const ticketDigitsSchema = z.string().check(z.regex(/^\d{4}$/))
export const ticketResponseSchema = z.object({
  id: ticketIdSchema,
  secret: z.string(),
  /** Four digits that the phone's person has to type: whoever does not see this screen lets nobody in. */
  digits: ticketDigitsSchema,
  /** The same, for pages from before 0.4. */
  pair: z.string(),
  /** Seconds. */
  expiresIn: z.int(),
})
export type TicketResponse = z.infer<typeof ticketResponseSchema>
/** Coarse, as the device says itself: `Windows` and `Edge`; null where it says nothing that is known. */
export const deviceSchema = z.object({ system: z.nullable(z.string()), browser: z.nullable(z.string()) })
export type DeviceNamed = z.infer<typeof deviceSchema>
/**
 * What a desktop on which one is logged in asks the phone for, once more: words of closed lists, numbers of people, figures.
 * Whoever asks has no sentence of their own on the phone's screen.
 */
export const ticketPurposeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('grant'),
    role: roleKindSchema,
    powers: z.optional(z.array(powerSchema).check(z.minLength(1), z.maxLength(powers.length))),
    no: personNoSchema,
  }),
  z.strictObject({ kind: z.literal('revoke'), role: roleKindSchema, no: personNoSchema }),
  z.strictObject({ kind: z.literal('decideAdjustment'), approve: z.boolean(), points: z.int() }),
  z.strictObject({
    kind: z.literal('decideProposal'),
    approve: z.boolean(),
    operation: z.enum(['createBatch', 'changeRules', 'changeGift']),
  }),
  /** Something that needs confirming, and nothing more is known of it. */
  z.strictObject({ kind: z.literal('other') }),
])
export type TicketPurpose = z.infer<typeof ticketPurposeSchema>
/** Without a purpose it is a login; with one it takes a session of the desktop's own, which the collected one replaces. */
export const ticketRequestSchema = z.strictObject({ purpose: z.optional(ticketPurposeSchema) })
/** What the phone shows before one approves: who asks, and since when. Never the digits. */
export const ticketViewSchema = z.object({
  device: deviceSchema,
  /** Where the network of the request is, as CloudFront has it; null where it does not say. */
  city: z.nullable(z.string()),
  /** Seconds since the screen asked. */
  age: z.int(),
  /** Seconds left. */
  expiresIn: z.int(),
  /** Absent: a login. One that this program does not know is `other`. */
  purpose: z.optional(openUnion(ticketPurposeSchema, { kind: 'other' })),
})
export type TicketView = z.infer<typeof ticketViewSchema>
export const approveRequestSchema = z.strictObject({ digits: ticketDigitsSchema })
export const collectRequestSchema = z.strictObject({
  secret: z.string().check(z.minLength(1), z.maxLength(128)),
})
const collectedSchema = z.discriminatedUnion('state', [
  /** `byAnother`: a phone on which somebody else is logged in than on this desktop was at it. */
  z.object({ state: z.literal('waiting'), byAnother: z.optional(z.boolean()) }),
  z.object({ state: z.literal('approved'), session: sessionResponseSchema }),
])
/** Whatever else may come: there is no session yet. */
const waiting: z.infer<typeof collectedSchema> = { state: 'waiting' }
export const collectResponseSchema = openUnion(collectedSchema, waiting)
export type CollectResponse = z.infer<typeof collectResponseSchema>

export const consentRequestSchema = z.strictObject({
  text: consentTextSchema,
  version: z.string().check(z.regex(/^\d{4}-\d{2}$/)),
})
export const ageRequestSchema = z.strictObject({ age: ageSchema })
export const doneSchema = z.object({ ok: z.literal(true) })

/** A login that goes on. `kind`: by WeChat on a phone, or on a screen that a phone let in. Absent before 0.4. */
export const keptSessionSchema = z.object({
  id: sessionIdSchema,
  since: instantSchema,
  lastUsed: instantSchema,
  kind: z.optional(z.string()),
  device: z.optional(deviceSchema),
  /** The one that asks. */
  current: z.optional(z.boolean()),
})

/** Somebody who holds roles in a city, as its admins see them. */
export const holderSchema = z.object({
  id: personIdSchema,
  no: personNoSchema,
  /** What the city's staff call them; absent where there is none. */
  name: z.optional(z.string()),
  roles: answeredRolesSchema,
  changedAt: instantSchema,
})
export const holdersResponseSchema = z.object({ people: z.array(holderSchema) })
export type Holder = z.infer<typeof holderSchema>
/** Grants the role, or changes the one of that kind which the person holds in that city. */
export const grantRequestSchema = z.strictObject({ no: personNoSchema, role: roleSchema })

/** `left`: the person deleted everything held about them. */
export const roleDeeds = ['granted', 'revoked', 'left'] as const
/** What was done to somebody's roles in a city, written in the same transaction as the deed. */
export const roleChangeSchema = z.object({
  at: instantSchema,
  /** Null: whoever set up the city's first admin on the command line. */
  by: z.nullable(personIdSchema),
  person: personIdSchema,
  deed: openEnum(roleDeeds),
  /** The person's roles in that city. */
  before: answeredRolesSchema,
  after: answeredRolesSchema,
})
export type RoleChange = z.infer<typeof roleChangeSchema>
/** A change of roles as whom it concerned, or who made it, finds it among their own: without the other. */
export const ownRoleChangeSchema = z.extend(z.omit(roleChangeSchema, { person: true, by: true }), {
  region: adcodeSchema,
})
export type OwnRoleChange = z.infer<typeof ownRoleChangeSchema>
export const roleChangesQuerySchema = z.object({
  region: adcodeSchema,
  /** `YYYY-MM`, in China. */
  month: z.string().check(z.regex(/^20\d{2}-(0[1-9]|1[0-2])$/)),
})
export const roleChangesResponseSchema = z.object({
  changes: z.array(roleChangeSchema),
  /** Internal names that were set or taken away. Absent from servers before 0.4. */
  names: z.optional(z.array(staffNameChangeSchema)),
})

/** Everything held about a person: identity, and of each other domain what it holds. */
export const exportResponseSchema = z.object({
  at: instantSchema,
  me: meSchema,
  /** Where one is logged in. */
  sessions: z.array(keptSessionSchema),
  /** WeChat's id of the person in this mini-program; null for someone who never logged in with it. */
  openid: z.nullable(z.string()),
  /** By city: account, every entry, every order, what is waited for. Shapes are those of the points API. */
  points: z.array(z.record(z.string(), z.unknown())),
  /** Reports that one asked the points for and that nobody has decided yet. From here on absent before 0.4. */
  reports: z.optional(z.array(z.record(z.string(), z.unknown()))),
  /** Of the last three years, newest first: of one's own roles, and those that one made for others; 500 of each at most. */
  roleChanges: z.optional(
    z.object({
      own: z.array(ownRoleChangeSchema),
      made: z.array(ownRoleChangeSchema),
      /** There are older ones. */
      more: z.boolean(),
    }),
  ),
  /** What one did as staff in the last three years, newest first, 500 at most; `more`: there are older ones. */
  acts: z.optional(z.object({ list: z.array(z.record(z.string(), z.unknown())), more: z.boolean() })),
})
export type ExportResponse = z.infer<typeof exportResponseSchema>

export const identityCodes = [
  'login-code-refused',
  'login-busy',
  'session-ended',
  'ticket-ended',
  'wrong-digits',
  'phone-needed',
  'another-account',
  'unknown-person',
  'last-admin',
  'own-role',
  'consent-outdated',
] as const
export type IdentityCode = (typeof identityCodes)[number]

export const identityPaths = {
  sessions: '/api/sessions',
  refresh: '/api/sessions/refresh',
  current: '/api/sessions/current',
  device: '/api/sessions/devices/:id',
  tickets: '/api/sessions/tickets',
  ticket: '/api/sessions/tickets/:id',
  ticketSession: '/api/sessions/tickets/:id/session',
  me: '/api/me',
  export: '/api/me/export',
  consents: '/api/me/consents',
  age: '/api/me/age',
  roles: '/api/staff/roles',
  roleChanges: '/api/staff/roles/changes',
  role: '/api/staff/roles/:person/:kind',
  resolve: '/api/staff/persons/resolve',
  staffName: '/api/staff/persons/:person/name',
} as const
