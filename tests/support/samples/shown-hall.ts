/** A hall of three galleries, each exhibit of which has every type of block: made here, so that no test waits for what is written. */
import { gallerySchema, hallSchema } from '../../../functions/exhibition/contract'
import type { ShownBlock } from '../../../functions/shared/blocks/shown'
import { projectIn } from '../../../infra/demo/exhibition/projects'
import { blocks } from './shown-blocks'
import { aFund } from './shown-fund'

const long: ShownBlock = {
  id: 'z',
  type: 'text',
  text: Array.from({ length: 8 }, () => '一段说明。'.repeat(30)).join('\n'),
}
const gallery = (slug: string, title: string, adultsOnly = false) => ({
  region: '320800',
  gallery: slug,
  title,
  about: `${title}，从头看起。`,
  adultsOnly,
  version: 1,
  exhibits: ['头一件', '第二件', '末一件'].map((name, n) => ({
    id: `320800-exhibit-${slug}-${n}`,
    title: `${title}${name}`,
    blocks: [...blocks, long],
  })),
})
const galleries = [
  gallery('history', '福彩历程'),
  gallery('games', '票品与玩法', true),
  gallery('footprints', '公益足迹'),
].map((one) => gallerySchema.parse(one))
const hall = hallSchema.parse({ region: '320800', version: 1, galleries })

/** 浦楼社区老年助餐点 of the demonstration. */
const projectId = projectIn('320800', '浦楼社区老年助餐点').id

/** What the exhibition API answers a path with; null for another one. */
export function exhibitionAnswer(pathname: string) {
  if (pathname === '/api/exhibition/320800') return hall
  if (pathname === '/api/exhibition/320800/fund') return aFund([projectId])
  const slug = /^\/api\/exhibition\/320800\/galleries\/(\w+)$/.exec(pathname)?.[1]
  return galleries.find((one) => one.gallery === slug) ?? null
}
