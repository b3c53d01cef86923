/**
 * `npm run move-records -- --points TABLE --audit TABLE`: once, after 0.5.0 took the place of 0.4.0. What it says is in Chinese.
 */
import { documentClient } from '../../../functions/shared/aws/table'
import { runTool } from './arguments'
import { readMoveRecordsCommand } from './move-records-command'
import { moveRecords } from './moved-records'

const main = async (args: string[]): Promise<number> => {
  const { points, audit } = readMoveRecordsCommand(args)
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true'
  const client = documentClient()
  try {
    const { records, adjustments, pointers } = await moveRecords(client, { points, audit })
    console.log(
      `已从 ${points} 搬到 ${audit}：操作记录 ${records} 条；改写积分调整的指向 ${adjustments} 处；清理无记录的旧指向 ${pointers} 处`,
    )
    return 0
  } finally {
    client.destroy()
  }
}

runTool(main)
