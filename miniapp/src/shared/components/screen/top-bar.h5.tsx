import { useDidShow } from '@tarojs/taro'
import { useId, useLayoutEffect } from 'react'
import { goBack } from '../../navigation'
import { Heading } from '../heading'
import { Icon } from '../icon'
import { Tap } from '../tap'
import type { TopBarProps } from './top-bar'
import css from './top-bar.module.scss'

/** The page's own frame (config/first-screen) has done its work when a first page stands. */
function dropFrame(): void {
  document.getElementById('frame')?.remove()
}

export function TopBar({ title, back, lead, end }: TopBarProps) {
  const id = useId()
  useLayoutEffect(dropFrame, [])
  // A new page without a page load: a screen reader learns of it by the focus. A field that took it already keeps it.
  useDidShow(() => {
    const title = document.getElementById(id)
    const taken = title?.closest('.screen')?.contains(document.activeElement)
    if (back && !taken) title?.focus({ preventScroll: true })
  })
  return (
    <header className={css.bar}>
      {back && (
        <Tap className={css.back} label="返回" onTap={() => goBack()}>
          <Icon name="back" />
        </Tap>
      )}
      <Heading level={1} id={id} className={lead ? css.unseen : css.title}>
        {title}
      </Heading>
      {lead && <div className={css.lead}>{lead}</div>}
      {end}
    </header>
  )
}
