/** What each thing stored on this phone is called on the privacy page, and what is in it. */
import type { StoredItemId } from '@/shared/storage/stored-items'

export const storedWords: Readonly<Record<StoredItemId, { title: string; text: string }>> = {
  favourites: { title: '收藏的地点', text: '只有地点的编号' },
  searches: { title: '搜索过的词', text: '最近 8 个，方便再搜' },
  reports: { title: '等着发出的报告', text: '没有网络时写下的，连上后发出，发完就清' },
  choices: { title: '选过的城市、区和地图画面', text: '靠近你所在位置的画面不会存' },
  catalogues: { title: '城市的地点数据', text: '没有网络时也能看；清掉后下次打开再取' },
  exhibition: { title: '展馆看到哪里', text: '看过的展品的编号，接着看用' },
  'exhibit-favourites': { title: '收藏的展品', text: '展品的编号和名称' },
  seen: { title: '上次看到的展馆、礼品、积分和兑换单', text: '没有网络时也能看；退出登录就清掉自己的' },
  pickups: { title: '今天的领取码', text: '打开过的兑换单，没有网络时也能出示；过了当天就清' },
  ordering: { title: '没等到回应的兑换', text: '接着问同一次，免得多兑；问清楚就清' },
  counter: { title: '网点的打卡码', text: '你在哪个网点，和当天的码；只有网点的人有' },
  writing: { title: '写了还没保存的展馆内容', text: '断网或关了窗口也能接着写；保存后就清，最多 10 条' },
  session: { title: '登录', text: '登录凭据和你的编号、身份；清掉就是在这部手机上退出' },
  settings: { title: '大字版和年龄的回答', text: '清掉后会再问一次年龄' },
}
