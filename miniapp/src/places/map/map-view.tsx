import { Text, View } from '@tarojs/components'
import { type MutableRefObject, useCallback, useRef, useState } from 'react'
import type { ReadyCity } from '@/shared/city'
import { useWindowSize } from '@/shared/platform/window-size'
import { useElder } from '@/shared/storage/settings'
import { choiceText, filterOf } from '../choice'
import { useCompact } from '../components/compact'
import { NeighbourLine } from '../components/neighbour-card'
import { OriginBar } from '../components/origin-bar'
import { PlaceList } from '../components/place-list'
import { nearestPlaces } from '../nearest'
import type { FindNear } from '../neighbour'
import { ChipBar } from './chip-bar'
import { LazyPlaceMap } from './lazy-place-map'
import { MapSheet, type Stop } from './map-sheet'
import { MapTools } from './map-tools'
import css from './map-view.module.scss'
import { NothingListed } from './nothing-listed'
import { PlaceCard } from './place-card'
import { useSheetHeights } from './sheet-heights'
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
  const [cardHeight, setCardHeight] = useState(0)
  const sheetHeight = screen.chosen && cardHeight > 0 ? cardHeight : heights[screen.stop]
  const covered = wide ? 0 : sheetHeight
  const elder = useElder()
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
      <List
        screen={screen}
        heights={wide ? null : heights}
        onOrigin={() => onOpen('origin')}
        onCardHeight={setCardHeight}
      />
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
          origin={screen.origin}
          tools={(bottom) =>
            (wide || screen.stop !== 'full') && (
              <MapTools screen={screen} bottom={bottom} isOver={!wide} onLegend={() => onOpen('legend')} />
            )
          }
          onPick={screen.pick}
          onPickSpot={screen.openSpot}
          onMoved={screen.onMoved}
        />
        <Text className={css.unseen}>地图上画的地点都在列表里，可以逐个听读。</Text>
      </View>
    </View>
  )
}

/** The list, or the card of the chosen place: in a sheet of `heights`, px; null: in a column. */
function List({
  screen,
  heights,
  onOrigin,
  onCardHeight,
}: {
  screen: MapScreen
  heights: Record<Stop, number> | null
  onOrigin: () => void
  /** px of the sheet while it shows the card. */
  onCardHeight: (px: number) => void
}) {
  const elder = useElder()
  const { width } = useWindowSize()
  const compact = useCompact()
  // On a phone the card takes the list's place: back from it, one is where one was.
  const top = useRef(0)
  const bar = (
    <View>
      <OriginBar lead={countText(screen)} brief={elder && heights !== null} onChange={onOrigin} />
      {screen.only === null && <AcrossTheBorder screen={screen} />}
    </View>
  )
  if (!heights) {
    return (
      <View className={css.column}>
        <View className={css.columnHead}>{bar}</View>
        <Chosen screen={screen} isBrief={false} />
        <View className={css.columnList}>
          <Places screen={screen} width={columnWidth} top={top} />
        </View>
      </View>
    )
  }
  return (
    <MapSheet
      stop={screen.stop}
      heights={heights}
      fits={screen.chosen !== null}
      onStop={screen.setStop}
      head={compact && screen.chosen ? null : bar}
      content={`${screen.chosen?.place.id} ${screen.beside} ${elder} ${width}`}
      onHeight={onCardHeight}
    >
      {screen.chosen ? (
        <Chosen screen={screen} isBrief={elder} />
      ) : (
        <Places screen={screen} width={width} top={top} />
      )}
    </MapSheet>
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

function Chosen({ screen, isBrief }: { screen: MapScreen; isBrief: boolean }) {
  if (!screen.chosen) return null
  return (
    <PlaceCard
      near={screen.chosen}
      origin={screen.origin}
      now={screen.now}
      isBrief={isBrief}
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

/** `401 处`, or of a piece of the map `这一带 23 处`. */
function countText({ listed, area }: MapScreen): string {
  return area ? `这一带 ${listed.length} 处` : `${listed.length} 处`
}
