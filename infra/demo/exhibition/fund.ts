/**
 * What became of the money in the demonstration cities. All of it is made up and says so; in Huai'an the three years add up to the
 * sums that its centre printed (990 million yuan sold, 298 million raised).
 */
import type { FundContent } from '../../../functions/exhibition/contract/kinds/fund'
import { projectsIn } from './projects'

type City = '320800' | '371600'

/** In units of 10,000 yuan. `uses`: `project category | title | amount | about`. */
type DemoYear = {
  year: number
  sales: number
  prizes: number
  raised: number
  jobs: number
  uses: string
  note: string
}

const huaian: DemoYear[] = [
  {
    ...{ year: 2021, sales: 31_200, prizes: 17_160, raised: 9_360, jobs: 862, note: '' },
    uses: `
      elderly | 扶老 | 1720 | 敬老院护理床位改造、乡镇养老服务中心
      children | 救孤 | 410 | 孤残儿童康复器材和训练
      disability | 助残 | 260 | 辅助器具补贴
      other | 济困 | 380 | 临时救助和冬季送温暖
    `,
  },
  {
    ...{ year: 2022, sales: 32_400, prizes: 17_820, raised: 9_720, jobs: 881, note: '' },
    uses: `
      elderly | 扶老 | 1860 | 福利院失能老人照护楼，床位 120 张
      children | 救孤 | 450 | 未成年人临时照料和心理辅导
      disability | 助残 | 390 | 残疾人之家的工位和康复设备
      other | 济困 | 420 | 救助站食宿房间和无障碍设施
    `,
  },
  {
    ...{ year: 2023, sales: 35_600, prizes: 19_580, raised: 10_720, jobs: 905 },
    uses: `
      elderly | 扶老 | 2130 | 日间照料、社区助餐点和适老化改造
      children | 救孤 | 540 | 儿童之家的课后托管、图书和心理辅导
      disability | 助残 | 520 | 轮椅、拐杖等辅具免费借用
      other | 济困 | 610 | 爱心救助点物资和温暖小屋棉衣
    `,
    note: '2023 年用的比当年留在本市的多，多出的 48 万元用的是上年结余（演示）。\n市福彩中心公开过 2021 至 2023 年的合计：销售 9.9 亿多元，筹集公益金 2.98 亿元。分到每一年的数字是演示。',
  },
]

const binzhou: DemoYear[] = [
  {
    ...{ year: 2021, sales: 26_800, prizes: 14_740, raised: 8_040, jobs: 742, note: '' },
    uses: `
      elderly | 扶老 | 1480 | 特困老人供养床位改造
      children | 救孤 | 520 | 儿童福利院特教康复楼
      disability | 助残 | 240 | 残疾儿童康复训练补贴
      other | 济困 | 310 | 临时救助和冬季送温暖
    `,
  },
  {
    ...{ year: 2022, sales: 28_400, prizes: 15_620, raised: 8_520, jobs: 768, note: '' },
    uses: `
      elderly | 扶老 | 1690 | 失智老人照护区和综合养老服务中心
      children | 救孤 | 380 | 困境儿童助学
      disability | 助残 | 360 | 听力和肢体康复训练
      other | 济困 | 330 | 临时遇困人员食宿和返乡帮助
    `,
  },
  {
    ...{ year: 2023, sales: 32_600, prizes: 17_930, raised: 9_780, jobs: 803, note: '' },
    uses: `
      elderly | 扶老 | 1870 | 长者食堂和高龄老人用餐补助
      children | 救孤 | 430 | 课后照料、图书和助学物资
      disability | 助残 | 410 | 工疗室、康复器材和接送车辆
      other | 济困 | 470 | 公益驿站的饮水、急救和遮雨物资
    `,
  },
]

const years: Readonly<Record<City, readonly DemoYear[]>> = { '320800': huaian, '371600': binzhou }

/** The years of a city, the first year first. */
export const fundYearsOf = (city: City): FundContent[] => years[city].map((year) => yearOf(city, year))

const fen = (tenThousands: number) => tenThousands * 1_000_000

function yearOf(city: City, { year, sales, prizes, raised, jobs, uses, note }: DemoYear): FundContent {
  const origin = { source: '演示数据，不是决算', date: `${year}-12-31` }
  const figure = (tenThousands: number) => ({ amount: fen(tenThousands), ...origin })
  const projects = projectsIn(city).filter((project) => project.year === year)
  const rows = uses
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
  const [nation, province] = [fen(raised) / 2, (fen(raised) * 15) / 100]
  return {
    kind: 'fund',
    year,
    sales: figure(sales),
    prizes: figure(prizes),
    raised: figure(raised),
    kept: { nation, province, city: fen(raised) - nation - province, ...origin },
    uses: rows.map(([use = '', title = '', amount, about = '']) => ({
      id: use,
      title,
      about,
      ...figure(Number(amount)),
      places: projects.filter((project) => project.use === use).map(({ id }) => id),
    })),
    jobs: { count: jobs, ...origin },
    note,
  }
}
