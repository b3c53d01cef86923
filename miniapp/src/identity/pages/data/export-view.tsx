import type { ExportResponse } from '@contract/identity'
import { View } from '@tarojs/components'
import { useCity } from '@/shared/city'
import { cityNames } from '@/shared/city/city-names'
import { Card } from '@/shared/components/card'
import { pointsText } from '@/shared/components/points'
import { Row } from '@/shared/components/row'
import { textNames } from '@/shared/session/consents'
import { personNoText } from '@/shared/session/person-no'
import { rolesText } from '@/shared/session/role-text'
import { momentText } from '@/shared/time/moments'
import { ExportLists } from './export-lists'
import { type CityPoints, pointsByCity } from './points-by-city'

const ages = { adult: '已满 18 周岁', minor: '未满 18 周岁' } as const

/** What the server stores about the person, as readable rows. */
export function ExportView({ data }: { data: ExportResponse }) {
  const city = useCity()
  const cityName = cityNames(city.regions)
  const now = Date.parse(data.at)
  const when = (instant: string) => momentText(Date.parse(instant), now)
  const { me, openid } = data
  return (
    <>
      <Card title="账号" flush>
        <Row first title="编号" text="读给工作人员，用来开通身份" end={personNoText(me.no)} />
        <Row title="第一次登录" end={when(me.since)} />
        <Row title="微信给的编号" text={openid ?? '没有用微信登录过'} />
        <Row title="身份" text={rolesText(me.roles, cityName) || '市民'} />
        <Row title="年龄的回答" end={me.age ? ages[me.age] : '没有问过'} />
        {me.consents.map(({ text, version, at }) => (
          <Row
            key={`${text}${version}`}
            title={`同意《${textNames[text]}》`}
            text={when(at)}
            end={`${version} 版`}
          />
        ))}
      </Card>
      <Points data={data} cityName={cityName} />
      <ExportLists data={data} cityName={cityName} />
    </>
  )
}

function Points({ data, cityName }: { data: ExportResponse; cityName: (region: string) => string }) {
  const { cities, unread } = pointsByCity(data)
  return (
    <Card title="积分和兑换" flush>
      <View>
        {cities.map((city, n) => (
          <Row
            key={city.region}
            first={n === 0}
            icon="points"
            title={`${cityName(city.region)}：${pointsText(city.balance)} 积分`}
            text={countsText(city)}
          />
        ))}
        {unread > 0 && (
          <Row
            icon="document"
            title={`另有 ${unread} 座城市`}
            text="这个版本读不出，全部内容在下面的文件里"
          />
        )}
        {data.points.length === 0 && <Row first title="还没有积分" text="攒到第一笔积分时，才会有账户" />}
      </View>
    </Card>
  )
}

function countsText({ entries, orders, reserved, queues }: CityPoints): string {
  const waits = queues > 0 ? `，排队等 ${queues} 件` : ''
  return `流水 ${entries} 条，兑换单 ${orders} 张，待领取 ${reserved.length} 张${waits}`
}
