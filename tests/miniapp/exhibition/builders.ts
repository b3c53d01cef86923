/** A small hall, and a server in memory that has it. */

import type { ShownBlock } from '@common/blocks/shown'
import type { Gallery, Hall } from '@contract/exhibition'
import { aPacked, aRegion } from '../places/builders'
import { places } from '../shell/start'
import type { Reply, Sent } from '../support/taro'

const text = (id: string): ShownBlock => ({ id: 'a', type: 'text', text: `关于${id}的话。` })

export function aGallery(overrides: Partial<Gallery> = {}): Gallery {
  const exhibits = ['第一张彩票', '条例', '新玩法'].map((title, n) => ({
    id: `320800-exhibit-${n + 1}`,
    title,
    blocks: [text(title)],
  }))
  return {
    region: '320800',
    gallery: 'history',
    title: '福彩历程',
    about: '从 1987 年说起。',
    adultsOnly: false,
    version: 3,
    exhibits,
    ...overrides,
  }
}

export const galleries: readonly Gallery[] = [
  aGallery(),
  aGallery({ gallery: 'games', title: '票品与玩法', adultsOnly: true }),
  aGallery({ gallery: 'footprints', title: '公益足迹' }),
]

export const hallOf = (all: readonly Gallery[]): Hall => ({
  region: '320800',
  version: 3,
  galleries: all.map(({ gallery, title, about, adultsOnly, exhibits }) => ({
    gallery,
    title,
    about,
    adultsOnly,
    exhibits: exhibits.map((exhibit) => ({ id: exhibit.id, title: exhibit.title })),
  })),
})

const json = (value: unknown): Reply => ({
  statusCode: 200,
  header: { ETag: '"1.2026-03-02-id"' },
  data: JSON.stringify(value),
})
const problem = (code: string): Reply => ({
  statusCode: 404,
  data: JSON.stringify({ type: 'about:blank', title: code, status: 404, code }),
})

/** Answers for the hall, its galleries and the city. */
export const hallServer =
  (all: readonly Gallery[] = galleries) =>
  ({ url }: Sent): Reply => {
    const [, name] = /\/api\/exhibition\/320800(?:\/galleries\/(.+))?$/.exec(url) ?? []
    if (name) {
      const found = all.find(({ gallery }) => gallery === name)
      return found ? json(found) : problem('unknown-gallery')
    }
    if (url.endsWith('/api/exhibition/320800')) return json(hallOf(all))
    return json(url.endsWith('/places') ? aPacked(places) : { regions: [aRegion()] })
  }

export const at = (gallery: string, exhibit?: number) => ({
  region: '320800',
  gallery,
  ...(exhibit === undefined ? {} : { exhibit: `320800-exhibit-${exhibit}` }),
})
