import { Text } from '@tarojs/components'
import css from './points.module.scss'

const minus = '\u2212'

/** `1,280`, and with a sign `+20` or `−300` with a true minus. */
export function pointsText(points: number, signed = false): string {
  const grouped = String(Math.abs(points)).replace(/\B(?=(\d{3})+$)/g, ',')
  if (points < 0) return minus + grouped
  return signed && points > 0 ? `+${grouped}` : grouped
}

/** A number of points: figures of one width, the unit smaller. `signed`: an entry of the ledger. */
export function Points({
  value,
  size = 'm',
  signed = false,
  unit = '分',
}: {
  value: number
  size?: 's' | 'm' | 'l' | 'xl'
  signed?: boolean
  /** Empty for none. */
  unit?: string
}) {
  return (
    <Text className={`${css.points} ${css[size]} ${signed && value > 0 ? css.gain : ''}`}>
      {pointsText(value, signed)}
      {unit && <Text className={css.unit}>{unit}</Text>}
    </Text>
  )
}
