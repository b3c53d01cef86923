import { useDidShow } from '@tarojs/taro'
import { useId, useLayoutEffect } from 'react'
import { Heading } from '../heading'
import type { PageTitleProps } from './page-title'

export type { PageTitleProps }

/** The page's own frame (config/first-screen) has done its work when a first page stands. */
function dropFrame(): void {
  document.getElementById('frame')?.remove()
}

export function PageTitle({ children, className, takesFocus }: PageTitleProps) {
  const id = useId()
  useLayoutEffect(dropFrame, [])
  // A new page without a page load: a screen reader learns of it by the focus. A field that took it already keeps it.
  useDidShow(() => {
    const title = document.getElementById(id)
    const taken = title?.closest('.screen')?.contains(document.activeElement)
    if (takesFocus && !taken) title?.focus({ preventScroll: true })
  })
  return (
    <Heading level={1} id={id} className={className}>
      {children}
    </Heading>
  )
}
