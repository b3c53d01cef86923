import { Screen } from '@/shared/components/screen'
import { StateView } from '@/shared/components/state'

export default function Me() {
  return (
    <Screen title="我的" tab="me" lottery>
      <StateView scene="empty" title="正在准备" />
    </Screen>
  )
}
