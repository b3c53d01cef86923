/** 公益发布 of both demonstration cities: what stands in print has its source, all else says 演示. */
import type { ContentOf } from '../../../functions/exhibition/contract/kinds'
import { attached } from './documents'
import { figure, heading, bulletin as named, type Part, source, table, text } from './parts'

type Written = ContentOf<'bulletin'>
export type DemoBulletin = { slug: string; content: Written }
type About = Pick<Written, 'category' | 'title' | 'date' | 'summary'> &
  Partial<Pick<Written, 'honour' | 'attachments'>>

const bulletin = (slug: string, about: About, ...parts: Part[]): DemoBulletin => ({
  slug,
  content: {
    kind: 'bulletin',
    ...{ attachments: [], honour: null, ...about },
    blocks: parts.map((part, i) => part(`b${i + 1}`)),
  },
})

/** Stands at the end of one that is in print; `made`: what of it is not. */
const printed = (what: string, made = '') => source(`${what}；${made}发布日期为演示。`)

/** Stands at the end of a bulletin that is made up. */
const invented = text('演示：本条发布的人物、单位、时间和数字是编写的，不指任何真实的人和事。')

const honour = (
  slug: string,
  { who, award, year, date }: NonNullable<Written['honour']> & { date: string },
  ...words: string[]
): DemoBulletin =>
  bulletin(
    slug,
    {
      category: 'honour',
      title: `${who}获“${award}”（演示）`,
      date,
      summary: `演示：${year} 年度，${who}获评“${award}”。`,
      honour: { who, award, year },
    },
    text(...words),
    invented,
  )

const huaian: DemoBulletin[] = [
  bulletin(
    'fund-2021-2023',
    {
      category: 'disclosure',
      title: '三年筹集公益金 2.98 亿元，用在养老、儿童和助残上',
      date: '2026-11-20',
      summary:
        '2021 年至 2023 年，淮安福彩销量超过 9.9 亿元，筹集公益金 2.98 亿元，用于养老服务、儿童福利和残疾人事业。',
    },
    figure({
      value: 9.9,
      unit: '亿元',
      label: '2021 年至 2023 年销量（超过）',
      source: '淮安市福彩中心公开报道',
      date: '2023-12-31',
    }),
    figure({
      value: 2.98,
      unit: '亿元',
      label: '2021 年至 2023 年筹集的公益金',
      source: '淮安市福彩中心公开报道',
      date: '2023-12-31',
    }),
    text(
      '公益金分成中央和地方两半。地方的一半由财政部门安排，用在本地看得见的地方，比如养老院的床、孩子的康复器材、家门口的坡道。',
    ),
    printed('销量、公益金和三项用途见淮安市福彩中心公开报道', '举的例子和'),
  ),
  bulletin(
    'love-aid-40',
    {
      category: 'service',
      title: '四十处网点挂牌爱心救助点，进门就能喝水',
      date: '2026-11-12',
      summary: '全市四十处网点挂牌“爱心救助点”，备有饮水、雨伞、药箱和微波炉，遇到难处的人可以进门求助。',
    },
    text('挂牌的网点给谁都备着饮水、雨伞、医药箱和微波炉，不问买不买彩票。'),
    text('一时遇到困难的人，可以在这里吃点东西、喝口水，由工作人员转介到救助站。不登记姓名，不问电话。'),
    heading('怎样找到'),
    text('打开福驿的“地图”，选“爱心救助点”，就能看到哪一处此刻开着。'),
    printed('四十处网点、所备的东西和救助转介见淮安市福彩中心公开报道', '接待的做法和'),
  ),
  bulletin(
    'warm-cabin-open',
    {
      category: 'service',
      title: '“温暖小屋”今冬照常开放',
      date: '2026-11-25',
      summary: '天冷的日子，爱心救助点添了棉衣和别的过冬物品，给在户外做事的人和一时遇冷的人。',
    },
    text('环卫工人、快递员、外卖骑手，路过都可以进来暖和一会儿。需要棉衣，跟工作人员说一声。'),
    heading('在哪里'),
    text('温暖小屋就开在挂牌的爱心救助点里。'),
    named('love-aid-40', '320800'),
    printed('“温暖小屋”、棉衣和过冬物品见淮安市福彩中心公开报道', '接待的做法和'),
  ),
  bulletin(
    'students-2026',
    {
      category: 'funding',
      title: '一百二十名困难学生拿到助学金（演示）',
      date: '2026-09-01',
      summary: '演示：清江浦、淮阴、洪泽三区一百二十名学生各得助学金五千元，共六十万元。',
      attachments: [attached('320800', 'students-2026', '助学金发放公示（演示）')],
    },
    table(
      '各区人数',
      `
      区 | 人数 | 金额（万元）
      清江浦区 | 50 | 25
      淮阴区 | 40 | 20
      洪泽区 | 30 | 15
    `,
    ),
    text('名单在各校公示七天，没有异议后打到学生本人的账户。'),
    invented,
  ),
  bulletin(
    'open-day-2026',
    {
      category: 'activity',
      title: '开放日：请市民来看公益金建的养老院（演示）',
      date: '2026-10-16',
      summary: '演示：重阳节前后，三十位市民走进公益金资助的养老院，看房间，也听老人说。',
    },
    text(
      '上午九点从市福彩中心出发，先看康复室和食堂，再和老人一起包饺子。有人问床位怎么申请，院里的工作人员一一答了。',
    ),
    invented,
  ),
  bulletin(
    'closure-2027',
    {
      category: 'notice',
      title: '春节休市期间，救助点照常开门（演示）',
      date: '2026-11-28',
      summary: '演示：休市的日子不卖彩票，挂牌的爱心救助点仍按各自的时间开门。',
    },
    text('休市的起止日子以财政部的公告为准。各处开门的时间，在“地图”里点开就能看到。'),
    invented,
  ),
  honour(
    'honour-station',
    { who: '淮安市福彩中心', award: '市级文明服务窗口', year: 2026, date: '2026-10-30' },
    '评选看三件事：问需之后有没有答复，一小时能不能到店，群众来了有没有热水。',
  ),
  honour(
    'honour-owner',
    { who: '淮阴区一家网点的业主', award: '身边好人', year: 2026, date: '2026-06-18' },
    '一位老人在店门口中暑，他先扶进屋、喂水、量血压，再打急救电话，一直陪到家里人赶来。',
  ),
  honour(
    'honour-team',
    { who: '市场管理员服务队', award: '青年志愿服务先进集体', year: 2025, date: '2025-12-05' },
    '一年里在路上跑了三万公里，替业主顶过岗，也给独居老人送过年货。',
  ),
]

