import {
  type BulletinCategory,
  bulletinCategories,
  categoryNames,
} from '@functions/exhibition/contract/categories'
import { Text } from '@tarojs/components'
import css from '@/shared/components/chip/chip.module.scss'
import { Icon } from '@/shared/components/icon'
import { Tap } from '@/shared/components/tap'
import { Radios } from './radios'

type Props = { value: BulletinCategory | null; onChange: (value: BulletinCategory | null) => void }

/** One heading, or all of them: always exactly one. */
export function CategoryChoice({ value, onChange }: Props) {
  return (
    <Radios label="栏目">
      {[null, ...bulletinCategories].map((one) => (
        <Tap
          key={one ?? 'all'}
          className={`${css.chip} ${one === value ? css.on : ''}`}
          role="radio"
          checked={one === value}
          tabIndex={one === value ? 0 : -1}
          onTap={() => onChange(one)}
        >
          {one === value && <Icon name="check" size="s" />}
          <Text>{one === null ? '全部' : categoryNames[one]}</Text>
        </Tap>
      ))}
    </Radios>
  )
}
