import { lazy, Suspense, useState } from 'react'
import css from '@/desk/components/desk.module.scss'
import own from '@/desk/history/history.module.scss'
import { Icon } from '@/shared/components/icon'
import { Waiting } from '@/shared/components/state'
import { Tap } from '@/shared/components/tap'
import { Title } from '@/shared/components/text'
import type { VersionsProps } from '.'

const Versions = lazy(() => import('.'))

/** Folded, and loaded when it is opened. */
export function FoldedVersions(props: VersionsProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <div className={css.part}>
      <Tap className={own.toggle} expanded={isOpen} onTap={() => setOpen(!isOpen)}>
        <Title size="row">各版</Title>
        <Icon name={isOpen ? 'up' : 'down'} size="s" />
      </Tap>
      {isOpen && (
        <Suspense fallback={<Waiting rows={3} />}>
          <Versions {...props} />
        </Suspense>
      )}
    </div>
  )
}
