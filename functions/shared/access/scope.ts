/** Roles within a part of a city: a district or county, an outlet, a team. Whoever holds one holds nothing beyond it. */
import { adcodeSchema, placeIdSchema } from '../contract'
import * as z from '../zod'

export const scopeKinds = ['district', 'outlet', 'team'] as const
export type ScopeKind = (typeof scopeKinds)[number]

const idSchemas = { district: adcodeSchema, outlet: placeIdSchema, team: placeIdSchema }

/** `id`: of a district its six digits, of an outlet or a team its id, which begins with the city's adcode. */
export const scopeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('district'), id: idSchemas.district }),
  z.strictObject({ kind: z.literal('outlet'), id: idSchemas.outlet }),
  z.strictObject({ kind: z.literal('team'), id: idSchemas.team }),
])
export type Scope = z.infer<typeof scopeSchema>

/** What is done somewhere in a city, and where as far as that is known. */
export type Target = { region: string } & { [Kind in ScopeKind]?: string }

/** Whether something in that scope of the city is what is done there. What does not say where it is, is of the whole city. */
export const covers = (role: { region: string; scope: Scope }, target: Target): boolean =>
  role.region === target.region && target[role.scope.kind] === role.scope.id

export const isSameScope = (a: Scope, b: Scope): boolean => a.kind === b.kind && a.id === b.id

/** Whether it is a part of that city. A municipality's code ends in four noughts, a city right below its province has no districts. */
export function liesIn({ kind, id }: Scope, region: string): boolean {
  if (kind !== 'district') return id.startsWith(`${region}-`)
  const shared = region.endsWith('0000') ? 2 : 4
  return region.endsWith('00') && id !== region && id.slice(0, shared) === region.slice(0, shared)
}

/** A scope as a query names it: `outlet.320800-32080290`. Null for what is none. */
export function readScopeText(text: string): Scope | null {
  const [kind, id] = text.split('.')
  const read = scopeSchema.safeParse({ kind, id })
  return read.success ? read.data : null
}
