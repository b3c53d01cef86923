import { Text } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Card } from '@/shared/components/card'
import { Page } from '@/shared/components/page'
import { Row } from '@/shared/components/row'
import { Screen } from '@/shared/components/screen'
import { StateView } from '@/shared/components/state'
import { endedText } from '@/shared/session/ended-text'
import { personNoText } from '@/shared/session/person-no'
import { useSession } from '@/shared/session/session'
import { underAgeText } from '@/shared/session/under-age'
import { address, useAge, useElder } from '@/shared/storage/settings'
import { leave } from './enter'
import css from './login.module.scss'
import { LoginMethods } from './login-methods'

/** Why to log in, what is stored then, and the login methods. */
export default function Login() {
  const elder = useElder()
  const minor = useAge() === 'minor'
  const now = useSession()
  const { me } = now
  // After the login the page stays until the login method navigates on: it may have something to finish.
  const [cameIn] = useState(me)
  // Of a desktop that does what takes a fresh approval: it goes back to a page on which everything is as it was.
  const isAgain = useRouter().params.again === '1'
  if (me && isAgain)
    return (
      <Screen title="用手机再确认一次">
        <Page foot>
          <Text className={css.lead}>
            {address(
              elder,
              '授予身份、批准积分这些事，要你的手机刚刚确认过才能做。确认后会回到刚才那一页，填的都还在，再按一次就好。',
            )}
          </Text>
          <LoginMethods onIn={leave} />
        </Page>
      </Screen>
    )
  if (me && cameIn)
    return (
      <Screen title="登录">
        <StateView
          scene="empty"
          title="你已经登录"
          text={`你的编号是 ${personNoText(me.no)}。`}
          action={{ label: '返回', onTap: leave }}
        />
      </Screen>
    )
  return (
    <Screen title="登录" saysStorage>
      <Page foot>
        <Text className={css.lead}>
          {address(
            elder,
            endedText(now) ??
              (minor ? underAgeText : '登录后可以攒积分、换礼品。找地点、求助、报告问题都不用登录。'),
          )}
        </Text>
        {/* Large type would push the login button off the screen: what is stored then stands below it. */}
        {!elder && <WhatIsKept />}
        <LoginMethods onIn={leave} />
        {elder && <WhatIsKept />}
      </Page>
    </Screen>
  )
}

function WhatIsKept() {
  return (
    <Card flush>
      <Row first icon="check" title="只记一个微信给的编号" text="用来认出是同一个人" />
      <Row icon="close" title="不要手机号、姓名、头像" text="也不要位置和通讯录" />
      <Row icon="trash" title="随时可以查看、导出、删除" text="在“我的”里，“我的数据”" />
    </Card>
  )
}
