/** What `npm run move-records` was asked to do. */
import { Failure } from '../failure'
import { readArguments } from './arguments'

const usage = `用法：npm run move-records -- --points 表名 --audit 表名

  --points 表名    云上的 points 表（用本机的 AWS 凭证），如 fuyi-prod-points
  --audit 表名     云上的 audit 表，如 fuyi-prod-audit

从 0.4.0 升级到 0.5.0 之后运行一次：把操作记录搬到新表。中断了再运行即可`

const options = { points: { type: 'string' }, audit: { type: 'string' } } as const

export type MoveRecordsCommand = { points: string; audit: string }

/** Throws `Failure` with what to write instead. */
export const readMoveRecordsCommand = (args: string[]): MoveRecordsCommand => {
  const { values, positionals } = readArguments(args, options, usage)
  const { points, audit, table, data } = values
  const isMore = positionals.length > 0 || table !== undefined || data !== undefined
  if (points === undefined || audit === undefined || points === audit || isMore) throw new Failure(usage)
  return { points, audit }
}
