import { dayOf } from '@common/day'
import type { PlaceSummary } from '@contract/places'
import { distanceMetres } from '@functions/places/rules/nearby'
import { openAnswer } from '@functions/places/rules/opening'
import { asksForCentre } from '@functions/places/rules/search'
import { Input, Text, View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { type ReadyCity, refreshCity, useCity } from '@/shared/city'
import { CityNotice } from '@/shared/city/components/city-notice'
import { CityStart } from '@/shared/city/components/city-start'
import { useOrigin } from '@/shared/city/origin'
import type { Origin } from '@/shared/city/where/store'
import { AgeGate } from '@/shared/components/age-gate'
import { Button } from '@/shared/components/button'
import { goCentre } from '@/shared/components/centre-line'
import { Heading } from '@/shared/components/heading'
import { Icon } from '@/shared/components/icon'
import { Row } from '@/shared/components/row'
import { Screen } from '@/shared/components/screen'
import { Wrap } from '@/shared/components/stack'
import { StateView, Waiting } from '@/shared/components/state'
import { Tap } from '@/shared/components/tap'
import { Hint } from '@/shared/components/text'
import { useAge } from '@/shared/storage/settings'
import { useNow } from '@/shared/time/clock'
import { PlaceRow } from '../../components/place-row'
import { goAid, goMap, goPlace } from '../../go'
import { forgetSearches, rememberSearch, useRecent } from '../../recent'
import { useWordsInUse } from '../../words-in-use'
import { type Asked, askedBy, exampleOf, findPlaces } from './find'
import { NoneHereView, useNoneHere } from './none-here'
import css from './search.module.scss'
import { type NearestToThere, nearestToThere } from './there'
import { hintText, nothingText, thingsToAsk } from './view'

const most = 30

/** Finds by number, name, address or pinyin while one types, on the phone. */
export default function SearchPage() {
  const city = useCity()
  const [q, setQ] = useState('')
  return (
    <Screen title="搜索" notice={<CityNotice />} lottery over={<AgeGate onAid={goAid} />}>
      <View className={css.page}>
        <View className={css.field}>
          <Icon name="search" className={css.icon} />
          <Input
            className={css.input}
            value={q}
            focus
            maxlength={50}
            confirmType="search"
            placeholder="名称、地址、编号或拼音"
            aria-label="名称、地址、编号或拼音"
            onInput={(event) => setQ(event.detail.value)}
            onConfirm={(event) => rememberSearch(event.detail.value)}
          />
          {q !== '' && (
            <Tap className={css.clear} label="清空" onTap={() => setQ('')}>
              <Icon name="close" size="s" />
            </Tap>
          )}
        </View>
        {q.trim() === '' ? <Recent city={city} onPick={setQ} /> : <Answer city={city} q={q.trim()} />}
      </View>
    </Screen>
  )
}

function Answer({ city, q }: { city: ReturnType<typeof useCity>; q: string }) {
  if (city.status === 'ready') return <Results city={city} q={q} />
  if (city.status === 'unchosen') return <CityStart padded />
  if (city.status === 'loading') return <Waiting rows={3} text="正在取这座城市的地点" />
  return (
    <StateView
      scene="offline"
      title="网络连不上"
      text="这座城市的地点还没有存在手机里，暂时搜不了。"
      action={{ label: '再试一次', onTap: () => void refreshCity() }}
    />
  )
}

function Results({ city, q }: { city: ReadyCity; q: string }) {
  const now = useNow()
  const { origin } = useOrigin()
  const { catalogue, region } = city
  const from = origin?.point ?? region.centre
  const today = dayOf(now)
  const found = useMemo(
    () =>
      findPlaces(catalogue, q, most, {
        rank: (place) => distanceMetres(from, place),
        day: today,
      }),
    [catalogue, q, from, today],
  )
  const asked = useMemo(() => askedBy(catalogue, q, today), [catalogue, q, today])
  const none = useNoneHere(city, q, today)
  const there = useMemo(
    () => (found.length === 0 ? nearestToThere(catalogue, q, today, most) : null),
    [catalogue, q, today, found],
  )
  if (!origin) return null
  const centre = asksForCentre(q, region.name) ? <CentreRow city={region.name} /> : null
  if (found.length === 0) {
    if (centre) return centre
    if (none) return <NoneHereView none={none} city={region.name} />
    if (there) return <NearestThere there={there} city={city} q={q} />
    return (
      <StateView
        scene="not-found"
        title={`${region.name}没有找到“${q}”`}
        text={nothingText(exampleOf(catalogue))}
        action={{ label: '到地图上看看', onTap: () => goMap() }}
      />
    )
  }
  return (
    <>
      {centre}
      {asked && <AskedRow asked={asked} q={q} />}
      {asked && none && (
        <Text className={css.none}>
          {none.title}，下面是名称或地址里有“{q}”的。
        </Text>
      )}
      <Found places={found} origin={origin} city={city} q={q} />
    </>
  )
}

type FoundProps = { places: readonly PlaceSummary[]; origin: Origin; city: ReadyCity; q: string }

/** How many there are, and the rows. */
function Found({ places, origin, city: { catalogue }, q }: FoundProps) {
  const now = useNow()
  return (
    <>
      <View className={css.count} role="status">
        <Text>{places.length === most ? `先列最近的 ${most} 处` : `${places.length} 处`}</Text>
      </View>
      <View role="list" aria-role="list" className={css.results}>
        {places.map((place) => (
          <View key={place.id} role="listitem" aria-role="listitem">
            <PlaceRow
              near={{
                place,
                distance: distanceMetres(origin.point, place),
                open: openAnswer(place, catalogue.calendar, now),
              }}
              origin={origin}
              now={now}
              onPress={(id) => {
                rememberSearch(q)
                goPlace(id)
              }}
            />
          </View>
        ))}
      </View>
    </>
  )
}

/** A minor does not read what is missing: places that sell are left out of their city. */
function NearestThere({ there, city, q }: { there: NearestToThere; city: ReadyCity; q: string }) {
  const { noun, where, origin, places } = there
  const minor = useAge() === 'minor'
  return (
    <>
      <Text className={css.none}>
        {minor ? `下面是离${where}最近的${noun}。` : `${where}还没有${noun}，下面是离那里最近的。`}
      </Text>
      <Found places={places} origin={origin} city={city} q={q} />
    </>
  )
}

/** The city's centre is no place of the list: it has a page of its own. */
function CentreRow({ city }: { city: string }) {
  return (
    <View className={css.asked}>
      <Row first icon="phone" title={`${city}市福彩中心`} text="电话、地址和办公时间" onTap={goCentre} />
    </View>
  )
}

/** All that have what was asked for, on the map: the list below has the best thirty only. */
function AskedRow({ asked: { name, count, choice }, q }: { asked: Asked; q: string }) {
  if (choice === null || count === 0) return null
  return (
    <View className={css.asked}>
      <Row
        first
        icon="map"
        title={`${name} · 全市 ${count} 处`}
        text="在地图上看全部"
        onTap={() => {
          rememberSearch(q)
          goMap(choice)
        }}
      />
    </View>
  )
}

function Recent({ city, onPick }: { city: ReturnType<typeof useCity>; onPick: (q: string) => void }) {
  const recent = useRecent()
  const had = useWordsInUse()
  const minor = useAge() === 'minor'
  const example = city.status === 'ready' ? exampleOf(city.catalogue) : null
  return (
    <View className={css.recent}>
      {recent.length > 0 && (
        <>
          <View className={css.head}>
            <Heading level={2} className={css.title}>
              最近搜过
            </Heading>
            <Button tone="quiet" onTap={forgetSearches}>
              清除
            </Button>
          </View>
          <Wrap>
            {recent.map((word) => (
              <Tap key={word} className={css.word} onTap={() => onPick(word)}>
                <Text>{word}</Text>
              </Tap>
            ))}
          </Wrap>
        </>
      )}
      <Hint>{hintText(example, thingsToAsk(had, minor))}</Hint>
    </View>
  )
}
