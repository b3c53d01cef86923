/** A block of each type as the server shows it. */
import type { ShownBlock, ShownMedia } from '../../../functions/shared/blocks/shown'

export function aPictureFile(overrides: Partial<ShownMedia> = {}): ShownMedia {
  const form = (width: number, kind: 'webp' | 'jpeg') => ({
    src: `/media/shown/320800-a-${width}.${kind}`,
    type: `image/${kind}`,
    width,
    height: (width * 2) / 3,
    bytes: width * 40,
  })
  return {
    id: '320800-a',
    kind: 'picture',
    width: 1200,
    height: 800,
    seconds: null,
    renditions: [
      form(480, 'webp'),
      form(480, 'jpeg'),
      form(960, 'webp'),
      form(960, 'jpeg'),
      form(1200, 'webp'),
      form(1200, 'jpeg'),
    ],
    ...overrides,
  }
}

const plays = (kind: 'audio' | 'video', type: string): ShownMedia => ({
  id: `320800-${kind}`,
  kind,
  width: kind === 'video' ? 1280 : null,
  height: kind === 'video' ? 720 : null,
  seconds: 65,
  renditions: [{ src: `/media/shown/${kind}`, type, width: null, height: null, bytes: 9_000 }],
})

export const blocks = [
  { id: 'a', type: 'heading', text: '第一批彩票', level: 2 },
  { id: 'b', type: 'text', text: '第一段。\n\n第二段。' },
  { id: 'c', type: 'picture', media: aPictureFile(), description: '一张旧彩票', caption: '1987 年的票面' },
  {
    id: 'd',
    type: 'pictures',
    pictures: [
      { media: aPictureFile({ id: '320800-b' }), description: '正面', caption: '' },
      { media: aPictureFile({ id: '320800-c' }), description: '背面', caption: '' },
    ],
  },
  {
    id: 'e',
    type: 'audio',
    media: plays('audio', 'audio/mpeg'),
    title: '一段口述',
    transcript: '那年我二十岁。',
  },
  {
    id: 'f',
    type: 'video',
    media: plays('video', 'video/mp4'),
    title: '开业那天',
    captions: [
      { from: 0, until: 2, text: '门开了。' },
      { from: 2, until: 4, text: '人进来了。' },
    ],
    poster: null,
  },
  {
    id: 'g',
    type: 'timeline',
    events: [
      { time: '1987-07-27', title: '第一批福利彩票', text: '在石家庄发售。' },
      { time: '2009', title: '彩票管理条例', text: '' },
    ],
  },
  {
    id: 'h',
    type: 'figure',
    value: 298_000_000,
    unit: '元',
    label: '三年筹集公益金',
    source: '市中心工作总结',
    date: '2023-12-31',
  },
  { id: 'i', type: 'quotation', text: '票是人家的。', by: '站主', source: '本地报道' },
  {
    id: 'j',
    type: 'table',
    caption: '各奖级',
    columns: ['奖级', '奖金'],
    rows: [['一等奖', '浮动'], ['六等奖']],
  },
  { id: 'k', type: 'place', place: '320800-1', note: '可以进去歇脚' },
  { id: 'l', type: 'bulletin', bulletin: '320800-bulletin-x', title: '助餐点开放' },
] as const satisfies readonly ShownBlock[]
