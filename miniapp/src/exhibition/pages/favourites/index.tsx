import { View } from '@tarojs/components'
import { useCity } from '@/shared/city'
import { cityNames } from '@/shared/city/city-names'
import { CityNotice } from '@/shared/city/components/city-notice'
import { Button } from '@/shared/components/button'
import { Card } from '@/shared/components/card'
import { Page } from '@/shared/components/page'
import { Row } from '@/shared/components/row'
import { Screen } from '@/shared/components/screen'
import { StateView } from '@/shared/components/state'
import { address, useAge, useElder } from '@/shared/storage/settings'
import { type Favourite, favourites, useFavourites } from '../../favourites'
import { goExhibit, goHall } from '../../go'
import { useHall } from '../../hall'
import { shutText } from '../../view'
import { find, regionsOf } from './view'

/** Favourites by city: an exhibition belongs to one. */
export default function FavouritesPage() {
  const elder = useElder()
  const all = useFavourites()
  return (
    <Screen title="收藏的展品" notice={<CityNotice />} lottery>
      <Page>
        {all.length === 0 && (
          <StateView
            scene="empty"
            title="还没有收藏"
            text={address(elder, '你在展品下面按“收藏”，它就会出现在这里。')}
            action={{ label: '去展馆看看', onTap: goHall }}
          />
        )}
        {regionsOf(all).map((region) => (
          <OfCity key={region} region={region} all={all} />
        ))}
      </Page>
    </Screen>
  )
}

function OfCity({ region, all }: { region: string; all: readonly Favourite[] }) {
  const { value: hall } = useHall(region)
  const city = useCity()
  const age = useAge()
  const name = cityNames(city.regions)(region)
  return (
    <Card title={`${name}展馆`} flush>
      <View role="list" aria-label={`${name}展馆`}>
        {all
          .filter((one) => one.region === region)
          .map((one, at) => (
            <View key={one.exhibit} role="listitem">
              <FavouriteRow favourite={one} first={at === 0} found={find(one, hall, age)} />
            </View>
          ))}
      </View>
    </Card>
  )
}

function FavouriteRow({
  favourite,
  first,
  found,
}: {
  favourite: Favourite
  first: boolean
  found: ReturnType<typeof find>
}) {
  const { title } = found
  if (found.state === 'shown')
    return (
      <Row first={first} title={title} text={found.gallery ?? undefined} onTap={() => goExhibit(found.at)} />
    )
  if (found.state === 'shut') return <Row first={first} icon="lock" title={title} text={shutText} />
  return (
    <Row
      first={first}
      title={title}
      text="已不再展出"
      end={
        <Button label={`取消收藏：${title}`} onTap={() => favourites.toggle(favourite)}>
          取消收藏
        </Button>
      }
    />
  )
}
