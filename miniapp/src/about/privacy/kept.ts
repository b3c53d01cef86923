/** What the program keeps on this phone, in the words of the privacy page, and how each is forgotten. */
import { favourites } from '@/places/favourites'
import { forgetSearches } from '@/places/recent'
import { session } from '@/shared/session'
import { settings } from '@/shared/settings'
import { phoneStore, type TextStore } from '@/shared/storage'

export interface KeptThing {
  title: string
  text: string
  /** Whether a name of the store belongs to it. */
  owns(name: string): boolean
  /** What lives in memory besides the store. */
  forget?(): void
}

const named =
  (...names: string[]) =>
  (name: string) =>
    names.includes(name)

export const keptThings: readonly KeptThing[] = [
  {
    title: '收藏的地点',
    text: '只有地点的编号',
    owns: named('favourites'),
    forget: favourites.clear,
  },
  {
    title: '搜索过的词',
    text: '最近 8 个，方便再搜',
    owns: named('searches'),
    forget: forgetSearches,
  },
  {
    title: '等着发出的报告',
    text: '没有网络时写下的，连上后发出，发完就清',
    owns: named('reports'),
  },
  {
    title: '选过的城市、区和地图画面',
    text: '靠近你所在位置的画面不会存',
    owns: named('city', 'districts', 'map'),
  },
  {
    title: '城市的地点数据',
    text: '没有网络时也能看；清掉后下次打开再取',
    owns: (name) => name === 'regions' || name.startsWith('catalogue.'),
  },
  {
    title: '今天的领取码',
    text: '打开过的兑换单，没有网络时也能出示；过了当天就清',
    owns: named('pickups'),
  },
  {
    title: '没等到回应的兑换',
    text: '接着问同一次，免得多兑；问清楚就清',
    owns: named('ordering'),
  },
  {
    title: '网点的打卡码',
    text: '你在哪个网点，和当天的码；只有网点的人有',
    owns: named('counter', 'counter-code'),
  },
  {
    title: '登录',
    text: '登录凭据和你的编号、身份；清掉就是在这部手机上退出',
    owns: named('session'),
    forget: session.forget,
  },
  {
    title: '大字版和年龄的回答',
    text: '清掉后会再问一次年龄',
    owns: named('elder', 'age'),
    forget: settings.forget,
  },
]

/** Characters kept for each thing, in the order of `keptThings`; one Chinese character counts as one. */
export function sizes(store: TextStore): number[] {
  const names = store.names()
  return keptThings.map((thing) =>
    names.filter(thing.owns).reduce((sum, name) => sum + (store.get(name)?.length ?? 0), 0),
  )
}

export function forget(thing: KeptThing, store: TextStore): void {
  for (const name of store.names().filter(thing.owns)) store.remove(name)
  thing.forget?.()
}

/** Everything that begins with our name, known to the list above or not. */
export function forgetAll(store: TextStore = phoneStore): void {
  for (const thing of keptThings) forget(thing, store)
  for (const name of store.names()) store.remove(name)
}

/** `没有`, `不到 1 KB`, `约 34 KB`: near enough for a person, a character taken as a byte. */
export function sizeText(characters: number): string {
  if (characters === 0) return '没有'
  return characters < 1000 ? '不到 1 KB' : `约 ${Math.round(characters / 1000)} KB`
}
