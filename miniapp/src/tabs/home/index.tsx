import { Screen } from '@/shared/components/screen'
import { StateView } from '@/shared/components/state'

export default function Home() {
  return (
    <Screen title="福驿" tab="home" lottery>
      <StateView scene="empty" title="正在准备" />
    </Screen>
  )
}
