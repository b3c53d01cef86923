import { Text } from '@tarojs/components'
import { Icon } from '@/shared/components/icon'
import { Tap } from '@/shared/components/tap'
import css from './choice-chip.module.scss'

/** One of several, of which exactly one is on. */
export function ChoiceChip({ children, on, onTap }: { children: string; on: boolean; onTap: () => void }) {
  return (
    <Tap
      className={`${css.chip} ${on ? css.on : ''}`}
      role="radio"
      checked={on}
      label={children}
      onTap={onTap}
    >
      {on && <Icon name="check" size="s" />}
      <Text>{children}</Text>
    </Tap>
  )
}
