import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Wordings that people stumbled over, each with what stands in its place; issues 7 §4 and 9 §5. */
const retired: [old: RegExp, now: string][] = [
  [/路人/, '有 3 人反映同一问题'],
  [/存疑/, '待核实'],
  [/同一处网络|一天只算一次/, '同一网络对同一问题，每天只记一次'],
  [/换得起/, '我能兑换的'],
  [/'先不'|先不交/, '再想想'],
  [/原来用到哪天|还是哪天/, '有效期不变'],
  [/前来领/, '请在 12月12日（含）前领取'],
  [/与微信的联系/, '与微信的绑定'],
  [/带走、/, '查看、导出、删除'],
  [/登录在哪/, '登录设备'],
  [/得得特别快/, '积分增长异常'],
  [/等你批|等人批|自己批/, '笔待审批'],
  [/人有身份|有身份的人/, '已授权'],
  [/说得对/, '是否属实'],
  [/现在好了/, '是否已解决'],
  [/看得到吗/, '上架状态'],
  [/授予权限/, '授予身份'],
  [/运维的命令/, '运维人员直接授予'],
  [/'何时/, '操作时间'],
  [/'谁(的|做的|决定)?'/, '操作人'],
  [/做了什么/, '操作内容'],
  [/['"]为什么['"]/, '事由'],
  [/[>( ]经过[<) ]/, '变更记录'],
  [/印出来/, '打印'],
  [/不选了/, '取消选择'],
  [/改不了也删不掉/, '不可修改、不可删除'],
  [/写对就能|写得不对/, '请填写带 * 的项目'],
  [/· 数据 (?=[\d刚$])|`数据 \$/, '数据更新于刚刚'],
]

const root = join(__dirname, '../../..')

function textsBelow(folder: string, name: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => name.test(path))
    .map((path) => join(folder, path))
}

const files = [
  ...textsBelow('miniapp/src', /\.tsx?$/),
  ...textsBelow('infra/local/commands', /\.ts$/),
  ...textsBelow('docs', /\.md$/),
  'README.md',
]

it.each(retired)('nothing says %s any more: %s', (old) => {
  expect(files.filter((path) => old.test(readFileSync(join(root, path), 'utf8')))).toEqual([])
})

it('a gift is 上架: 发布 is what is done with exhibits and bulletins', () => {
  const gifts = textsBelow('miniapp/src/points', /\.tsx?$/)
  expect(gifts.filter((path) => readFileSync(join(root, path), 'utf8').includes('发布'))).toEqual([])
})

const chineseCopy = [
  ...files,
  ...textsBelow('functions', /\.ts$/),
  ...textsBelow('infra', /\.(ts|json|csv)$/),
]

it('quotes as the mainland does, “thus”, in the program, the server’s texts and the docs', () => {
  const foreign = /[「」『』]|\p{Script=Han}"\p{Script=Han}[^"\n]*"\p{Script=Han}/u
  expect(chineseCopy.filter((path) => foreign.test(readFileSync(join(root, path), 'utf8')))).toEqual([])
})
