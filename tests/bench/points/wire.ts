/** Between a function and the engine: counts what is sent by its command, and keeps the last transaction as it was sent. */
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import * as z from '../../../functions/shared/zod'
import type { WireItem } from './item-size'

/** Requests by command, e.g. `GetItem`. */
export type Sent = Record<string, number>

export type Wire = {
  url: string
  /** What was sent since the last call. */
  take(): Sent
  lastTransaction(): Transacted[]
  stop(): Promise<void>
}

/** Of one write: the whole item, or the key of an item that it changes. */
export type Transacted = { table: string; item: WireItem } | { table: string; key: WireItem }

const itemSchema = z.record(z.string(), z.unknown())
const transactionSchema = z.object({
  TransactItems: z.array(
    z.record(
      z.string(),
      z.object({ TableName: z.string(), Item: z.optional(itemSchema), Key: z.optional(itemSchema) }),
    ),
  ),
})

export async function openWire(engine: string): Promise<Wire> {
  const agent = new Agent({ keepAlive: true })
  let sent: Sent = {}
  let last: string | null = null
  const pass = async (from: IncomingMessage, to: ServerResponse) => {
    const body = await bytesOf(from)
    const command = String(from.headers['x-amz-target']).split('.').at(-1) ?? ''
    sent[command] = (sent[command] ?? 0) + 1
    if (command === 'TransactWriteItems') last = body.toString()
    const { method, headers, url } = from
    const onward = request(new URL(url ?? '/', engine), { method, headers, agent }, (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(to)
    })
    onward.on('error', () => to.destroy())
    onward.end(body)
  }
  const server = createServer((from, to) => {
    pass(from, to).catch(() => to.destroy())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    take() {
      const before = sent
      sent = {}
      return before
    },
    lastTransaction: () => (last === null ? [] : transactedIn(last)),
    stop: () =>
      new Promise((done) => {
        agent.destroy()
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}

function transactedIn(body: string): Transacted[] {
  const { TransactItems } = z.parse(transactionSchema, JSON.parse(body))
  return TransactItems.flatMap((write) =>
    Object.values(write).map(({ TableName, Item, Key = {} }) =>
      Item ? { table: TableName, item: Item } : { table: TableName, key: Key },
    ),
  )
}

async function bytesOf(from: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of from) chunks.push(chunk)
  return Buffer.concat(chunks)
}
