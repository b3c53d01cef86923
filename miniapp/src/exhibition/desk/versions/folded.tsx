import { lazy, Suspense, useRef, useState } from 'react'
import css from '@/desk/components/desk.module.scss'
import { bringIntoView } from '@/desk/edit/bring-into-view'
import own from '@/desk/history/history.module.scss'
import { Icon } from '@/shared/components/icon'
import { Waiting } from '@/shared/components/state'
import { Tap } from '@/shared/components/tap'
import { Title } from '@/shared/components/text'
import type { VersionsProps } from '.'
import list from './versions.module.scss'

const Versions = lazy(() => import('.'))

/** Folded, and loaded when it is opened, in the sight of whoever opened it. */
export function FoldedVersions(props: Omit<VersionsProps, 'onShown'>) {
  const [isOpen, setOpen] = useState(false)
  const part = useRef<HTMLElement>(null)
  return (
    <section ref={part} className={`${css.part} ${list.opened}`} aria-label="历史版本" tabIndex={-1}>
      <Tap className={own.toggle} expanded={isOpen} onTap={() => setOpen(!isOpen)}>
        <Title size="row">历史版本</Title>
        <Icon name={isOpen ? 'up' : 'down'} size="s" />
      </Tap>
      {isOpen && (
        <Suspense fallback={<Waiting rows={3} />}>
          <Versions {...props} onShown={() => bringIntoView(part.current)} />
        </Suspense>
      )}
    </section>
  )
}
