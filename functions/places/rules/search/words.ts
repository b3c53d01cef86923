/** The everyday words for what a place is, has and does. */
import type { Day } from '../../../shared/day'
import {
  type Amenity,
  amenities,
  type Channel,
  channels,
  type Kind,
  kinds,
  type PlaceSummary,
  type ProjectCategory,
  projectCategories,
  type Role,
  roles,
} from '../../contract'
import { rolesInForce } from '../roles'
import { isSpelled } from './spelling'

/** What a word asks for: any place with one of these. */
export type Wanted = {
  kinds?: readonly Kind[]
  roles?: readonly Role[]
  amenities?: readonly Amenity[]
  channels?: readonly Channel[]
  categories?: readonly ProjectCategory[]
}

const amenityWords: Record<Amenity, string> = {
  water: '饮用水 饮水 饮水机 饮水点 直饮水 喝水 热水 开水 温水 凉水 水 接水 打水 倒水 矿泉水 口渴',
  umbrella: '雨伞 伞 借伞 打伞 雨具 雨衣',
  'medical-kit': '药箱 医药箱 急救箱 急救包 药 药品 常用药 创可贴 急救 包扎',
  microwave: '微波炉 热饭 加热 热菜 热饭菜',
  charging: '充电 充电宝 充电器 充电线 手机充电 给手机充电 充手机',
  seating: '座椅 座位 椅子 凳子 歇脚 休息 休息区 休息处 歇歇 坐坐',
  toilet: '厕所 卫生间 洗手间 公厕 公共厕所 上厕所 茅房 方便 wc toilet',
  wifi: '无线网 无线网络 wifi wi-fi 免费wifi 无线 上网 网络',
  'winter-coat': '棉衣 棉袄 棉服 大衣 棉大衣 冬衣 御寒衣物 羽绒服',
  food: '食品 食物 吃的 吃饭 面包 泡面 方便面 饿',
  accessible: '无障碍 轮椅 坡道 无障碍通道 无障碍设施',
}

const roleWords: Record<Role, string> = {
  'love-aid': '爱心救助点 爱心救助站 爱心救助 救助点 救助站 救助 爱心 爱心点 爱心站 求助 需要帮助 帮助',
  'warm-cabin': '温暖小屋 暖心小屋 取暖 暖气 避寒 御寒',
  'post-station': '公益驿站 福彩公益驿站 福彩驿站 爱心驿站 驿站',
  'parcel-point':
    '快递代收 快递代收点 快递代收站 快递 快递点 快递站 快递柜 取快递 拿快递 寄快递 收快递 包裹 取件 寄件 代收点 丰巢 蜂巢 菜鸟 菜鸟驿站',
  exemplary: '党员示范点 党员示范 示范点 党员',
  'lottery-supermarket': '彩票超市 福彩超市',
}

const kindWords: Record<Kind, string> = {
  outlet:
    '销售网点 网点 投注站 投注点 销售点 福彩网点 彩票 彩票店 彩票站 福彩店 福彩站 福利彩票 买彩票 双色球 刮刮乐',
  hall: '快乐吧 体验厅 福彩快乐吧 福彩体验厅',
  project: '公益项目 公益金项目 福彩公益金 公益金 资助项目',
  shelter: '服务站 工会驿站 户外劳动者驿站 户外劳动者服务站 劳动者驿站 劳动者港湾',
}

const channelWords: Record<Channel, string> = {
  street: '街边店',
  mall: '商场 购物中心 商城 百货',
  'petrol-station': '加油站 加油',
  'convenience-store': '便利店 小卖部',
  supermarket: '超市',
  restaurant: '餐饮店 饭店 餐厅 餐馆 饭馆',
  'housing-sales': '售楼处 售楼部 卖房',
}

const categoryWords: Record<ProjectCategory, string> = {
  elderly: '养老服务 养老 养老院 敬老院 老年 老人',
  children: '儿童福利 儿童 儿童福利院 儿童之家 孤儿',
  disability: '助残 残疾人 残疾人服务 康复',
  other: '社会公益',
}

/** Small prizes are paid wherever tickets are sold. */
const prizeWords = '兑奖 兑奖点 兑换奖金 领奖 领奖点 中奖'

