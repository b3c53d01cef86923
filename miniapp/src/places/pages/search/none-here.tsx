import { View } from '@tarojs/components'
import { useMemo } from 'react'
import { chooseCity, type ReadyCity } from '@/shared/city'
import { Card } from '@/shared/components/card'
import { Row } from '@/shared/components/row'
import { StateView } from '@/shared/components/state'
import { useAge } from '@/shared/storage/settings'
import { goMap } from '../../go'
import { type NoneHere, noneHere } from './none'
import css from './search.module.scss'

/** Null where the city has what `q` asks for. Of a minor's city nothing is said: what it leaves out is not to be had anyway. */
export function useNoneHere({ catalogue, regions }: ReadyCity, q: string, today: string): NoneHere | null {
  const minor = useAge() === 'minor'
  return useMemo(
    () => (minor ? null : noneHere(catalogue, regions, q, today)),
    [minor, catalogue, regions, q, today],
  )
}

/** No place of the city has it: the nearest city that does, and what there is here. */
export function NoneHereView({ none: { title, elsewhere, here }, city }: { none: NoneHere; city: string }) {
  return (
    <>
      <StateView
        scene="not-found"
        title={title}
        text={elsewhere ? `${elsewhere.text}，离这里最近。` : '换一个词，或看看这里有的。'}
        action={
          elsewhere
            ? { label: `去${elsewhere.city}看`, onTap: () => chooseCity(elsewhere.adcode) }
            : { label: '到地图上看看', onTap: () => goMap() }
        }
      />
      {here.length > 0 && (
        <View className={css.here}>
          <Card title={`${city}有的`} flush>
            {here.map(({ role, name, count }, n) => (
              <Row
                key={role}
                first={n === 0}
                icon="map"
                title={name}
                text={`全市 ${count} 处，在地图上看`}
                onTap={() => goMap({ roles: [role] })}
              />
            ))}
          </Card>
        </View>
      )}
    </>
  )
}
