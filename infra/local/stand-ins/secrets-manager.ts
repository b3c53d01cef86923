/** Secrets Manager's protocol (AWS JSON 1.1) for the calls that our functions make, errors included. */
import { randomUUID } from 'node:crypto'
import * as z from '../../../functions/shared/zod'
import { current, type SecretsStore, type StoredSecret, secretArn } from './secrets'
import { type Answer, type StandInServer, startServer } from './server'

export const startSecretsManager = (store: SecretsStore): Promise<StandInServer> =>
  startServer(({ headers }, body) => {
    const operation = String(headers['x-amz-target']).replace(/^secretsmanager\./, '')
    const call = calls[operation]
    return call ? call(store, body) : refused('UnknownOperationException', 'not one that our functions use')
  })

const ofSecret = { SecretId: z.string() }
const schemas = {
  get: z.object({ ...ofSecret, VersionId: z.optional(z.string()), VersionStage: z.optional(z.string()) }),
  put: z.object({
    ...ofSecret,
    ClientRequestToken: z.optional(z.string().check(z.minLength(32), z.maxLength(64))),
    SecretString: z.string().check(z.minLength(1), z.maxLength(65_536)),
    VersionStages: z._default(z.array(z.string()), [current]),
  }),
  describe: z.object(ofSecret),
  move: z.object({
    ...ofSecret,
    VersionStage: z.string(),
    MoveToVersionId: z.optional(z.string()),
    RemoveFromVersionId: z.optional(z.string()),
  }),
}

type Found = { name: string; secret: StoredSecret; store: SecretsStore }

/** Parses the request and finds its secret. */
const call =
  <T extends z.ZodMiniType<{ SecretId: string }>>(
    schema: T,
    answer: (asked: z.infer<T>, found: Found) => Answer,
  ) =>
  (store: SecretsStore, body: string): Answer => {
    const asked = z.safeParse(schema, JSON.parse(body))
    if (!asked.success) return refused('InvalidParameterException', 'The parameter name or value is invalid.')
    const found = store.find(asked.data.SecretId)
    return found ? answer(asked.data, { ...found, store }) : notFound
  }

const calls: Record<string, (store: SecretsStore, body: string) => Answer> = {
  GetSecretValue: call(schemas.get, ({ VersionId, VersionStage }, { name, secret }) => {
    const label = VersionStage ?? (VersionId === undefined ? current : undefined)
    const version = secret.versions.find(
      ({ id, labels }) =>
        (VersionId === undefined || id === VersionId) && (label === undefined || labels.includes(label)),
    )
    if (!version || version.value === null) return notFound
    return answered({
      ...named(name),
      VersionId: version.id,
      VersionStages: version.labels,
      SecretString: version.value,
      CreatedDate: version.createdAt / 1000,
    })
  }),

  PutSecretValue: call(schemas.put, (asked, { name, secret, store }) => {
    const id = asked.ClientRequestToken ?? randomUUID()
    if (!store.put(secret, id, asked.SecretString, asked.VersionStages))
      return refused('ResourceExistsException', 'A version with this token and another value exists.')
    const labels = secret.versions.find((version) => version.id === id)?.labels
    return answered({ ...named(name), VersionId: id, VersionStages: labels })
  }),

  DescribeSecret: call(schemas.describe, (_, { name, secret }) =>
    answered({
      ...named(name),
      ...(secret.rotatedAt !== null && { RotationEnabled: true, LastRotatedDate: secret.rotatedAt / 1000 }),
      VersionIdsToStages: Object.fromEntries(secret.versions.map(({ id, labels }) => [id, labels])),
    }),
  ),

  UpdateSecretVersionStage: call(schemas.move, (asked, { name, secret, store }) => {
    const { VersionStage: label, MoveToVersionId: toId, RemoveFromVersionId: fromId } = asked
    const to = secret.versions.find(({ id }) => id === toId)
    const holder = secret.versions.find(({ labels }) => labels.includes(label))
    if (toId !== undefined && !to) return notFound
    if (holder && holder !== to && holder.id !== fromId)
      return refused(
        'InvalidParameterException',
        `${label} is on another version: say from which to remove it.`,
      )
    if (to) store.move(secret, label, to)
    else if (holder) store.take(secret, label, holder)
    return answered(named(name))
  }),
}

const named = (name: string) => ({ ARN: secretArn(name), Name: name })
const headers = { 'content-type': 'application/x-amz-json-1.1' }
const answered = (value: object): Answer => ({ status: 200, headers, body: JSON.stringify(value) })
const refused = (type: string, message: string): Answer => ({
  status: 400,
  headers: { ...headers, 'x-amzn-errortype': type },
  body: JSON.stringify({ __type: type, Message: message }),
})
const notFound = refused(
  'ResourceNotFoundException',
  'Secrets Manager can’t find the specified secret value.',
)
