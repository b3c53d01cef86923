/** 公益足迹: what the fund paid for, each exhibit leading to projects on the city's map. */
import {
  type DemoExhibit,
  type DemoGallery,
  exhibit,
  figure,
  heading,
  invented,
  type Part,
  place,
  quotation,
  source,
  table,
  text,
} from './parts'
import { type DemoProject, projectIn, projectsIn } from './projects'

const twoYuan = exhibit(
  'two-yuan',
  '两块钱的去向',
  text('花两块钱买一注双色球，一块零二分做奖金，两毛六分做发行费，七毛二分是公益金。公益金先分成两半。'),
  table(
    '公益金怎样分',
    `
    归哪里 | 占公益金
    中央 | 50%
    地方：省、市、县 | 50%
  `,
  ),
  table(
    '中央那一半怎样分',
    `
    归哪里 | 占中央的一半
    全国社会保障基金 | 60%
    中央专项彩票公益金 | 30%
    民政部 | 5%
    体育总局 | 5%
  `,
  ),
  text('地方的一半，按“扶老、助残、救孤、济困”用在当地。地图上看得见的房子、床和坡道，就是这一半。'),
  heading('怎样查'),
  quotation(
    '彩票公益金的管理、使用单位，应当每年向社会公告公益金的使用情况。',
    '《彩票管理条例》',
    '国务院令第 554 号',
  ),
  source('国务院批准的彩票公益金分配政策；双色球资金比例见游戏规则。以现行规定为准。'),
)

const sign = exhibit(
  'sign',
  '墙上那块牌子',
  text(
    '公益金资助的房子和设备，要在显眼的地方标明“彩票公益金资助”。福利院的门厅、康复器材的侧面、社区里的坡道旁，都可能有这样一块牌子。',
    '牌子是给两种人看的：用的人知道来处，买票的人知道去处。',
  ),
  heading('下次路过'),
  text('找一找牌子在哪里。找到了，再到地图上看这个项目是哪一年、用了多少钱。'),
  source('财政部《彩票公益金管理办法》关于资助标识的规定，以现行规定为准；牌子挂在哪里是举例（演示）。'),
)

const sumOf = (projects: readonly DemoProject[]) => projects.reduce((sum, { amount }) => sum + amount, 0)
const inTenThousands = (projects: readonly DemoProject[]) => (sumOf(projects) / 10_000).toLocaleString('en')
const useNames = { elderly: '扶老', children: '救孤', disability: '助残', other: '济困' } as const

/** Every project of the city, in the order of years. */
const ledger = (adcode: string): DemoExhibit => {
  const projects = projectsIn(adcode).sort((a, b) => a.year - b.year)
  const years = projects.map(({ year }) => year)
  const until = Math.max(...years)
  const sums = Object.entries(useNames).flatMap(([use, name]) => {
    const some = projects.filter((project) => project.use === use)
    return some.length === 0 ? [] : [`${name} | ${some.length} | ${inTenThousands(some)}`]
  })
  const rows = projects.map((project) => `${project.year} | ${project.name} | ${inTenThousands([project])}`)
  return exhibit(
    'ledger',
    '一笔一笔的账',
    figure({
      value: sumOf(projects) / 10_000,
      unit: '万元',
      label: `${Math.min(...years)} 至 ${until} 年，地图上 ${projects.length} 个项目合计`,
      source: '演示数据，不是决算',
      date: `${until}-12-31`,
    }),
    text('合计是这样加起来的。每一行在地图上都有一个位置，可以走过去看。'),
    table('按用途', ['用在 | 项目 | 万元', ...sums].join('\n')),
    table('按年份', ['年份 | 项目 | 万元', ...rows].join('\n')),
    text('看账先看两样：写没写清给谁用，写没写清是哪一年的钱。'),
    invented,
  )
}

type Pair = [first: DemoProject, second: DemoProject]
type Projects = Record<'elderly' | 'meals' | 'children' | 'disability' | 'relief', Pair>

const amountOf = ({ amount, name, year }: DemoProject): Part =>
  figure({
    value: amount / 10_000,
    unit: '万元',
    label: `${name}，${year} 年公益金资助`,
    source: '演示数据，不是决算',
    date: `${year}-12-31`,
  })

