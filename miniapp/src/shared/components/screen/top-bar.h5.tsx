import { goBack } from '../../navigation/navigation'
import { Icon } from '../icon'
import { Tap } from '../tap'
import { PageTitle } from './page-title'
import type { TopBarProps } from './top-bar'
import css from './top-bar.module.scss'

export function TopBar({ title, back, lead, end }: TopBarProps) {
  return (
    <header className={css.bar}>
      {back && (
        <Tap className={css.back} label="返回" onTap={() => goBack()}>
          <Icon name="back" />
        </Tap>
      )}
      <PageTitle className={lead ? css.unseen : css.title} takesFocus={back}>
        {title}
      </PageTitle>
      {lead && <div className={css.lead}>{lead}</div>}
      {end}
    </header>
  )
}
