/** Firehose's PutRecord (AWS JSON 1.1), which takes the lines of the address log; kept in memory, newest last. */
import { randomUUID } from 'node:crypto'
import * as z from '../../../functions/shared/zod'
import { type StandInServer, startServer } from './server'

export type FirehoseStandIn = StandInServer & { lines: () => readonly string[] }

/** Lines kept: a day's work with `npm start` must not fill the memory. */
const most = 10_000

const requestSchema = z.object({ DeliveryStreamName: z.string(), Record: z.object({ Data: z.string() }) })

export const startFirehose = async (): Promise<FirehoseStandIn> => {
  const lines: string[] = []
  const server = await startServer((_, body) => {
    const { Record } = requestSchema.parse(JSON.parse(body))
    lines.push(Buffer.from(Record.Data, 'base64').toString())
    if (lines.length > most) lines.shift()
    return {
      status: 200,
      headers: { 'content-type': 'application/x-amz-json-1.1' },
      body: JSON.stringify({ RecordId: randomUUID(), Encrypted: true }),
    }
  })
  return { ...server, lines: () => lines }
}
