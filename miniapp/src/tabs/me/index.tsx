import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { CityNotice } from '@/places/components/city-notice'
import { CityPicker } from '@/places/components/city-picker'
import { Card } from '@/shared/components/card'
import { Row } from '@/shared/components/row'
import { Screen } from '@/shared/components/screen'
import { Switch } from '@/shared/components/switch'
import { settings, useElder } from '@/shared/settings'
import { Favourites } from './favourites'
import css from './me.module.scss'

const go = (page: 'privacy' | 'about') => () => void Taro.navigateTo({ url: `/about/${page}/index` })

export default function Me() {
  const elder = useElder()
  return (
    <Screen title="我的" tab="me" lead={<CityPicker />} notice={<CityNotice />} lottery>
      <View className={css.page}>
        <Card flush>
          <Row
            first
            icon="large"
            title="大字版"
            text="字更大，按钮更好按"
            end={<Switch label="大字版" on={elder} onChange={settings.elder.set} />}
          />
        </Card>
        <Favourites />
        <Card flush>
          <Row
            first
            icon="shield"
            title="隐私说明"
            text="用了什么、存了什么、怎么清掉"
            onTap={go('privacy')}
          />
          <Row
            icon="info"
            title="关于福驿"
            text={`版本 ${process.env.TARO_APP_VERSION}，数据与来源`}
            onTap={go('about')}
          />
        </Card>
      </View>
    </Screen>
  )
}
