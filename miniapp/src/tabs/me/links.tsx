import type { Me } from '@contract/identity'
import { useAccount } from '@/points/stores'
import { offeredGifts } from '@/points/waiting-view'
import { Card } from '@/shared/components/card'
import { Row } from '@/shared/components/row'
import { openPage } from '@/shared/navigation/navigation'
import { outletsOf, staffOf } from '@/shared/session/session'
import { address, useElder } from '@/shared/storage/settings'
import { useNow } from '@/shared/time/clock'

const linkTo = (page: string) => () => openPage(`/${page}/index`)

/** Links to the pages of outlets and of the centre, for their staff. */
export function Workplaces({ me }: { me: Me }) {
  const outlets = outletsOf(me).length
  const isStaff = staffOf(me).length > 0
  return (
    <>
      {outlets > 0 && (
        <Card title="网点" flush>
          <Row
            first
            icon="scan"
            title="核销礼品"
            text="扫顾客的领取码，交出礼品"
            onTap={linkTo('counter/handover')}
          />
          <Row icon="list" title="核销记录" text="今天交出了哪些" onTap={linkTo('counter/handovers')} />
          <Row
            icon="qr"
            title="打卡码"
            text="给来访的市民扫，每 30 秒换一次"
            onTap={linkTo('counter/code')}
          />
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
      <Row icon="history" title="积分明细" text="每一笔为什么" onTap={linkTo('points/pages/entries')} />
      <Row icon="screen" title="登录电脑" text="扫电脑上的登录码" onTap={linkTo('identity/pages/approve')} />
      <Row
        icon="lock"
        title="我的数据"
        text="查看、导出、退出登录、删除"
        onTap={linkTo('identity/pages/data')}
      />
    </Card>
  )
}
