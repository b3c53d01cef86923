import { Text, View } from '@tarojs/components'
import { useAction } from '@/shared/query/use-action'
import { personNoText } from '@/shared/session/person-no'
import { session } from '@/shared/session/session'
import { Button } from '../button'
import { FailureLine } from '../result-line'
import { StateView } from '../state'
import css from './no-access.module.scss'

/** For somebody who may not use a page: whom it is for, and the number by which somebody else lets them in. */
export function NoAccess({ no, title, text }: { no: string; title: string; text: string }) {
  const look = useAction(session.renew)
  return (
    <View className={css.page}>
      <StateView scene="permission" title={title} text={text} />
      <View className={css.no} role="note">
        <Text className={css.label}>我的编号</Text>
        <Text className={css.number}>{personNoText(no)}</Text>
      </View>
      <FailureLine failure={look.failure} />
      <Button disabled={look.busy} onTap={() => void look.run()}>
        {look.busy ? '正在看' : '已经开通了，再看看'}
      </Button>
    </View>
  )
}
