/**
 * The address log (docs/logging.md): from where a request came, when, on which route, and how it ended. The law asks for
 * it; nothing else reads it, and nothing of a person or of what was asked is in it. Only this file knows Firehose's SDK.
 */
import { FirehoseClient, type FirehoseClientConfig, PutRecordCommand } from '@aws-sdk/client-firehose'
import type { Log } from './logger'

/** All that a line says. `route` is the pattern of the path after the method, never the path asked for. */
export type AddressLine = { time: string; address: string; route: string; status: number }
export type AddressLog = (line: AddressLine) => Promise<void>

/** All that a request waits for its line, in ms: a line lost is better than a visitor who waits for seconds. */
const patienceMs = 300

/**
 * A request is answered whether or not its line could be written; a line that could not is logged as `address-not-logged`.
 *
 * @param stream the delivery stream's name
 * @param config where Firehose is, if not where the environment says
 */
export function openAddressLog(stream: string, log: Log, config: FirehoseClientConfig = {}): AddressLog {
  const firehose = new FirehoseClient({ ...config, maxAttempts: 1 })
  return async (line) => {
    try {
      const Data = Buffer.from(`${JSON.stringify(line)}\n`)
      await firehose.send(new PutRecordCommand({ DeliveryStreamName: stream, Record: { Data } }), {
        abortSignal: AbortSignal.timeout(patienceMs),
      })
    } catch (error) {
      log('address-not-logged', { cause: error instanceof Error ? error.name : typeof error })
    }
  }
}
