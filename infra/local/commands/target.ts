/** Which table a command-line tool works on: the local one, or with `--table` one in the cloud. */
import { randomBytes } from 'node:crypto'
import { relative } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { DataContext } from '../../../functions/shared/aws/context'
import { clientDefaults, documentClient, openTable } from '../../../functions/shared/aws/table'
import { localConfig, readConfig } from '../../config'
import { tableName as nameOf } from '../../names'
import { localTemplate } from '../builds/templates'
import { clientConfig, startEngine } from '../engine/engine'
import { dataDir, runningEngine } from '../engine/running'
import { createTables } from '../engine/tables'
import { Failure } from '../failure'
import { tryLock } from '../lock'

export type Target = { context: DataContext; where: string; close: () => Promise<void> }

/**
 * The tables of the deployment whose configuration file is named, or the table named on the command line, with the region and credentials that the AWS SDK finds; without a name the
 * domain's local one, in the engine of a running `npm start` or else in one started here for as long as the tool runs.
 */
export const openTarget = async (
  domain: string,
  tableName: string | undefined,
  folder = dataDir,
  configFile?: string,
): Promise<Target> => {
  // A notice to us about the SDK's future, not to the person at the keyboard.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true'
  if (configFile !== undefined) {
    const config = readConfig(configFile)
    const tableOf = (other: string) => openTable({ name: nameOf(config, other) })
    return { context: contextWith(tableOf), where: `AWS ${nameOf(config, domain)}`, close: async () => {} }
  }
  if (tableName !== undefined) {
    const tableOf = (other: string) => {
      if (other === domain) return openTable({ name: tableName })
      // As infra/names.ts names the tables of one deployment.
      if (!tableName.endsWith(`-${domain}`))
        throw new Failure(
          `--table 要写 ${domain} 表的全名，以 -${domain} 结尾：${other} 表的名字由它得出；恢复过的表请改用 --config`,
        )
      return openTable({ name: `${tableName.slice(0, -domain.length)}${other}` })
    }
    return { context: contextWith(tableOf), where: `AWS ${tableName}`, close: async () => {} }
  }
  const running = await runningEngine(folder)
  if (running !== null) return { ...(await localTables(running)), where: '正在运行的本机服务' }
  const release = await tryLock(folder)
  if (!release) throw new Failure('本机服务正在启动或退出，请稍候再试')
  const engine = await startEngine({ dataDir: folder })
  const { context, close } = await localTables(engine.endpoint)
  return {
    context,
    where: `本机数据（${relative(process.cwd(), folder) || folder}）`,
    close: async () => {
      await close()
      await engine.stop()
      release()
    },
  }
}

const contextWith = (tableOf: DataContext['tableOf']): DataContext => ({
  tableOf,
  clock: Date.now,
  random: randomBytes,
})

const localTables = async (endpoint: string): Promise<Pick<Target, 'context' | 'close'>> => {
  const template = await localTemplate('data')
  const client = new DynamoDBClient({ ...clientDefaults, ...clientConfig(endpoint) })
  await createTables(template, client)
  const documents = documentClient(client)
  const tableOf = (domain: string) => openTable({ name: nameOf(localConfig, domain), client: documents })
  return { context: contextWith(tableOf), close: async () => client.destroy() }
}

/** What went wrong with the table, in a line for whoever ran the tool; null for what nobody expected. */
export const explain = (error: unknown): string | null => {
  if (error instanceof Failure) return error.message
  if (!(error instanceof Error)) return null
  if (/Region is missing/.test(error.message)) return '不知道表在哪个 AWS 区域：请设置 AWS_REGION'
  return explanations[error.name] ?? null
}

const explanations: Readonly<Record<string, string>> = {
  CredentialsProviderError: '找不到 AWS 凭证：请先登录，或设置 AWS_PROFILE',
  ExpiredTokenException: 'AWS 凭证已过期：请重新登录',
  UnrecognizedClientException: 'AWS 不认这份凭证：请检查凭证和区域',
  AccessDeniedException: '这份 AWS 凭证没有读写这个表的权限',
  ResourceNotFoundException: '没有这个表：请检查表名和 AWS_REGION',
  TableUnavailable: '数据库没有应答，请稍后再运行一次；已写入的部分不会重复',
}
