import type { Me } from '@contract/identity'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useCity } from '@/shared/city'
import { cityNames } from '@/shared/city/city-names'
import { Button } from '@/shared/components/button'
import { Card } from '@/shared/components/card'
import { CentreLine } from '@/shared/components/centre-line'
import { Icon } from '@/shared/components/icon'
import { goLogin } from '@/shared/components/login-needed'
import { Stack } from '@/shared/components/stack'
import { copy } from '@/shared/phone/actions'
import { endedText } from '@/shared/session/ended-text'
import { personNoText } from '@/shared/session/person-no'
import { roleText } from '@/shared/session/role-text'
import { useSession } from '@/shared/session/session'
import { underAge } from '@/shared/session/under-age'
import { address, useAge, useElder } from '@/shared/storage/settings'
import css from './me.module.scss'
import { aloud } from './view'

const toCentre = '要开通网点或工作人员的身份时，把编号读给市福彩中心。'

/** Who one is here: a number to read out, and what one may do; or the way in. */
export function Person() {
  const now = useSession()
  return now.me ? <LoggedIn me={now.me} /> : <LoggedOut hasEnded={now.hasEnded} ended={endedText(now)} />
}

function LoggedOut({ hasEnded, ended }: { hasEnded: boolean; ended: string | null }) {
  const elder = useElder()
  const minor = useAge() === 'minor'
  const asked = minor
    ? `${underAge}。年龄按错了，可以在下面改。`
    : '登录后可以攒积分、换礼品。不要手机号，不要姓名。'
  return (
    <Card>
      <Stack gap={3}>
        <Text className={css.lead}>{address(elder, ended ?? asked)}</Text>
        <Button {...(minor ? {} : { tone: 'primary' })} block icon="login" onTap={goLogin}>
          {hasEnded ? '重新登录' : '登录'}
        </Button>
      </Stack>
    </Card>
  )
}

function LoggedIn({ me }: { me: Me }) {
  const city = useCity()
  const cityName = cityNames(city.regions)
  const [copied, setCopied] = useState(false)
  return (
    <Card>
      <View className={css.person}>
        <View className={css.face} aria-hidden>
          <Icon name="me" size="l" />
        </View>
        <View className={css.words}>
          <Text className={css.label}>我的编号</Text>
          <Text className={css.no} aria-label={aloud(me.no)}>
            {personNoText(me.no)}
          </Text>
        </View>
        <Button icon={copied ? 'check' : 'copy'} onTap={() => void copy(me.no).then(setCopied)}>
          {copied ? '已复制' : '复制'}
        </Button>
      </View>
      <View className={css.roles}>
        {me.roles.map((role) => (
          <View key={`${role.region}${role.kind}`} className={css.role}>
            <Icon name="check" size="s" />
            <Text className={css.words}>{roleText(role, cityName)}</Text>
          </View>
        ))}
        {me.roles.length === 0 && (
          <>
            <Text className={css.hint}>{toCentre}</Text>
            <CentreLine under={toCentre} />
          </>
        )}
      </View>
    </Card>
  )
}
