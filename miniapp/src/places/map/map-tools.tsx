import { Text, View } from '@tarojs/components'
import { Icon } from '@/shared/components/icon'
import { Tap } from '@/shared/components/tap'
import css from './map-tools.module.scss'
import type { MapScreen } from './use-map-screen'

/** What the thumb does with the map: the list of this area, back to oneself, what the pins mean. */
export function MapTools({
  screen,
  bottom,
  isOver,
  onLegend,
}: {
  screen: MapScreen
  /** The list lies over the map, and where a place is chosen its card is there instead. */
  isOver: boolean
  /** px above the map's lower edge. */
  bottom: number
  onLegend: () => void
}) {
  const { moved, chosen } = screen
  return (
    <>
      {moved && !(chosen && isOver) && (
        <View className={css.around}>
          <Tap className={css.aroundTap} onTap={screen.listSeen}>
            <Icon name="list" size="s" />
            <Text>列出这一带</Text>
          </Tap>
        </View>
      )}
      <View className={css.tools} style={{ bottom: `${bottom + 12}px` }}>
        <Tap className={css.tool} label="图例" onTap={onLegend}>
          <Icon name="info" />
        </Tap>
        {screen.here && (
          <Tap className={css.tool} label="地图移到我的位置" onTap={screen.showHere}>
            <Icon name="locate" />
          </Tap>
        )}
      </View>
    </>
  )
}
