/** One row of a places file ↔ one place. */
import { createHash } from 'node:crypto'
import gcoord from 'gcoord'
import type { Day } from '../../shared/day'
import { err, ok, type Result } from '../../shared/result'
import {
  channels,
  type Datum,
  datums,
  type Kind,
  kinds,
  type PlaceSummary,
  type Point,
  projectCategories,
  roles,
} from '../contract'
import type { PlaceDraft } from '../rules/record'
import {
  amenitiesCell,
  type Cell,
  dayCell,
  degreesCell,
  hoursCell,
  listCell,
  outletNoCell,
  phoneCell,
  type StockedAmenity,
  textCell,
  wholeCell,
  wordCell,
} from './cells'
import { type Cells, type Column, emptyCells } from './columns'

export type CellProblem = { column: Column; reason: string }
export type RowContext = {
  adcode: string
  /** Days after it are refused. */
  today: Day
  demo: boolean
  /** The catalogue's name of a district: 清江浦 for 清江浦区. */
  districtName: (written: string) => string
}

/** A place, or everything that is wrong with the row; it never throws, whatever the cells hold. */
export const readRow = (cells: Cells, context: RowContext): Result<PlaceDraft, CellProblem[]> => {
  const problems: CellProblem[] = []
  const say: Say = (column, reason) => problems.push({ column, reason })
  const read: Read = (column, parse) => {
    const value = parse(cells[column])
    if (value.ok) return value.value
    say(column, value.error)
    return undefined
  }
  const identity = readIdentity(context, read, say)
  const position = readPosition(read, say)
  const service = readService(context.today, read)
  if (service?.channel && identity && !hasCounter(identity.kind))
    say('channel', '只有网点（outlet）和体验厅（hall）有渠道')
  const project = identity && readProject(identity.kind, cells, context.today, read, say)
  if (problems.length > 0 || !identity || !position || !service || project === undefined) return err(problems)
  return ok({
    id: idOf(context.adcode, identity),
    ...identity,
    ...position,
    ...service,
    project,
    demo: context.demo,
  })
}

/** The row that reads back as this place, in GCJ-02. A date of its own goes to each amenity that has one. */
export const writeRow = (place: Omit<PlaceSummary, 'id' | 'doubts'>): Cells => ({
  ...emptyCells(),
  outletNo: place.outletNo ?? '',
  name: place.name,
  kind: place.kind,
  roles: place.roles.join('|'),
  channel: place.channel ?? '',
  district: place.district,
  address: place.address,
  lng: place.lng.toFixed(6),
  lat: place.lat.toFixed(6),
  datum: 'gcj02',
  phone: place.phone ?? '',
  hours: place.hours ?? '',
  amenities: place.amenities.map((entry) => writeAmenity(entry, place.positionVerifiedOn)).join('|'),
  verifiedOn: place.positionVerifiedOn ?? '',
  category: place.project?.category ?? '',
  year: place.project ? String(place.project.year) : '',
  amount: place.project ? String(place.project.amount) : '',
  purpose: place.project?.purpose ?? '',
})

/**
 * `{adcode}-{outletNo}`; without a number, or with one that an address cannot carry as it is,
 * `{adcode}-{kind}-{8 hex}` of what it is, where and how it is called: the same row is always the same place.
 */
export const idOf = (
  adcode: string,
  { outletNo, kind, district, name }: Pick<PlaceSummary, 'outletNo' | 'kind' | 'district' | 'name'>,
): string => {
  if (outletNo !== null && /^[0-9A-Za-z]+$/.test(outletNo)) return `${adcode}-${outletNo}`
  const hash = createHash('sha256')
    .update(outletNo ?? `${kind}|${district}|${name}`)
    .digest('hex')
    .slice(0, 8)
  return `${adcode}-${kind}-${hash}`
}

type Read = <T>(column: Column, parse: (cell: string) => Cell<T>) => T | undefined
type Say = (column: Column, reason: string) => void

