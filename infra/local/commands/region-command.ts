/** What `npm run region` was asked to do. */
import { adcodeSchema } from '../../../functions/shared/contract'
import * as z from '../../../functions/shared/zod'
import { Failure } from '../failure'
import { readArguments } from './arguments'

const usage = `用法：npm run region -- --region 代码 --file 文件

  --region 代码    六位行政区划代码，如 320800；城市要先导入
  --file 文件      JSON：name 名称、phones 电话（至少一个）、address 地址、
                   hours 办公时间（如 "Mo-Fr 08:30-12:00,14:00-17:30"，不知道写 null）、
                   position 位置（{"lng": 119.02, "lat": 33.61}，GCJ-02，不知道写 null）
  --table 表名     云上的表（用本机的 AWS 凭证）；不给则是本机
  --data 目录      本机数据所在目录，默认 .data`

const options = { region: { type: 'string' }, file: { type: 'string' } } as const

export type RegionCommand = {
  adcode: string
  file: string
  table: string | undefined
  data: string | undefined
}

/** Throws `Failure` with what to write instead. */
export const readRegionCommand = (args: string[]): RegionCommand => {
  const { values, positionals } = readArguments(args, options, usage)
  const adcode = z.safeParse(adcodeSchema, values.region)
  if (values.file === undefined || positionals.length > 0) throw new Failure(usage)
  if (!adcode.success) throw new Failure(`--region 要写六位行政区划代码\n\n${usage}`)
  return { adcode: adcode.data, file: values.file, table: values.table, data: values.data }
}
