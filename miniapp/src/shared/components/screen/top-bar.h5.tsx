import Taro from '@tarojs/taro'
import { Heading } from '../heading'
import { Icon } from '../icon'
import { Tap } from '../tap'
import type { TopBarProps } from './top-bar'
import css from './top-bar.module.scss'

/** Whoever came by a link has no page to go back to: home is then the way out. */
function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.switchTab({ url: '/tabs/home/index' })
}

export function TopBar({ title, back, lead, end }: TopBarProps) {
  return (
    <header className={css.bar}>
      {back && (
        <Tap className={css.back} label="返回" onTap={goBack}>
          <Icon name="back" />
        </Tap>
      )}
      <Heading level={1} className={lead ? css.unseen : css.title}>
        {title}
      </Heading>
      {lead && <div className={css.lead}>{lead}</div>}
      {end}
    </header>
  )
}