const readIdentity = (context: RowContext, read: Read, say: Say) => {
  const kind = read('kind', wordCell(kinds, '类别'))
  if (kind === null) say('kind', `不能为空，可用：${kinds.join(', ')}`)
  const outletNo = read('outletNo', outletNoCell)
  if (kind === 'outlet' && outletNo === null) say('outletNo', '网点（outlet）必须有编号')
  if (kind && outletNo && !hasCounter(kind)) say('outletNo', '只有网点（outlet）和体验厅（hall）有编号')
  const name = read('name', textCell({ max: 60, required: true }))
  const district = read('district', textCell({ max: 40, required: true }))
  const address = read('address', textCell({ max: 120 }))
  if (!kind || outletNo === undefined || !name || !district || address === undefined) return undefined
  return { kind, outletNo, name, district: context.districtName(district), address }
}

const readService = (today: Day, read: Read) => {
  const positionVerifiedOn = read('verifiedOn', dayCell(today))
  const amenities = read('amenities', amenitiesCell(today, positionVerifiedOn ?? null))
  const roleList = read('roles', listCell(roles, '服务角色'))
  const channel = read('channel', wordCell(channels, '渠道'))
  const phone = read('phone', phoneCell)
  const hours = read('hours', hoursCell)
  if (!amenities || !roleList || positionVerifiedOn === undefined) return undefined
  if (channel === undefined || phone === undefined || hours === undefined) return undefined
  return { roles: roleList, channel, phone, hours, amenities, positionVerifiedOn }
}

/** Whether tickets are sold there. */
const hasCounter = (kind: Kind): boolean => kind === 'outlet' || kind === 'hall'

const readPosition = (read: Read, say: Say): Point | undefined => {
  const lng = read('lng', degreesCell(180))
  const lat = read('lat', degreesCell(90))
  const datum = read('datum', wordCell(datums, '坐标系'))
  if (datum === null) say('datum', `不能为空：坐标系弄错会差几百米，可用：${datums.join(', ')}`)
  if (lng === undefined || lat === undefined || !datum) return undefined
  if (lng === 0 && lat === 0) {
    say('lng', '经纬度都是 0，不是真实的位置')
    return undefined
  }
  return toGcj02({ lng, lat }, datum)
}

/** GCJ-02 to a millionth of a degree, about ten centimetres. Outside China GCJ-02 is WGS-84. */
export const toGcj02 = ({ lng, lat }: Point, datum: Datum): Point => {
  const [x, y] =
    datum === 'gcj02'
      ? [lng, lat]
      : gcoord.transform([lng, lat], datum === 'wgs84' ? gcoord.WGS84 : gcoord.BD09, gcoord.GCJ02)
  return { lng: sixDecimals(x), lat: sixDecimals(y) }
}

const sixDecimals = (degrees: number): number => Math.round(degrees * 1e6) / 1e6

const readProject = (
  kind: Kind,
  cells: Cells,
  today: Day,
  read: Read,
  say: Say,
): PlaceSummary['project'] | undefined => {
  const own = ['category', 'year', 'amount', 'purpose'] as const
  if (kind !== 'project') {
    for (const column of own) if (cells[column].trim() !== '') say(column, '只有公益金项目（project）才填')
    return null
  }
  const category = read('category', wordCell(projectCategories, '项目类别'))
  // The first welfare lottery was sold in 1987.
  const year = read('year', wholeCell({ min: 1987, max: Number(today.slice(0, 4)) + 1, what: '年份' }))
  const amount = read('amount', wholeCell({ min: 0, max: 1e12, what: '金额（元）' }))
  const purpose = read('purpose', textCell({ max: 200 }))
  const values = { category, year, amount, purpose: purpose === '' ? null : purpose }
  for (const column of own) if (values[column] === null) say(column, '公益金项目（project）必须填')
  if (!category || !year || amount === undefined || amount === null || !purpose) return undefined
  return { category, year, amount, purpose }
}

const writeAmenity = ({ amenity, verifiedOn }: StockedAmenity, rowDate: Day | null): string =>
  verifiedOn === rowDate ? amenity : `${amenity}@${verifiedOn ?? ''}`
