/** What the template says of secrets and of functions that no request reaches: schedules and rotations. */
import * as z from '../../../functions/shared/zod'
import { localConfig } from '../../config'
import { functionName } from '../../names'
import type { NewSecret } from '../stand-ins/secrets'
import { resourcesOf, type Template } from './template'

export type CloudSchedule = {
  /** Without what every name begins with: `points-sweep-daily`. */
  name: string
  expression: string
  timeZone: string
  functionId: string
  /** JSON text. */
  input: string
}
export type CloudRotation = { secret: string; functionId: string; everyDays: number }
export type CloudJobs = { secrets: NewSecret[]; schedules: CloudSchedule[]; rotations: CloudRotation[] }

const arnOf = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) })
const secretSchema = z.union([
  z.object({ Name: z.string(), SecretString: z.string() }),
  z.object({
    Name: z.string(),
    GenerateSecretString: z.strictObject({ ExcludePunctuation: z.literal(true), PasswordLength: z.number() }),
  }),
])
const scheduleSchema = z.object({
  Name: z.string(),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string(),
  Target: z.object({ Arn: arnOf, Input: z.string() }),
})
const rotationSchema = z.object({
  SecretId: z.object({ Ref: z.string() }),
  RotationLambdaARN: arnOf,
  RotationRules: z.object({ AutomaticallyAfterDays: z.number() }),
})

const secretsOf = (api: Template): Map<string, NewSecret> =>
  new Map(
    [...resourcesOf(api, 'AWS::SecretsManager::Secret')].map(([id, properties]) => {
      const secret = secretSchema.parse(properties)
      const value =
        'SecretString' in secret
          ? secret.SecretString
          : { length: secret.GenerateSecretString.PasswordLength }
      return [id, { name: secret.Name, value }]
    }),
  )

/** Names of the secrets by logical id. */
export const namesOfSecrets = (api: Template): Map<string, string> =>
  new Map([...secretsOf(api)].map(([id, { name }]) => [id, name]))

export const jobsOf = (api: Template): CloudJobs => {
  const secrets = secretsOf(api)
  return {
    secrets: [...secrets.values()],
    schedules: [...resourcesOf(api, 'AWS::Scheduler::Schedule').values()].map((properties) => {
      const { Name, ScheduleExpression, ScheduleExpressionTimezone, Target } =
        scheduleSchema.parse(properties)
      return {
        name: Name.replace(functionName(localConfig, ''), ''),
        expression: ScheduleExpression,
        timeZone: ScheduleExpressionTimezone,
        functionId: Target.Arn['Fn::GetAtt'][0],
        input: Target.Input,
      }
    }),
    rotations: [...resourcesOf(api, 'AWS::SecretsManager::RotationSchedule').values()].map((properties) => {
      const { SecretId, RotationLambdaARN, RotationRules } = rotationSchema.parse(properties)
      const secret = secrets.get(SecretId.Ref)
      if (!secret) throw new Error(`a rotation of an unknown secret ${SecretId.Ref}`)
      return {
        secret: secret.name,
        functionId: RotationLambdaARN['Fn::GetAtt'][0],
        everyDays: RotationRules.AutomaticallyAfterDays,
      }
    }),
  }
}
