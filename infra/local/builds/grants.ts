/** What each function may do, read from the roles of the synthesized template. */
import * as z from '../../../functions/shared/zod'
import { namesOfSecrets } from './jobs'
import { resourcesOf, type Template } from './template'

/**
 * `dynamodb:GetItem fuyi-local-points`, `secretsmanager:GetSecretValue fuyi/local/points`; `dynamodb:GetItem
 * fuyi-local-identity revocation#*` for items whose partition begins so, `s3:GetObject BUCKET quarantine/*` for objects whose key does.
 */
export type Grants = ReadonlySet<string>

const policySchema = z.object({
  Roles: z.array(z.object({ Ref: z.string() })),
  PolicyDocument: z.object({
    Statement: z.array(
      z.object({
        Effect: z.literal('Allow'),
        Action: z.union([z.string(), z.array(z.string())]),
        Resource: z.unknown(),
        Condition: z.optional(
          z.strictObject({
            'ForAllValues:StringLike': z.strictObject({
              'dynamodb:LeadingKeys': z.array(z.string().check(z.regex(/^[^*?]+\*$/))),
            }),
          }),
        ),
      }),
    ),
  }),
})
const functionSchema = z.object({ Role: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }) })

/** By the function's logical id. */
export const grantsOf = (api: Template): Map<string, Grants> => {
  const secrets = namesOfSecrets(api)
  const policies = [...resourcesOf(api, 'AWS::IAM::Policy').values()].map((policy) =>
    policySchema.parse(policy),
  )
  return new Map(
    [...resourcesOf(api, 'AWS::Lambda::Function')].map(([id, properties]) => {
      const role = functionSchema.parse(properties).Role['Fn::GetAtt'][0]
      const granted = policies
        .filter(({ Roles }) => Roles.some(({ Ref }) => Ref === role))
        .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
        .flatMap(({ Action, Resource, Condition }) =>
          [Action].flat().flatMap((action) => {
            const grant = `${action} ${nameOf(Resource, secrets)}`
            const leading = Condition?.['ForAllValues:StringLike']['dynamodb:LeadingKeys']
            return leading ? leading.map((key) => `${grant} ${key}`) : [grant]
          }),
        )
      return [id, new Set(granted)]
    }),
  )
}

/** An action with its resource, and the partitions, or keys of objects, that it is about where the call names them. */
export type Need = { need: string; partitions: string[] }

/** Whether the role allows it, for these partitions; none where a call does not tell them by themselves. */
export const allows = (grants: Grants, need: string, partitions: readonly string[]): boolean => {
  if (grants.has(need)) return true
  const prefixes = [...grants].flatMap((grant) =>
    grant.startsWith(`${need} `) ? [grant.slice(need.length + 1, -1)] : [],
  )
  return (
    partitions.length > 0 &&
    partitions.every((partition) => prefixes.some((prefix) => partition.startsWith(prefix)))
  )
}

const call = 'lambda:InvokeFunction '

/** Names of the functions that another function may call. */
export const calledBy = (grants: ReadonlyMap<string, Grants>): Set<string> =>
  new Set(
    [...grants.values()].flatMap((granted) =>
      [...granted].filter((grant) => grant.startsWith(call)).map((grant) => grant.slice(call.length)),
    ),
  )

const refSchema = z.object({ Ref: z.string() })
const joinSchema = z.object({ 'Fn::Join': z.tuple([z.literal(''), z.array(z.unknown())]) })

/** The name of a table, a function or a secret, as its own calls have it; of any other resource its whole description. */
const nameOf = (resource: unknown, secrets: ReadonlyMap<string, string>): string => {
  const reference = refSchema.safeParse(resource)
  if (reference.success) return secrets.get(reference.data.Ref) ?? reference.data.Ref
  const joined = joinSchema.safeParse(resource)
  const arn = joined.success ? joined.data['Fn::Join'][1].at(-1) : resource
  if (typeof arn !== 'string') return JSON.stringify(resource)
  const [, bucket, keys] = /:s3:::([^/]+)\/(.+)$/.exec(arn) ?? []
  if (bucket !== undefined) return `${bucket} ${keys}`
  return (
    /:(?:table\/|function:|deliverystream\/)(.+)$/.exec(arn)?.[1] ??
    /:secret:(.+)-\w{6}$/.exec(arn)?.[1] ??
    arn
  )
}
