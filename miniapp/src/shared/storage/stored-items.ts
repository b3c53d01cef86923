/**
 * Everything the program stores on this phone, named once: for the list on the privacy page, for what may be evicted when
 * the phone is full, and for the message when something could not be stored. The privacy page's own words for each stand
 * with that page: the first load has no use for them.
 */
export interface StoredItem {
  id: string
  /** In a sentence about what could not be stored. */
  word: string
  /** The server gives it again, so that it makes room for what nobody else has. */
  refetchable?: boolean
  /** Whether a name of the store belongs to it. */
  owns(name: string): boolean
}

const named =
  (...names: string[]) =>
  (name: string) =>
    names.includes(name)

const items = [
  {
    id: 'favourites',
    word: '收藏',
    owns: named('favourites'),
  },
  {
    id: 'searches',
    word: '搜索记录',
    owns: named('searches'),
  },
  {
    id: 'reports',
    word: '等着发出的报告',
    owns: named('reports'),
  },
  {
    id: 'choices',
    word: '选过的城市',
    owns: named('city', 'city-shown', 'districts', 'map'),
  },
  {
    id: 'catalogues',
    word: '城市数据',
    refetchable: true,
    owns: (name) => name === 'regions' || name === 'city-grid' || name.startsWith('catalogue.'),
  },
  {
    id: 'exhibition',
    word: '展馆看到哪里',
    owns: named('exhibition'),
  },
  {
    id: 'exhibit-favourites',
    word: '收藏的展品',
    owns: named('exhibit-favourites'),
  },
  {
    id: 'seen',
    word: '上次看到的展馆、礼品和积分',
    refetchable: true,
    owns: (name) => name.startsWith('seen.'),
  },
  {
    id: 'pickups',
    word: '领取码',
    owns: named('pickups'),
  },
  {
    id: 'ordering',
    word: '没等到回应的兑换',
    owns: named('ordering'),
  },
  {
    id: 'counter',
    word: '打卡码',
    owns: named('counter', 'counter-code'),
  },
  {
    id: 'writing',
    word: '没保存的展馆内容',
    owns: (name) => name.startsWith('writing.'),
  },
  {
    id: 'session',
    word: '登录',
    owns: named('session'),
  },
  {
    id: 'settings',
    word: '设置',
    owns: named('elder', 'age', 'age-changed'),
  },
] as const satisfies readonly StoredItem[]

export type StoredItemId = (typeof items)[number]['id']
export const storedItems: readonly (StoredItem & { id: StoredItemId })[] = items

export const storedItemOf = (name: string): StoredItem | null =>
  storedItems.find((item) => item.owns(name)) ?? null
