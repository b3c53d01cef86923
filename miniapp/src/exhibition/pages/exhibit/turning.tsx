import type { Gallery } from '@contract/exhibition'
import { Button } from '@/shared/components/button'
import { Icon } from '@/shared/components/icon'
import { Tap } from '@/shared/components/tap'
import type { ExhibitAt } from '../../go'
import css from './exhibit.module.scss'
import { useTurns } from './turns'

/** At the thumb: back, all of them, and on, which is the large one. */
export function Turning({
  at,
  gallery,
  onContents,
}: {
  at: ExhibitAt
  gallery: Gallery
  onContents: () => void
}) {
  const { back, on } = useTurns(at, gallery)
  return (
    <>
      {back && (
        <Tap className={css.turn} label={back.label} onTap={back.turn}>
          <Icon name="back" />
        </Tap>
      )}
      <Tap className={css.turn} label="目录" onTap={onContents}>
        <Icon name="list" />
      </Tap>
      <Button tone="primary" block label={on.label} onTap={on.turn}>
        {on.text}
      </Button>
    </>
  )
}
