/**
 * Stands between the functions and what they call, and lets through what the role of each allows: a grant that the
 * template lacks is missed here, and not only after a deployment. Refusals are worded as AWS words them.
 */
import { Agent, type IncomingMessage, request as send } from 'node:http'
import * as z from '../../../functions/shared/zod'
import { allows, type Grants, type Need } from '../builds/grants'
import { invokedIn } from './lambda'
import { objectsNeeded } from './s3/needed'
import { refusal } from './s3/refusal'
import { nameOfSecret } from './secrets'
import { type Answer, type StandInServer, startServer } from './server'

export type GuardOptions = {
  /** By the function's logical id. */
  grants: ReadonlyMap<string, Grants>
  /** Where the services answer. */
  database: string
  secrets: string
  functions: string
  addresses: string
  objects: string
}
export type Guard = {
  /** Endpoints for one function. */
  endpointsOf: (functionId: string) => Omit<GuardOptions, 'grants'>
  /** Hangs up on functions that are not asking just now. */
  dropIdle: () => void
  stop: () => Promise<void>
}

export const startGuard = async (options: GuardOptions): Promise<Guard> => {
  const { grants, database, secrets, functions, addresses, objects } = options
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const services: Record<string, string> = {
    dynamodb: database,
    secretsmanager: secrets,
    lambda: functions,
    firehose: addresses,
  }
  const server: StandInServer = await startServer(async (request, body, bytes) => {
    const { method = 'GET', url = '', headers } = request
    const [, service = '', id = '', ...path] = url.split('/')
    const isAllowed = ({ need, partitions }: Need) => allows(grants.get(id) ?? new Set(), need, partitions)
    if (service === 's3') {
      const needed = await objectsNeeded({ method, url, headers, bytes })
      // With its whole path and host: they are signed.
      return needed.every(isAllowed)
        ? forward(`${new URL(objects).origin}${url}`, request, bytes, { agent, host: headers.host })
        : refusal({ status: 403, code: 'AccessDenied', message: `${id} is not authorized` })
    }
    const target = request.headers['x-amz-target'] ?? path.join('/')
    const missing = neededFor(service, target, body).find((need) => !isAllowed(need))
    return missing === undefined
      ? forward(`${services[service]}/${path.join('/')}`, request, bytes, { agent })
      : refused(id, missing.need)
  })
  return {
    endpointsOf: (id) => ({
      database: `${server.url}/dynamodb/${id}`,
      secrets: `${server.url}/secretsmanager/${id}`,
      functions: `${server.url}/lambda/${id}`,
      addresses: `${server.url}/firehose/${id}`,
      objects: `${server.url}/s3/${id}`,
    }),
    dropIdle: server.dropIdle,
    stop: async () => {
      await server.stop()
      agent.destroy()
    },
  }
}

const keySchema = z.object({ PK: z.object({ S: z.string() }) })
const itemSchema = z.object({
  TableName: z.string(),
  Key: z.optional(keySchema),
  Item: z.optional(keySchema),
})
const callSchema = z.object({
  TableName: z.optional(z.string()),
  SecretId: z.optional(z.string()),
  DeliveryStreamName: z.optional(z.string()),
  Key: z.optional(keySchema),
  Item: z.optional(keySchema),
  KeyConditionExpression: z.optional(z.string()),
  ExpressionAttributeValues: z.optional(z.record(z.string(), z.looseObject({ S: z.optional(z.string()) }))),
  RequestItems: z.optional(z.record(z.string(), z.object({ Keys: z.optional(z.array(keySchema)) }))),
  TransactItems: z.optional(z.array(z.record(z.string(), itemSchema))),
})
/** What a part of a transaction is called in a policy. */
const parts: Record<string, string> = {
  Get: 'GetItem',
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
}

/**
 * Everything that AWS would look for in the caller's role.
 *
 * @param target the operation as `X-Amz-Target` has it; of Lambda, which has none, the path
 */
export const neededFor = (service: string, target: unknown, body: string): Need[] => {
  if (service === 'lambda')
    return [{ need: `lambda:InvokeFunction ${invokedIn(String(target))}`, partitions: [] }]
  const operation = String(target).split('.').at(-1) ?? ''
  const call = callSchema.parse(JSON.parse(body))
  const { TableName, SecretId, RequestItems, TransactItems } = call
  const need = (
    action: string,
    resource: string,
    keys: (z.infer<typeof keySchema> | undefined)[] = [],
  ): Need => ({
    need: `${service}:${action} ${resource}`,
    partitions: keys.flatMap((key) => key?.PK.S ?? []),
  })
  if (TransactItems)
    return TransactItems.flatMap((item) =>
      Object.entries(item).map(([part, of]) => need(parts[part] ?? part, of.TableName, [of.Key ?? of.Item])),
    )
  if (RequestItems)
    return Object.entries(RequestItems).map(([table, { Keys }]) => need(operation, table, Keys))
  const resource =
    TableName ?? call.DeliveryStreamName ?? (SecretId === undefined ? '*' : nameOfSecret(SecretId))
  return [need(operation, resource, [call.Key ?? call.Item ?? queriedIn(call)])]
}

/** The one partition that a query is about. */
const queriedIn = ({
  KeyConditionExpression = '',
  ExpressionAttributeValues = {},
}: z.infer<typeof callSchema>): z.infer<typeof keySchema> | undefined => {
  const [, name = ''] = /^PK = (:\w+)/.exec(KeyConditionExpression) ?? []
  const partition = ExpressionAttributeValues[name]?.S
  return partition === undefined ? undefined : { PK: { S: partition } }
}

const refused = (id: string, missing: string): Answer => ({
  status: 400,
  headers: {
    'content-type': 'application/x-amz-json-1.0',
    'x-amzn-errortype': 'AccessDeniedException',
  },
  body: JSON.stringify({
    __type: 'com.amazon.coral.service#AccessDeniedException',
    Message: `User: ${id} is not authorized to perform: ${missing}`,
  }),
})

const forward = (
  url: string,
  { method, headers }: IncomingMessage,
  body: Buffer,
  { agent, host }: { agent: Agent; host?: string },
): Promise<Answer> =>
  new Promise((done, fail) => {
    const { host: _, connection: __, ...kept } = headers
    const onward = send(url, { method, agent, headers: { ...kept, ...(host && { host }) } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', fail)
      response.on('end', () =>
        done({
          status: response.statusCode ?? 502,
          headers: plain(response.headers),
          body: Buffer.concat(chunks),
        }),
      )
    })
    onward.on('error', fail)
    onward.end(body)
  })

const plain = (headers: NodeJS.Dict<string | string[]>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !['connection', 'keep-alive', 'transfer-encoding', 'content-length'].includes(name))
      .map(([name, value]) => [name, String(value)]),
  )
