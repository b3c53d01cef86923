import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Icon } from '@/shared/components/icon'
import { Sheet } from '@/shared/components/sheet'
import { Tap } from '@/shared/components/tap'
import { Title } from '@/shared/components/text'
import { chooseCity, cityStore, useCity } from '..'
import { CityList } from './city-list'
import css from './city-picker.module.scss'
import { DemoMark } from './demo-mark'

/** The city's name; pressing it offers the others. */
export function CityPicker() {
  const city = useCity()
  const [open, setOpen] = useState(false)
  const name = city.status === 'ready' ? city.region.name : '选城市'
  function show(): void {
    void cityStore.refreshRegions()
    setOpen(true)
  }
  return (
    <View className={css.lead}>
      <Tap className={css.city} label={`城市：${name}，点按更换`} expanded={open} onTap={show}>
        <Title size="part">{name}</Title>
        <Icon name="down" size="s" />
      </Tap>
      <DemoMark />
      {open && <CitySheet onClose={() => setOpen(false)} />}
    </View>
  )
}

function CitySheet({ onClose }: { onClose: () => void }) {
  const city = useCity()
  const current = city.status === 'ready' ? city.region.adcode : null
  return (
    <Sheet title="选城市" onClose={onClose}>
      <View className={css.list}>
        <CityList
          regions={city.regions}
          current={current}
          onPick={(adcode) => {
            chooseCity(adcode)
            onClose()
          }}
        />
        {city.regions.length === 0 && <Text className={css.none}>城市名单还没取到。连上网络后再试。</Text>}
      </View>
    </Sheet>
  )
}
