/** The Chinese words of the welfare map: one name for one thing, wherever it is shown. */
import type { Amenity, Channel, ProjectCategory, ReportFact, Role, ShownPlace } from '@contract/places'

export const kindNames: Record<ShownPlace['kind'], string> = {
  outlet: '销售网点',
  hall: '快乐吧',
  project: '公益项目',
  shelter: '服务站',
  other: '其他',
}

export const roleNames: Record<Role, string> = {
  'love-aid': '爱心救助点',
  'warm-cabin': '温暖小屋',
  'post-station': '公益驿站',
  'parcel-point': '快递代收',
  exemplary: '党员示范点',
  'lottery-supermarket': '彩票超市',
}

export const amenityNames: Record<Amenity, string> = {
  water: '饮用水',
  umbrella: '雨伞',
  'medical-kit': '药箱',
  microwave: '微波炉',
  charging: '充电',
  seating: '座椅',
  toilet: '卫生间',
  wifi: '无线网',
  'winter-coat': '棉衣',
  food: '食品',
  accessible: '无障碍',
}

export const channelNames: Record<Channel, string> = {
  street: '街边店',
  mall: '商场内',
  'petrol-station': '加油站内',
  'convenience-store': '便利店内',
  supermarket: '超市内',
  restaurant: '餐饮店内',
  'housing-sales': '售楼处内',
}

export const projectCategoryNames: Record<ProjectCategory, string> = {
  elderly: '养老服务',
  children: '儿童福利',
  disability: '助残',
  other: '社会公益',
}

/** What one presses to report a fact. */
export const reportFactNames: Record<ReportFact, string> = {
  locked: '门锁着，进不去',
  moved: '搬走了',
  gone: '已经不在了',
  'wrong-hours': '营业时间不对',
  'out-of-stock': '东西用完了',
}

/** What is said of a place once three independent people have reported a fact. */
export const doubtNames: Record<ReportFact, string> = {
  locked: '有人说这里锁着门',
  moved: '有人说这里搬走了',
  gone: '有人说这里已经不在',
  'wrong-hours': '有人说营业时间不对',
  'out-of-stock': '有人说东西已经用完',
}
