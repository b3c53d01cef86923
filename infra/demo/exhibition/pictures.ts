/** The drawings that hang in the exhibition, by exhibit. Each is an SVG of `pictures/`; its title says what is to be seen. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Block } from '../../../functions/shared/blocks/block'
import type { DemoExhibit, DemoGallery } from './parts'

/** By the slug of an exhibit: the drawing's name, and what stands below it. */
const hung: Readonly<Record<string, readonly [drawing: string, caption: string]>> = {
  'first-ticket': ['first-ticket', '有奖募捐券的样子，右边是票根。'],
  years: ['years', '从撕下的奖券，到打印的电脑票。'],
  'street-table': ['street-table', '一张桌子，一块红布，就是一个网点。'],
  terminal: ['terminal', '投注机吐出来的电脑票。'],
  'over-the-counter': ['over-the-counter', '一手交钱，一手交票。'],
  law: ['law', '《彩票管理条例》，2009 年 7 月 1 日起施行。'],
  scratch: ['scratch', '结果在印刷的时候已经定下。'],
  draw: ['draw', '球、机器和贴着封条的箱子。'],
  'two-yuan': ['two-yuan', '一百元双色球票款：奖金、公益金、发行费各一摞。'],
  sign: ['welfare-home', '大门旁边那块牌子。'],
  'care-bed': ['care-bed', '摇起来，就能坐着看窗外。'],
  'hot-meal': ['hot-meal', '一份午饭：一饭、一菜、一汤。'],
  'first-step': ['first-step', '扶着双杠，从第一步走起。'],
  'work-bench': ['work-bench', '桌面能升降，轮椅推得进去。'],
  'night-door': ['night-door', '门灯夜里不关。'],
  'kept-ticket': ['kept-ticket', '抽屉里的信封，每只写着一个姓。'],
  'stand-in': ['stand-in', '站了五天柜台。'],
  sweeper: ['sweeper', '卷帘门拉起半截，水是热的。'],
  umbrella: ['umbrella', '还回来的伞，挂在门把手上。'],
  'not-sold': ['not-sold', '一杯水，和没有收下的十块钱。'],
  carer: ['care-bed', '三楼的一张床。'],
  plaque: ['plaque', '看见这块牌子，谁都可以进。'],
  'walk-in': ['walk-in', '推门进来，坐下，喝水。'],
  cupboard: ['cupboard', '水、微波炉、药箱和伞。'],
  'warm-cabin': ['warm-cabin', '棉衣按大小排着，合身就穿走。'],
  'one-hour': ['one-hour', '一小时之内到店。'],
  'post-station': ['post-station', '一个包裹架，一台饮水机，两张凳子。'],
  find: ['find', '首页写着最近的一家，走几分钟。'],
  'happy-bar': ['happy-bar', '一边是柜台，一边可以坐下来。'],
  'charity-shop': ['charity-shop', '一样东西一个价，写的是积分。'],
  'self-check': ['mirror', '一面镜子，不是诊断。'],
  budget: ['budget', '先在日历上定一个数。'],
  family: ['family', '挑一个大家都不急的时候。'],
  help: ['help', '第一个电话，可以有人陪着打。'],
}

export type DemoPicture = { id: string; svg: string }

const folder = join(__dirname, 'pictures')
const svgOf = (drawing: string): string => readFileSync(join(folder, `${drawing}.svg`), 'utf8')

const descriptionOf = (drawing: string): string => {
  const title = /<title>([^<]+)<\/title>/.exec(svgOf(drawing))?.[1]
  if (title === undefined) throw new Error(`the drawing ${drawing} has no title`)
  return title
}

/** Id of a drawing among the files of a city. */
const mediaIdOf = (adcode: string, drawing: string) => `${adcode}-demo-${drawing}`

const drawingOf = ({ slug }: DemoExhibit): string | undefined => hung[slug]?.[0]

/** The drawings that a city's galleries show, once each. */
export const picturesOf = (adcode: string, galleries: readonly DemoGallery[]): DemoPicture[] => {
  const drawings = galleries.flatMap(({ exhibits }) => exhibits.map(drawingOf))
  return [...new Set(drawings.filter((drawing) => drawing !== undefined))].map((drawing) => ({
    id: mediaIdOf(adcode, drawing),
    svg: svgOf(drawing),
  }))
}

const pictureOf = (adcode: string, { slug }: DemoExhibit): Block[] => {
  const found = hung[slug]
  if (!found) return []
  const [drawing, caption] = found
  const description = descriptionOf(drawing)
  return [{ id: 'picture', type: 'picture', media: mediaIdOf(adcode, drawing), description, caption }]
}

/** A gallery of the city with its pictures: each stands first in its exhibit. */
export const withPictures = (adcode: string, gallery: DemoGallery): DemoGallery => ({
  ...gallery,
  exhibits: gallery.exhibits.map((exhibit) => ({
    ...exhibit,
    blocks: [...pictureOf(adcode, exhibit), ...exhibit.blocks],
  })),
})
