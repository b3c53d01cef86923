/** What each function may do, read from the roles of the synthesized template. */
import * as z from '../../../functions/shared/zod'
import { namesOfSecrets } from './jobs'
import { resourcesOf, type Template } from './template'

/** `dynamodb:GetItem fuyi-local-points`, `secretsmanager:GetSecretValue fuyi/local/points`. */
export type Grants = ReadonlySet<string>

const policySchema = z.object({
  Roles: z.array(z.object({ Ref: z.string() })),
  PolicyDocument: z.object({
    Statement: z.array(
      z.object({
        Effect: z.literal('Allow'),
        Action: z.union([z.string(), z.array(z.string())]),
        Resource: z.unknown(),
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
        .flatMap(({ Action, Resource }) =>
          [Action].flat().map((action) => `${action} ${nameOf(Resource, secrets)}`),
        )
      return [id, new Set(granted)]
    }),
  )
}

const refSchema = z.object({ Ref: z.string() })
const joinSchema = z.object({ 'Fn::Join': z.tuple([z.literal(''), z.array(z.unknown())]) })

/** The name of a table or a secret, as its own calls have it; of any other resource its whole description. */
const nameOf = (resource: unknown, secrets: ReadonlyMap<string, string>): string => {
  const reference = refSchema.safeParse(resource)
  if (reference.success) return secrets.get(reference.data.Ref) ?? reference.data.Ref
  const joined = joinSchema.safeParse(resource)
  const arn = joined.success ? joined.data['Fn::Join'][1].at(-1) : resource
  if (typeof arn !== 'string') return JSON.stringify(resource)
  return /:table\/(.+)$/.exec(arn)?.[1] ?? /:secret:(.+)-\w{6}$/.exec(arn)?.[1] ?? arn
}
