/**
 * The address log (docs/logging.md): from where a request came, when, on which route, and how it ended. The law asks for
 * it; nothing else reads it, and nothing of a person or of what was asked is in it. Only this file knows Firehose's SDK.
 */
import { FirehoseClient, PutRecordCommand } from '@aws-sdk/client-firehose'
import type { Log } from './logger'

/** All that a line says. `route` is the pattern of the path after the method, never the path asked for. */
export type AddressLine = { time: string; address: string; route: string; status: number }
export type AddressLog = (line: AddressLine) => Promise<void>

const client = () =>
  new FirehoseClient({
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 500, requestTimeout: 1_000, throwOnRequestTimeout: true },
  })

/**
 * A request is answered whether or not its line could be written; what could not is told by `address-not-logged`.
 *
 * @param stream the delivery stream's name
 */
export function openAddressLog(stream: string, log: Log, firehose = client()): AddressLog {
  return async (line) => {
    try {
      const Data = Buffer.from(`${JSON.stringify(line)}\n`)
      await firehose.send(new PutRecordCommand({ DeliveryStreamName: stream, Record: { Data } }))
    } catch (error) {
      log('address-not-logged', { cause: error instanceof Error ? error.name : typeof error })
    }
  }
}
