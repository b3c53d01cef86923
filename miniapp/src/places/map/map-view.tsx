import { Text, View } from '@tarojs/components'
import { type MutableRefObject, useRef } from 'react'
import { StateView } from '@/shared/components/state'
import { useElder } from '@/shared/settings'
import { choiceText, noChoice } from '../choice'
import type { ReadyCity } from '../city'
import { OriginBar } from '../components/origin-bar'
import { PlaceList } from '../components/place-list'
import { rowHeight } from '../components/row-height'
import { useWindowSize } from '../components/window-size'
import { ChipBar } from './chip-bar'
import { LazyPlaceMap } from './lazy-place-map'
import { MapSheet, type Stop } from './map-sheet'
import { MapTools } from './map-tools'
import css from './map-view.module.scss'
import { PlaceCard } from './place-card'
import type { MapScreen } from './use-map-screen'

/** px of map-view.module.scss: from here on list and map stand side by side. */
const wideFrom = 1024
const columnWidth = 400

type Props = {
  city: ReadyCity
  screen: MapScreen
  /** Opens one of the sheets that lie over the whole page. */
  onOpen: (sheet: 'filter' | 'legend' | 'origin') => void
}

/** On a phone a sheet over the map, on a desktop a column beside it: the same list, card and chips in both. */
export function MapView({ city, screen, onOpen }: Props) {
  const size = useWindowSize()
  const wide = size.width >= wideFrom
  const heights = useSheetHeights(screen, size.height)
  // On a phone the card takes the list's place: back from it, one is where one was.
  const top = useRef(0)
  const covered = wide ? 0 : heights[screen.stop]
  const bar = <OriginBar lead={`${screen.near.length} 处`} onChange={() => onOpen('origin')} />
  return (
    <View className={css.area}>
      <View className={css.chips}>
        <ChipBar
          choice={screen.choice}
          only={screen.only?.text ?? null}
          now={screen.now}
          onChoice={screen.choose}
          onMore={() => onOpen('filter')}
          onAll={screen.showAll}
        />
      </View>
      {wide ? (
        <View className={css.column}>
          <View className={css.columnHead}>{bar}</View>
          {screen.chosen && <Chosen city={city} screen={screen} />}
          <View className={css.columnList}>
            <Places screen={screen} width={columnWidth} top={top} />
          </View>
        </View>
      ) : (
        <MapSheet
          stop={screen.stop}
          heights={heights}
          fits={screen.chosen !== null}
          onStop={screen.setStop}
          head={bar}
        >
          {screen.chosen ? (
            <Chosen city={city} screen={screen} />
          ) : (
            <Places screen={screen} width={size.width} top={top} />
          )}
        </MapSheet>
      )}
      <View className={css.map}>
        <LazyPlaceMap
          region={city.region}
          pinned={screen.near}
          today={screen.today}
          chosen={screen.chosen?.place ?? null}
          here={screen.here}
          target={screen.target}
          covered={covered}
          onPick={screen.pick}
          onPickSpot={screen.openSpot}
          onMoved={screen.onMoved}
        />
        <Text className={css.unseen}>地图上画的地点都在列表里，可以逐个听读。</Text>
        {(wide || screen.stop !== 'full') && (
          <MapTools screen={screen} bottom={covered} onLegend={() => onOpen('legend')} />
        )}
      </View>
    </View>
  )
}

function Chosen({ city, screen }: { city: ReadyCity; screen: MapScreen }) {
  if (!screen.chosen) return null
  return (
    <PlaceCard
      near={screen.chosen}
      origin={screen.origin}
      calendar={city.catalogue.calendar}
      now={screen.now}
      beside={screen.beside}
      onBeside={() => screen.openSpot()}
      onClose={() => screen.pick(null)}
    />
  )
}

function Places({ screen, width, top }: { screen: MapScreen; width: number; top: MutableRefObject<number> }) {
  const { near, origin, choice, only } = screen
  if (near.length === 0) {
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
  return (
    <PlaceList
      places={near}
      origin={origin}
      now={screen.now}
      width={width}
      chosen={screen.chosen?.place.id ?? null}
      onPress={screen.pick}
      startAt={top.current}
      onScrolled={(px) => {
        top.current = px
      }}
      label="地点，由近到远"
      question={`${only?.text} ${choiceText(choice)} ${origin.name} ${origin.point.lng} ${origin.point.lat}`}
    />
  )
}

/** px. The lowest shows the first row whole, or the card of the chosen place; the highest leaves the chips. */
function useSheetHeights(screen: MapScreen, windowHeight: number): Record<Stop, number> {
  const elder = useElder()
  const { width } = useWindowSize()
  const touch = elder ? 60 : 44
  const bars = elder ? 68 + 77 : 52 + 57
  const area = windowHeight - bars
  const head = 12 + touch + 1
  const first = screen.near[0]
  const row = first ? rowHeight(first.place.name, width, elder) : 120
  const peek = head + (screen.chosen ? (elder ? 330 : 190) + (screen.beside > 0 ? touch : 0) : row)
  const full = area - touch - 16
  return {
    peek,
    half: screen.chosen ? peek : Math.max(Math.round(area * 0.5), peek),
    full: Math.max(full, peek),
  }
}
