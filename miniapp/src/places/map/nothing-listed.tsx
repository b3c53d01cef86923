import { StateView } from '@/shared/components/state'
import { choiceText, noChoice } from '../choice'
import type { MapScreen } from './use-map-screen'

/** Why the list is empty, and the way back: out of this piece of the map first, else without the filters. */
export function NothingListed({ screen }: { screen: MapScreen }) {
  const { near, area, choice, only } = screen
  if (area && near.length > 0) {
    return (
      <StateView
        scene="empty"
        title="这一带没有符合的地点"
        text="把地图移到别处再列，或者看全市的。"
        action={{ label: '看全市', onTap: screen.showAll }}
      />
    )
  }
  return (
    <StateView
      scene="empty"
      title="没有符合的地点"
      text={`没有一处同时符合：${[only?.text, choiceText(choice)].filter(Boolean).join('、')}。去掉一项再看。`}
      action={{
        label: '清空筛选',
        onTap: () => {
          screen.choose(noChoice)
          screen.showAll()
        },
      }}
    />
  )
}