const binzhou: DemoBulletin[] = [
  bulletin(
    'post-stations-100',
    {
      category: 'service',
      title: '福彩公益驿站连成网，覆盖一百处网点',
      date: '2026-11-18',
      summary: '“福彩+”和“+福彩”两头走，公益驿站的网络覆盖一百处网点，连着快递柜和邮政。',
    },
    text('驿站的网络以“快乐吧”为中心，和蜂巢快递柜、邮政合作。哪一处有什么，在地图上点开就能看到。'),
    printed('驿站的网络、一百处网点、快递柜和邮政见滨州市福彩中心公开报道'),
  ),
  bulletin(
    'online-hall',
    {
      category: 'notice',
      title: '福彩线上展馆开馆',
      date: '2026-11-26',
      summary: '展示福彩的历史和文化、发布公益、积分兑换，三件事在手机上都能看到。',
    },
    text('展馆分六个展厅，从 1987 年讲起。带着老人看的，可以在“我的”里打开长辈版，字大，图也大。'),
    printed('线上展馆和它做的三件事见滨州市福彩中心公开报道', '六个展厅的内容和'),
  ),
  bulletin(
    'happy-bar-month',
    {
      category: 'activity',
      title: '“快乐吧”每月一次主题公益活动',
      date: '2026-11-08',
      summary: '销售、公益展示、宣传和便民服务在同一屋檐下，每月办一次主题公益活动，欢迎市民来坐坐。',
    },
    text('活动每月一个主题，讲公益、讲理性购彩，也量血压、理头发、修小家电。'),
    printed('“快乐吧”每月办主题活动见滨州市福彩中心公开报道', '活动的内容和'),
  ),
  bulletin(
    'charity-supermarket',
    {
      category: 'funding',
      title: '慈善超市给三百户家庭送去米面油（演示）',
      date: '2026-09-20',
      summary: '演示：中秋前，三百户困难家庭在慈善超市领到米、面、油和一床新被子。',
      attachments: [attached('371600', 'charity-2026', '发放清单（演示）')],
    },
    table(
      '各县区户数',
      `
      县区 | 户数
      滨城区 | 90
      沾化区 | 70
      惠民县 | 80
      无棣县 | 60
    `,
    ),
    invented,
  ),
  bulletin(
    'report-2025',
    {
      category: 'disclosure',
      title: '2025 年度公益金使用情况（演示）',
      date: '2026-06-30',
      summary: '演示：全年安排的公益金按扶老、助残、救孤、济困四项列出，每一项都能在地图上找到落在哪里。',
      attachments: [attached('371600', 'report-2025', '使用情况明细表（演示）')],
    },
    table(
      '按用途（演示）',
      `
      用途 | 金额（万元）
      扶老 | 860
      助残 | 420
      救孤 | 180
      济困 | 240
    `,
    ),
    invented,
  ),
  bulletin(
    'winter-round',
    {
      category: 'activity',
      title: '给环卫工人送手套和热水壶（演示）',
      date: '2026-11-22',
      summary: '演示：大雪节气前，公益驿站给早班的环卫工人备下两百副手套和热水。',
    },
    text('驿站早上六点半就开门，热水烧好了等人。'),
    invented,
  ),
  honour(
    'honour-hall',
    { who: '滨州福彩“快乐吧”', award: '公益服务示范点', year: 2026, date: '2026-11-02' },
    '一年十二次活动，次次有名单、有照片、有回音。',
  ),
  honour(
    'honour-keeper',
    { who: '滨城区一位销售员', award: '诚实守信之星', year: 2026, date: '2026-05-09' },
    '顾客落下的大奖票，她按着留下的电话找了三天，当面交还。',
  ),
  honour(
    'honour-centre',
    { who: '滨州市福彩中心', award: '社会责任优秀单位', year: 2025, date: '2025-12-12' },
    '看的是公益金花得清不清楚，理性购彩讲得实不实在。',
  ),
]

export const demoBulletins = { '320800': huaian, '371600': binzhou } as const
