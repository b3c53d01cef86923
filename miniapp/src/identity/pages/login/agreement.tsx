import { Text, View } from '@tarojs/components'
import { Button } from '@/shared/components/button'
import { Icon } from '@/shared/components/icon'
import { Tap } from '@/shared/components/tap'
import { openPage } from '@/shared/navigation/navigation'
import { namesOf } from '@/shared/session/consents'
import { address, useElder } from '@/shared/storage/settings'
import css from './login.module.scss'

const go = (page: 'privacy' | 'rules') => () => openPage(`/about/${page}/index`)

/** The two texts, to be read before, and a tick that nobody has set for the person. */
export function Agreement({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) {
  const elder = useElder()
  return (
    <View className={css.agreement}>
      <Tap className={css.tick} role="checkbox" checked={on} onTap={() => onChange(!on)}>
        <View className={`${css.box} ${on ? css.on : ''}`}>{on && <Icon name="check" size="s" />}</View>
        <Text className={css.words}>{address(elder, `我看过并同意${namesOf(['privacy', 'points'])}`)}</Text>
      </Tap>
      <View className={css.texts}>
        <Button tone="quiet" onTap={go('privacy')}>
          看隐私说明
        </Button>
        <Button tone="quiet" onTap={go('rules')}>
          看积分规则
        </Button>
      </View>
    </View>
  )
}
