/** What `npm run grant` was asked to do. */
import { type Power, personNoSchema, powerSchema, powers } from '../../../functions/identity/contract'
import { scopeProblem } from '../../../functions/identity/rules/roles'
import { readScopeText, type Scope } from '../../../functions/shared/access/scope'
import { adcodeSchema } from '../../../functions/shared/contract'
import * as z from '../../../functions/shared/zod'
import { Failure } from '../failure'
import { readArguments } from './arguments'

const usage = `用法：npm run grant -- 编号 --region 320800 --powers admin,gifts [选项]

  编号             八位，本人登录后在“我的”里能看到
  --region 代码    哪个市，六位行政区划代码
  --powers 权限    用逗号隔开：${powers.join(', ')}；已有的工作人员角色改成这些
  --table 表名     云上的 identity 表（用本机的 AWS 凭证）；不给则是本机
  --config 文件    部署的配置：各表的名字按它，恢复过的表也对；和 --table 二选一
  --scope 范围     只在市里的一部分：district.320803、outlet.编号 或 team.编号
  --data 目录      本机数据所在目录，默认 .data

每个市的第一位管理员由此设立，之后由管理员在页面上授予`

export type GrantCommand = {
  no: string
  region: string
  powers: Power[]
  scope: Scope | undefined
  table: string | undefined
  config: string | undefined
  data: string | undefined
}

const options = {
  region: { type: 'string' },
  powers: { type: 'string' },
  scope: { type: 'string' },
  config: { type: 'string' },
} as const

/** Throws `Failure` with what to write instead. */
export const readGrantCommand = (args: string[]): GrantCommand => {
  const { values, positionals } = readArguments(args, options, usage)
  const no = z.safeParse(personNoSchema, heard(positionals.join('')))
  if (!no.success) throw new Failure(usage)
  const region = z.safeParse(adcodeSchema, values.region)
  if (!region.success) throw new Failure(`--region 要写六位行政区划代码，例如 --region 320800\n\n${usage}`)
  const wanted = [...new Set((values.powers ?? '').split(',').map((power) => power.trim()))]
  const read = z.safeParse(z.array(powerSchema), wanted)
  if (!read.success) throw new Failure(`--powers 要从这些里选：${powers.join(', ')}\n\n${usage}`)
  const scope = values.scope === undefined ? undefined : readScopeText(values.scope)
  if (
    scope === null ||
    (scope && scopeProblem({ kind: 'staff', region: region.data, powers: read.data }, scope))
  )
    throw new Failure(`--scope 要写该市的一部分，例如 district.320803；admin 只能是全市的\n\n${usage}`)
  const { table, config, data } = values
  return { no: no.data, region: region.data, powers: read.data, scope, table, config, data }
}

/** As it is read out over a telephone, in two halves: blanks, small letters and the letters that look like digits are forgiven. */
const heard = (no: string) =>
  no.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
