/** What `npm run confirm` was asked to do. */
import { amenities, amenitySchema, reportFactSchema, reportFacts } from '../../../functions/places/contract'
import type { Subject } from '../../../functions/places/rules/doubt'
import { placeIdSchema } from '../../../functions/shared/contract'
import { type Day, dayOf } from '../../../functions/shared/day'
import * as z from '../../../functions/shared/zod'
import { Failure } from '../failure'
import { readArguments } from './arguments'

const usage = `用法：npm run confirm -- 地点编号 事实 [选项]

  地点编号         如 320800-32080290
  事实             ${reportFacts.join(' | ')}
  --amenity 设施   out-of-stock 时说的是哪一样：${amenities.join(', ')}
  --day 日期       哪一天核实的，默认今天
  --table 表名     云上的表（用本机的 AWS 凭证）；不给则是本机
  --data 目录      本机数据所在目录，默认 .data`

const options = { amenity: { type: 'string' }, day: { type: 'string' } } as const

export type ConfirmCommand = {
  placeId: string
  subject: Subject
  day: Day
  table: string | undefined
  data: string | undefined
}

/** Throws `Failure` with what to write instead. */
export const readConfirmCommand = (args: string[], now: number): ConfirmCommand => {
  const { values, positionals } = readArguments(args, options, usage)
  const placeId = z.safeParse(placeIdSchema, positionals[0])
  const fact = z.safeParse(reportFactSchema, positionals[1])
  if (!placeId.success || !fact.success || positionals.length > 2) throw new Failure(usage)
  const amenity = z.safeParse(z.optional(amenitySchema), values.amenity)
  if (!amenity.success) throw new Failure(`不认识的设施 ${values.amenity}\n\n${usage}`)
  if (amenity.data !== undefined && fact.data !== 'out-of-stock')
    throw new Failure('--amenity 只和 out-of-stock 一起用')
  const today = dayOf(now)
  const day = z.safeParse(z.iso.date(), values.day ?? today)
  if (!day.success || day.data > today) throw new Failure('--day 要写成 2026-11-02 这样的日期，且不晚于今天')
  return {
    placeId: placeId.data,
    subject: { fact: fact.data, amenity: amenity.data },
    day: day.data,
    table: values.table,
    data: values.data,
  }
}
