/**
 * `npm run grant -- PERSON_NO --region 320800 --powers admin,gifts`: makes somebody staff of a city. The first admin of a
 * city is made so, by whoever has the table's credentials; later ones by the screens. What it says is in Chinese.
 */
import { createIdentity } from '../../../functions/identity'
import type { Role } from '../../../functions/identity/contract'
import { runTool } from './arguments'
import { readGrantCommand } from './grant-command'
import { openTarget } from './target'

const refusals = {
  'unknown-person': '没有这个编号的人：请本人先登录一次，再核对编号',
  'last-admin': '这样一来该市就没有管理员了：请先把 admin 授予别人',
  'too-many-roles': '这个人的角色太多，一个令牌装不下',
  'second-person-needed': '这一项要两位管理员',
}

export const main = async (args: string[]): Promise<number> => {
  const { no, region, powers, scope, table, config, data } = readGrantCommand(args)
  const target = await openTarget('identity', table, data, config)
  try {
    const store = createIdentity(target.context)
    const person = await store.personOfNo(no)
    const role: Role = { kind: 'staff', region, powers }
    const granted = person && (await store.grantByOperator({ to: person.id, role, scope }))
    if (!granted?.ok) {
      console.error(refusals[granted ? granted.error : 'unknown-person'])
      return 1
    }
    console.log(
      `已在${target.where}把 ${region} 的工作人员权限授予 ${no}：${powers.join('、')}；本人 15 分钟内生效`,
    )
    return 0
  } finally {
    await target.close()
  }
}

if (require.main === module) runTool(main)