const placeOf = ({ id, year, purpose }: DemoProject): Part => place(id, `${year} 年：${purpose}（演示）。`)

const onTheMap = ([first, second]: Pair): Part[] => [
  heading('在地图上'),
  amountOf(first),
  placeOf(first),
  placeOf(second),
  invented,
]

const exhibitsOf = (
  adcode: string,
  { elderly, meals, children, disability, relief }: Projects,
): DemoExhibit[] => [
  twoYuan,
  sign,
  exhibit(
    'care-bed',
    '能摇起来的床',
    text('失能老人的房间，和普通房间差几样东西。'),
    table(
      '一间护理房',
      `
      改哪里 | 为什么
      床能摇起来 | 翻身、吃饭不用两个人抬
      墙上有扶手 | 起身的那一下最容易摔
      枕边呼叫铃 | 夜里叫得到人
      门宽，没坎 | 轮椅要进得去，转得过来
    `,
    ),
    ...onTheMap(elderly),
  ),
  exhibit(
    'hot-meal',
    '中午十一点的热饭',
    text(
      '一个人住，最难的是做一个人的饭。助餐点十一点前后开门，来得了的来吃，来不了的请人送上门。',
      '公益金买的是灶台、冰箱、消毒柜，也补贴每一份饭里的几块钱。补多少、补给谁，由当地民政部门公布。',
    ),
    ...onTheMap(meals),
  ),
  exhibit(
    'first-step',
    '走路这件事',
    text(
      '康复室里有一副矮矮的平行杠。脑瘫的孩子扶着它，从这头走到那头。三米，有的孩子要练半年。',
      '除了器材，还有一间放学以后的屋子：有书，有灯，有一个大人。',
    ),
    ...onTheMap(children),
  ),
  exhibit(
    'work-bench',
    '一张合适的工作台',
    text(
      '桌面能升降，轮椅推得进去。手边的活是串珠、包装、缝纫，不重。',
      '要紧的是每天有地方去，有人一起吃午饭，月底有一份自己的钱。',
    ),
    ...onTheMap(disability),
  ),
  exhibit(
    'night-door',
    '夜里也开的门',
    text(
      '出门在外，钱包丢了，车也没了，可以到救助站：先坐下，吃一顿饭，睡一觉，再想怎么回家。',
      '不认识路，就到最近的爱心救助点或公益驿站说一声，他们帮你联系。',
    ),
    ...onTheMap(relief),
  ),
  ledger(adcode),
]

const footprintsOf = (adcode: string, names: Record<keyof Projects, [string, string]>): DemoGallery => {
  const pairOf = ([first, second]: [string, string]): Pair => [
    projectIn(adcode, first),
    projectIn(adcode, second),
  ]
  return {
    gallery: 'footprints',
    title: '公益足迹',
    about: '公益金在本市变成了什么：一张床，一顿饭，一副平行杠。每件展品都通到地图上的项目。',
    adultsOnly: false,
    exhibits: exhibitsOf(adcode, {
      elderly: pairOf(names.elderly),
      meals: pairOf(names.meals),
      children: pairOf(names.children),
      disability: pairOf(names.disability),
      relief: pairOf(names.relief),
    }),
  }
}

export const footprints = {
  '320800': footprintsOf('320800', {
    elderly: ['市社会福利院失能老人照护楼', '高沟镇养老服务中心'],
    meals: ['浦楼社区老年助餐点', '车桥镇农村幸福院'],
    children: ['市儿童福利机构康复训练室', '盱眙县儿童之家示范点'],
    disability: ['淮安区残疾人之家', '洪泽区残疾人辅助器具服务站'],
    relief: ['金湖县救助服务站改造', '涟水县未成年人保护中心'],
  }),
  '371600': footprintsOf('371600', {
    elderly: ['市社会福利中心失智老人照护区', '沾化区综合养老服务中心'],
    meals: ['沙河街道长者食堂', '胡集镇农村幸福院'],
    children: ['市儿童福利院特教康复楼', '博兴县困境儿童关爱站'],
    disability: ['滨北街道残疾人之家', '阳信县残疾儿童康复站'],
    relief: ['邹平市临时救助服务点', '惠民县未成年人救助保护中心'],
  }),
}
