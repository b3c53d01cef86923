/** Which table a command-line tool works on: the local one, or with `--table` one in the cloud. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { clientDefaults, documentClient, openTable, type Table } from '../../functions/shared/table'
import { localCredentials, localRegion, startEngine } from './engine'
import { dataDir, runningEngine } from './running'
import { createTables, tableNames } from './tables'
import { localTemplate } from './templates'

export type Target = { table: Table; where: string; close: () => Promise<void> }

/**
 * The table named on the command line, with the region and credentials that the AWS SDK finds; without a name the
 * local one, in the engine of a running `npm start` or else in one started here for as long as the tool runs.
 */
export const openTarget = async (tableName: string | undefined, folder = dataDir): Promise<Target> => {
  // A notice to us about the SDK's future, not to the person at the keyboard.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true'
  if (tableName !== undefined)
    return { table: openTable({ name: tableName }), where: `AWS ${tableName}`, close: async () => {} }
  const template = await localTemplate('data')
  const running = await runningEngine(folder)
  const engine = running === null ? await startEngine({ dataDir: folder }) : null
  const endpoint = running ?? engine?.endpoint
  const client = new DynamoDBClient({
    ...clientDefaults,
    endpoint,
    region: localRegion,
    credentials: localCredentials,
  })
  await createTables(template, client)
  const [name = ''] = tableNames(template)
  return {
    table: openTable({ name, client: documentClient(client) }),
    where: running === null ? '本机数据（.data）' : '正在运行的本机服务',
    close: async () => {
      client.destroy()
      await engine?.stop()
    },
  }
}
