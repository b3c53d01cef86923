/** Whether the positions of a file can be those of the region that it is loaded into. */
import type { RowProblem } from '../../../shared/sheet/cells'
import type { Point } from '../../contract'
import { provinceOf } from './provinces'
import { spreadOf } from './row-problems'

/** `refusal`: why none of the rows can be of the region. */
export type PositionCheck = { warnings: RowProblem[]; refusal: string | null }
type Placed = { line: number } & Point

/** Places that a region must have before they tell where it lies. */
const enoughPlaces = 5
const shownLines = 5

/** One sentence about all the rows that lie outside. `known`: where the region's places are now. */
export const checkPositions = (
  rows: readonly Placed[],
  adcode: string,
  known: readonly Point[],
): PositionCheck => {
  const { name, holds } = areaOf(adcode, known)
  const outside = rows.filter((row) => !holds(row))
  if (outside.length === 0) return { warnings: [], refusal: null }
  const areSwapped = outside.every(({ lng, lat }) => holds({ lng: lat, lat: lng }))
  const advice = areSwapped ? '经度和纬度像是写反了，请对调 lng 和 lat' : '请核对 --region、经纬度和坐标系'
  if (outside.length === rows.length)
    return {
      warnings: [],
      refusal: `${rows.length} 行的位置全都不在${name}：${advice}。确实如此，请加 --outside`,
    }
  const lines = outside.slice(0, shownLines).map(({ line }) => line)
  const etc = outside.length > shownLines ? '等' : ''
  const reason = `有 ${outside.length} 行的位置不在${name}（第 ${lines.join('、')}${etc}行）：${advice}`
  return { warnings: [{ line: null, column: 'lng', reason }], refusal: null }
}

/** What is known of where a region lies: its province, and the places it has. */
const areaOf = (
  adcode: string,
  known: readonly Point[],
): { name: string; holds: (point: Point) => boolean } => {
  const province = provinceOf(adcode)
  const spread = known.length >= enoughPlaces ? spreadOf(known) : null
  const isInProvince = ({ lng, lat }: Point): boolean => {
    if (province === null) return true
    const [west, south, east, north] = province.box
    return lng >= west && lng <= east && lat >= south && lat <= north
  }
  return {
    name: spread ? '这个地区一带' : (province?.name ?? ''),
    holds: (point) => isInProvince(point) && (spread === null || spread.distanceTo(point) <= spread.limit),
  }
}