const wantedBy: ReadonlyMap<string, Wanted> = new Map([
  ...entries(channels, channelWords, (channel) => ({ channels: [channel] })),
  ...entries(projectCategories, categoryWords, (category) => ({ categories: [category] })),
  ...entries(kinds, kindWords, (kind) => ({ kinds: [kind] })),
  ...entries(roles, roleWords, (role) => ({ roles: [role] })),
  ...entries(amenities, amenityWords, (amenity) => ({ amenities: [amenity] })),
  ...prizeWords.split(' ').map((word): [string, Wanted] => [word, { kinds: ['outlet', 'hall'] }]),
])

function entries<T extends string>(
  all: readonly T[],
  words: Readonly<Record<T, string>>,
  wanted: (one: T) => Wanted,
): [string, Wanted][] {
  return all.flatMap((one) => words[one].split(' ').map((word): [string, Wanted] => [word, wanted(one)]))
}

/** What people write before and after the word itself. */
const before =
  /^(?:请问|附近|最近|周边|周围|旁边|这里|这边|哪里|哪儿|哪|有没有|可以|能|我要|我想|想要|想|要|找|去|有|在|离|的)+/
const after =
  /(?:在哪里?儿?|哪里有|哪儿有|哪有|哪里|哪儿|有没有|怎么走|的地方|附近|最近|周边|周围|旁边|那边|有吗|有么|有|吗|么|在|的)+$/

/** Without the little words at either end: 洪泽 for 洪泽附近哪里有; empty where there is nothing else. */
export const bareOf = (word: string): string => word.replace(before, '').replace(after, '')

/** What a word asks for, as it is or as it sounds; null for any other. `word` is normalised and simplified. */
export function wantedOf(word: string): Wanted | null {
  const bare = bareOf(word)
  const wanted = wantedBy.get(word) ?? wantedBy.get(bare) ?? wantedBy.get(bare.replace(/[点站处]$/, ''))
  if (wanted) return wanted
  if (!/^[a-z]{4,}$/.test(word)) return null
  for (const [known, meant] of wantedBy) if (known.length > 1 && isSpelled(known, word)) return meant
  return null
}

/** A word that has such a word at its end or beginning, e.g. 洪泽哪里有厕所: the longest one, and the rest; null for any other. */
export function splitWanted(word: string): { rest: string; wanted: Wanted } | null {
  const bare = bareOf(word)
  let found: { rest: string; wanted: Wanted; length: number } | null = null
  for (const [known, wanted] of wantedBy) {
    if (known.length < 2 || known.length <= (found?.length ?? 0)) continue
    const beside = bare.endsWith(known)
      ? bare.slice(0, -known.length)
      : bare.startsWith(known)
        ? bare.slice(known.length)
        : ''
    const rest = bareOf(beside)
    if (rest !== '') found = { rest, wanted, length: known.length }
  }
  return found
}

/** The city's own office, which is no place of the catalogue. */
const centreWords = new Set(
  '福彩中心 彩票中心 福利彩票中心 福彩发行中心 彩票发行中心 福利彩票发行中心 客服 客服电话 投诉 举报'.split(
    ' ',
  ),
)

/** Whether the whole of a word asks for the city's centre: 福彩中心, 淮安市福彩中心, `fucaizhongxin`. Normalised and simplified. */
export function isCentreWord(word: string, city: string): boolean {
  const bare = bareOf(word)
  const own = (bare.startsWith(city) ? bare.slice(city.length) : bare).replace(/^市/, '')
  if (centreWords.has(own)) return true
  return /^[a-z]{4,}$/.test(own) && [...centreWords].some((known) => isSpelled(known, own))
}

type Described = Pick<PlaceSummary, 'kind' | 'roles' | 'amenities' | 'channel' | 'project'>

/** @param day roles count as they are in force then; without it, all of them */
export function wantedMatcher(wanted: Wanted, day?: Day): (place: Described) => boolean {
  const { kinds = [], roles = [], amenities = [], channels = [], categories = [] } = wanted
  const inForce = day ? rolesInForce({ roles: [...roles] }, day) : roles
  return ({ kind, roles: own, amenities: stocked, channel, project }) =>
    kinds.includes(kind) ||
    inForce.some((role) => own.includes(role)) ||
    (amenities.length > 0 && stocked.some(({ amenity }) => amenities.includes(amenity))) ||
    (channel !== null && channels.includes(channel)) ||
    (project !== null && categories.includes(project.category))
}
