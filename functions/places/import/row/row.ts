/** One row of a places file ↔ one place. */
import { createHash } from 'node:crypto'
import { toGcj02 } from '../../../shared/datum'
import type { Day } from '../../../shared/day'
import { err, ok, type Result } from '../../../shared/result'
import { lostValue } from '../../../shared/sheet/cells'
import {
  channels,
  datums,
  type Kind,
  kinds,
  type PlaceSummary,
  type Point,
  projectCategories,
  roles,
} from '../../contract'
import { hoursCell } from '../hours/cell'
import { factOfColumn } from '../plan/facts'
import type { RowReading } from '../plan/plan'
import { readAdded, writeAdded } from './added-cells'
import {
  amenitiesCell,
  dayCell,
  degreesCell,
  emptyCell,
  listCell,
  outletNoCell,
  phonesCell,
  type StockedAmenity,
  textCell,
  wholeCell,
  wordCell,
} from './cells'
import { type Cells, columns, emptyCells } from './columns'
import { type CellProblem, RowReader } from './row-reader'

export type { CellProblem } from './row-reader'

export type RowContext = {
  adcode: string
  /** Days after it are refused. */
  today: Day
  demo: boolean
  /** The catalogue's name of a district: 清江浦 for 清江浦区. */
  districtName: (written: string) => string
}
export type ReadRow = RowReading & {
  /** What could not be read, without costing the row. */
  skipped: CellProblem[]
  /** What was read otherwise than it is written. */
  notices: CellProblem[]
}

/** A place, or everything that makes the row useless; it never throws, whatever the cells hold. */
export const readRow = (cells: Cells, context: RowContext): Result<ReadRow, CellProblem[]> => {
  const lost = lostValuesIn(cells)
  if (lost.length > 0) return err(lost)
  const reader = new RowReader(cells)
  const identity = readIdentity(context, reader)
  const position = readPosition(reader)
  const service = readService(context.today, reader, identity?.kind)
  const project = identity && readProject(identity.kind, context.today, reader)
  const added = readAdded(reader)
  const { problems, skipped, notices } = reader
  if (problems.length > 0 || !identity || !position || project === undefined) return err(problems)
  const draft = {
    id: idOf(context.adcode, identity),
    ...identity,
    ...position,
    ...service,
    ...added,
    project,
    demo: context.demo,
  }
  return ok({ draft, unread: skipped.flatMap(({ column }) => factOfColumn(column) ?? []), skipped, notices })
}

/** A spreadsheet's own words for a value that it does not have. Nothing of such a row is to be believed. */
const lostValuesIn = (cells: Cells): CellProblem[] =>
  columns.flatMap((column) => {
    const reason = lostValue(cells[column])
    return reason === null ? [] : [{ column, reason }]
  })

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
  phone: [place.phone ?? [], place.otherPhones ?? []].flat().join(';'),
  hours: place.hours ?? '',
  amenities: place.amenities.map((entry) => writeAmenity(entry, place.positionVerifiedOn)).join('|'),
  verifiedOn: place.positionVerifiedOn ?? '',
  category: place.project?.category ?? '',
  year: place.project ? String(place.project.year) : '',
  amount: place.project ? String(place.project.amount) : '',
  purpose: place.project?.purpose ?? '',
  ...writeAdded(place),
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

const readIdentity = (context: RowContext, reader: RowReader) => {
  const kind = reader.required('kind', wordCell(kinds, '类别'))
  if (kind === null) reader.refuse('kind', `不能为空，可用：${kinds.join(', ')}`)
  const outletNo = reader.required('outletNo', outletNoCell)
  if (kind === 'outlet' && outletNo === null) reader.refuse('outletNo', '网点（outlet）必须有编号')
  if (kind && outletNo && !hasCounter(kind))
    reader.refuse('outletNo', '只有网点（outlet）和快乐吧（hall）有编号')
  const name = reader.required('name', textCell({ max: 60, required: true }))
  const district = reader.required('district', textCell({ max: 40, required: true }))
  if (!kind || outletNo === undefined || !name || !district) return undefined
  return { kind, outletNo, name, district: context.districtName(district) }
}

/** Everything that may be unknown. */
const readService = (today: Day, reader: RowReader, kind: Kind | undefined) => {
  const address = reader.optional('address', textCell({ max: 120 }), '')
  const positionVerifiedOn = reader.optional('verifiedOn', dayCell(today), null)
  const amenities = reader.optional('amenities', amenitiesCell(today, positionVerifiedOn), [])
  const roleList = reader.optional('roles', listCell(roles, '服务角色'), [])
  const channel = reader.optional('channel', channelCell(kind), null)
  const [phone = null, ...otherPhones] = reader.optional('phone', phonesCell, [])
  const hours = reader.noticed('hours', hoursCell, null)
  return {
    address,
    roles: roleList,
    channel,
    phone,
    ...(otherPhones.length > 0 && { otherPhones }),
    hours,
    amenities,
    positionVerifiedOn,
  }
}

const channelCell = (kind: Kind | undefined) => (cell: string) => {
  const channel = wordCell(channels, '渠道')(cell)
  return channel.ok && channel.value && kind && !hasCounter(kind)
    ? err('只有网点（outlet）和快乐吧（hall）有渠道')
    : channel
}

/** Whether tickets are sold there. */
const hasCounter = (kind: Kind): boolean => kind === 'outlet' || kind === 'hall'

const readPosition = (reader: RowReader): Point | undefined => {
  const lng = reader.required('lng', degreesCell(180))
  const lat = reader.required('lat', degreesCell(90))
  const datum = reader.required('datum', wordCell(datums, '坐标系'))
  if (datum === null) reader.refuse('datum', `不能为空：坐标系弄错会差几百米，可用：${datums.join(', ')}`)
  if (lng === undefined || lat === undefined || !datum) return undefined
  if (lng === 0 && lat === 0) {
    reader.refuse('lng', '经纬度都是 0，不是真实的位置')
    return undefined
  }
  return rounded(toGcj02({ lng, lat }, datum))
}

/** A millionth of a degree is about ten centimetres. */
const rounded = ({ lng, lat }: Point): Point => ({ lng: sixDecimals(lng), lat: sixDecimals(lat) })

const sixDecimals = (degrees: number): number => Math.round(degrees * 1e6) / 1e6

const readProject = (kind: Kind, today: Day, reader: RowReader): PlaceSummary['project'] | undefined => {
  const own = ['category', 'year', 'amount', 'purpose'] as const
  if (kind !== 'project') {
    for (const column of own) reader.optional(column, emptyCell('只有公益金项目（project）才填'), null)
    return null
  }
  const category = reader.required('category', wordCell(projectCategories, '项目类别'))
  // The first welfare lottery was sold in 1987.
  const year = reader.required(
    'year',
    wholeCell({ min: 1987, max: Number(today.slice(0, 4)) + 1, what: '年份' }),
  )
  const amount = reader.required('amount', wholeCell({ min: 0, max: 1e12, what: '金额（元）' }))
  const purpose = reader.required('purpose', textCell({ max: 200 }))
  const values = { category, year, amount, purpose: purpose === '' ? null : purpose }
  for (const column of own) if (values[column] === null) reader.refuse(column, '公益金项目（project）必须填')
  if (!category || !year || amount === undefined || amount === null || !purpose) return undefined
  return { category, year, amount, purpose }
}

const writeAmenity = ({ amenity, verifiedOn }: StockedAmenity, rowDate: Day | null): string =>
  verifiedOn === rowDate ? amenity : `${amenity}@${verifiedOn ?? ''}`
