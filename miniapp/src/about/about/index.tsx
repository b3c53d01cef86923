import { Text, View } from '@tarojs/components'
import { useCity } from '@/shared/city'
import { Card } from '@/shared/components/card'
import { Icon } from '@/shared/components/icon'
import { Row } from '@/shared/components/row'
import { Screen } from '@/shared/components/screen'
import { call } from '@/shared/phone/actions'
import { filingsOf, type Shown, shown } from '../operator'
import css from './about.module.scss'

export default function About() {
  const city = useCity()
  const demo = city.status === 'ready' && city.region.demo
  return (
    <Screen title="关于福驿" lottery>
      <View className={css.page}>
        <View className={css.sign}>
          <Icon name="lamp" size="l" className={css.lamp} />
          <Text className={css.name}>福驿</Text>
          <Text className={css.line}>巷口的一盏灯</Text>
        </View>
        <Text className={css.words}>
          福驿把一座城市的福彩销售网点、爱心救助点、公益驿站和公益金资助的项目放在一张地图上：哪里开着、有什么、多远、什么时候核实过。
        </Text>
        <Text className={css.words}>这里不卖彩票，不预测号码，也没有去买彩票的链接。</Text>
        <Card title="数据" flush>
          <Row first icon="document" title="地点数据" text="由各市福利彩票中心提供，每一项标明核实日期" />
          <Row
            icon="database"
            title="开放数据"
            text="GeoJSON 与接口说明，任何人都可以取用：/api/openapi.json"
          />
          {demo && (
            <Row icon="info" title="演示数据" text="现在看到的是程序生成的，不对应真实的网点、电话和项目" />
          )}
          <Row icon="map" title="底图" text="区县轮廓是示意，不作划界依据" />
        </Card>
        {shown && <OperatorRows build={shown} />}
        <Card title="投诉举报" flush>
          {shown && (
            <Row
              first
              icon="phone"
              title={shown.operator.complaints}
              text="运营者的投诉举报电话"
              onTap={() => call(shown?.operator.complaints ?? '12377')}
            />
          )}
          <Row
            first={!shown}
            icon="phone"
            title="12377"
            text="中央网信办违法和不良信息举报中心"
            onTap={() => call('12377')}
          />
        </Card>
        <Card flush>
          <Row first title="版本" end={process.env.TARO_APP_VERSION} />
        </Card>
      </View>
    </Screen>
  )
}

function OperatorRows({ build }: { build: Shown }) {
  const { name, address, phone } = build.operator
  return (
    <Card title="运营者" flush>
      <Row first icon="info" title={name} text={address} />
      <Row icon="phone" title={phone} text="联系电话" onTap={() => call(phone)} />
      {filingsOf(build).map(({ title, no }) => (
        <Row key={title} title={title} text={no} />
      ))}
    </Card>
  )
}
