/**
 * Everything the program stores on this phone, named once: for the list on the privacy page, for what may be evicted when
 * the phone is full, and for the message when something could not be stored.
 */
export interface StoredItem {
  id: string
  title: string
  text: string
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

export const storedItems: readonly StoredItem[] = [
  {
    id: 'favourites',
    title: '收藏的地点',
    text: '只有地点的编号',
    word: '收藏',
    owns: named('favourites'),
  },
  {
    id: 'searches',
    title: '搜索过的词',
    text: '最近 8 个，方便再搜',
    word: '搜索记录',
    owns: named('searches'),
  },
  {
    id: 'reports',
    title: '等着发出的报告',
    text: '没有网络时写下的，连上后发出，发完就清',
    word: '等着发出的报告',
    owns: named('reports'),
  },
  {
    id: 'choices',
    title: '选过的城市、区和地图画面',
    text: '靠近你所在位置的画面不会存',
    word: '选过的城市',
    owns: named('city', 'city-shown', 'districts', 'map'),
  },
  {
    id: 'catalogues',
    title: '城市的地点数据',
    text: '没有网络时也能看；清掉后下次打开再取',
    word: '城市数据',
    refetchable: true,
    owns: (name) => name === 'regions' || name === 'city-grid' || name.startsWith('catalogue.'),
  },
  {
    id: 'exhibition',
    title: '展馆看到哪里',
    text: '看过的展品的编号，接着看用',
    word: '展馆看到哪里',
    owns: named('exhibition'),
  },
  {
    id: 'exhibit-favourites',
    title: '收藏的展品',
    text: '展品的编号和名称',
    word: '收藏的展品',
    owns: named('exhibit-favourites'),
  },
  {
    id: 'seen',
    title: '上次看到的展馆、礼品、积分和兑换单',
    text: '没有网络时也能看；退出登录就清掉自己的',
    word: '上次看到的展馆、礼品和积分',
    refetchable: true,
    owns: (name) => name.startsWith('seen.'),
  },
  {
    id: 'pickups',
    title: '今天的领取码',
    text: '打开过的兑换单，没有网络时也能出示；过了当天就清',
    word: '领取码',
    owns: named('pickups'),
  },
  {
    id: 'ordering',
    title: '没等到回应的兑换',
    text: '接着问同一次，免得多兑；问清楚就清',
    word: '没等到回应的兑换',
    owns: named('ordering'),
  },
  {
    id: 'counter',
    title: '网点的打卡码',
    text: '你在哪个网点，和当天的码；只有网点的人有',
    word: '打卡码',
    owns: named('counter', 'counter-code'),
  },
  {
    id: 'writing',
    title: '写了还没保存的展馆内容',
    text: '断网或关了窗口也能接着写；保存后就清，最多 10 条',
    word: '没保存的展馆内容',
    owns: (name) => name.startsWith('writing.'),
  },
  {
    id: 'session',
    title: '登录',
    text: '登录凭据和你的编号、身份；清掉就是在这部手机上退出',
    word: '登录',
    owns: named('session'),
  },
  {
    id: 'settings',
    title: '大字版和年龄的回答',
    text: '清掉后会再问一次年龄',
    word: '设置',
    owns: named('elder', 'age', 'age-changed'),
  },
]

export const storedItemOf = (name: string): StoredItem | null =>
  storedItems.find((item) => item.owns(name)) ?? null
