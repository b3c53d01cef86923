import type { Me } from '@contract/identity'
import { domains } from '@/domains'
import { useAccount } from '@/points/stores'
import { offeredGifts } from '@/points/waiting-view'
import { Card } from '@/shared/components/card'
import { Row } from '@/shared/components/row'
import type { DomainPart, Link } from '@/shared/domain'
import { openPage } from '@/shared/navigation/navigation'
import { outletsOf, staffOf } from '@/shared/session/session'
import { address, useElder } from '@/shared/storage/settings'
import { useNow } from '@/shared/time/clock'

const linkTo = (page: string) => () => openPage(`/${page}/index`)

/** What the domains lead to from here. `first`: the first of them stands at the head of its card. */
function Links({ to, first = false }: { to: Link['for']; first?: boolean }) {
  const links = Object.values<DomainPart>(domains).flatMap(({ links = [] }) => links)
  return (
    <>
      {links
        .filter((link) => link.for === to)
        .map(({ page, icon, title, text }, n) => (
          <Row
            key={page}
            first={first && n === 0}
            icon={icon}
            title={title}
            text={text}
            onTap={linkTo(page)}
          />
        ))}
    </>
  )
}

/** Links to the pages of outlets and of the centre, for their staff. */
export function Workplaces({ me }: { me: Me }) {
  const outlets = outletsOf(me).length
  const isStaff = staffOf(me).length > 0
  return (
    <>
      {outlets > 0 && (
        <Card title="网点" flush>
          <Links to="outlet" first />
        </Card>
      )}
      {isStaff && (
        <Card title="市福彩中心" flush>
          <Row first icon="people" title="工作台" text="礼品、积分、审核、查账" onTap={linkTo('desk/home')} />
        </Card>
      )}
    </>
  )
}

/** Links to the person's own data. */
export function Mine() {
  const elder = useElder()
  const offered = offeredGifts(useAccount().value?.waiting, useNow()).length
  const orders = offered > 0 ? `有 ${offered} 件礼品为你保留` : '待领取的、排队的、领过的'
  return (
    <Card flush>
      <Row
        first
        icon="ticket"
        title="我的兑换单"
        text={address(elder, orders)}
        onTap={linkTo('points/pages/orders')}
      />
      <Links to="person" />
    </Card>
  )
}
