import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { goFavourites } from '@/exhibition/go'
import { CityNotice } from '@/shared/city/components/city-notice'
import { CityPicker } from '@/shared/city/components/city-picker'
import { Card } from '@/shared/components/card'
import { goCentre } from '@/shared/components/centre-line'
import { Page } from '@/shared/components/page'
import { Row } from '@/shared/components/row'
import { Screen } from '@/shared/components/screen'
import { Switch } from '@/shared/components/switch'
import { openPage } from '@/shared/navigation/navigation'
import { session, useMe } from '@/shared/session/session'
import { settings, useElder } from '@/shared/storage/settings'
import { AgeRow, AgeSheet } from './age'
import { Agree } from './agree'
import { Favourites } from './favourites'
import { Mine, Workplaces } from './links'
import { Person } from './person'
import { isDue } from './view'

const go = (page: 'privacy' | 'rules' | 'about') => () => openPage(`/about/${page}/index`)

let lookedAt = 0

/** Roles are granted and taken while the program is open: whoever comes here learns of it. */
function lookAgain(): void {
  if (!session.get().me || !isDue(lookedAt, Date.now())) return
  lookedAt = Date.now()
  void session.look()
}

export default function Me() {
  const elder = useElder()
  const me = useMe()
  const [asksAge, setAsksAge] = useState(false)
  useDidShow(lookAgain)
  return (
    <Screen
      title="我的"
      tab="me"
      lead={<CityPicker />}
      notice={<CityNotice tab />}
      lottery
      over={asksAge && <AgeSheet onClose={() => setAsksAge(false)} />}
    >
      <Page>
        <Person />
        {me && <Agree me={me} />}
        {me && <Workplaces me={me} />}
        {me && <Mine />}
        <Card flush>
          <Row
            first
            icon="large"
            title="大字版"
            text="字更大，按钮更好按"
            end={<Switch label="大字版" on={elder} onChange={settings.elder.set} />}
          />
          <AgeRow onChange={() => setAsksAge(true)} />
        </Card>
        <Favourites />
        <Card flush>
          <Row first icon="exhibition" title="收藏的展品" text="在展馆里留着再看的" onTap={goFavourites} />
        </Card>
        <Card flush>
          <Row
            first
            icon="shield"
            title="隐私说明"
            text="用了什么、存了什么、怎么清掉"
            onTap={go('privacy')}
          />
          <Row icon="points" title="积分规则" text="怎么得、怎么用、多久有效" onTap={go('rules')} />
          <Row icon="phone" title="联系市福彩中心" text="电话、地址、办公时间" onTap={goCentre} />
          <Row
            icon="info"
            title="关于福驿"
            text={`版本 ${process.env.TARO_APP_VERSION}，运营者、投诉举报`}
            onTap={go('about')}
          />
        </Card>
      </Page>
    </Screen>
  )
}
