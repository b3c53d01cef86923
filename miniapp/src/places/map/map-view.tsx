import { Text, View } from '@tarojs/components'
import { type MutableRefObject, useCallback, useRef } from 'react'
import { StateView } from '@/shared/components/state'
import { useElder } from '@/shared/settings'
import { choiceText, filterOf, noChoice } from '../choice'
import type { ReadyCity } from '../city'
import { useCompact } from '../components/compact'
import { NeighbourLine } from '../components/neighbour-card'
import { OriginBar } from '../components/origin-bar'
import { PlaceList } from '../components/place-list'
import { rowHeight } from '../components/row-height'
import { useWindowSize } from '../components/window-size'
import { nearestPlaces } from '../nearest'
import type { FindNear } from '../neighbour'
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
  const elder = useElder()
  const compact = useCompact()
  const bar = (
    <View>
      <OriginBar lead={countText(screen)} brief={compact && !wide} onChange={() => onOpen('origin')} />
      {screen.only === null && <AcrossTheBorder screen={screen} />}
    </View>
  )
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
          head={compact && screen.chosen ? null : bar}
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
          places={city.catalogue.places}
          pinned={screen.near}
          spots={screen.spots}
          today={screen.today}
          chosen={screen.chosen?.place ?? null}
          here={screen.here}
          target={screen.target}
          covered={covered}
          coveredAbove={wide ? 0 : (elder ? 60 : 44) + 16}
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

/** What the neighbouring city has nearer of what was asked for. */
function AcrossTheBorder({ screen: { near, choice, now } }: { screen: MapScreen }) {
  const find = useCallback<FindNear>(
    (catalogue, from) =>
      nearestPlaces(catalogue, from, { limit: 1, filter: filterOf(choice, now), now })[0] ?? null,
    [choice, now],
  )
  return <NeighbourLine than={near[0]?.distance ?? Number.POSITIVE_INFINITY} find={find} />
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
  const { listed, origin, choice, only, area } = screen
  if (listed.length === 0) {
    return <NothingListed screen={screen} />
  }
  return (
    <PlaceList
      places={listed}
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
      question={`${only?.text} ${choiceText(choice)} ${origin.name} ${origin.point.lng} ${origin.point.lat} ${area}`}
    />
  )
}

/** Why the list is empty, and the way back: out of this piece of the map first, else without the filters. */
function NothingListed({ screen }: { screen: MapScreen }) {
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

/** `401 处`, or of a piece of the map `这一带 23 处`. */
function countText({ listed, area }: MapScreen): string {
  return area ? `这一带 ${listed.length} 处` : `${listed.length} 处`
}

/**
 * px. The lowest shows the first row whole, or the card of the chosen place; the highest leaves the chips. Large type in
 * a low window begins with the first row alone, and its lowest is the head: half of the window would leave no map.
 */
function useSheetHeights(screen: MapScreen, windowHeight: number): Record<Stop, number> {
  const elder = useElder()
  const compact = useCompact()
  const { width } = useWindowSize()
  const touch = elder ? 60 : 44
  const bars = elder ? 68 + 77 : 52 + 57
  const area = windowHeight - bars
  const head = touch + 1
  const first = screen.listed[0]
  const row = first ? rowHeight(first.place.name, width, elder) : 120
  const low = head + (screen.chosen ? (elder ? 330 : 190) + (screen.beside > 0 ? touch : 0) : row)
  const full = Math.max(area - touch - 16, low)
  if (screen.chosen) return { peek: low, half: low, full }
  return compact
    ? { peek: head, half: low, full }
    : { peek: low, half: Math.max(Math.round(area * 0.5), low), full }
}
