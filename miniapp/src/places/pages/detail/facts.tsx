import { dayOf } from '@common/day'
import type { ShownPlace } from '@contract/places'
import { Text } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/shared/components/button'
import { Card } from '@/shared/components/card'
import { Fact } from '@/shared/components/facts'
import { Row } from '@/shared/components/row'
import { copy } from '@/shared/phone/actions'
import { phonesOf } from '@/shared/phone/numbers'
import { agoText } from '@/shared/time/ago'
import { goMap, goReport } from '../../go'
import { districtText, yuanText } from '../../view'
import { projectCategoryNames } from '../../words'
import { addedFacts } from './added-facts'
import css from './detail.module.scss'
import type { PlaceView } from './use-place'

/** What the fund paid for, where it is, and the way to say that something is wrong. */
export function Facts({ view: { place, now } }: { view: PlaceView }) {
  return (
    <>
      {place.project && <Project project={place.project} />}
      <Where place={place} today={dayOf(now)} />
      <Card flush>
        <Row
          first
          icon="flag"
          title="这里有误？"
          text="告诉我们，不用登录"
          onTap={() => goReport(place.id)}
        />
      </Card>
    </>
  )
}

function Project({ project }: { project: NonNullable<ShownPlace['project']> }) {
  return (
    <Card title="福彩公益金资助">
      <Text className={css.amount}>{yuanText(project.amount)}</Text>
      <Fact name="用途" text={project.purpose} />
      <Fact name="类别" text={projectCategoryNames[project.category]} />
      <Fact name="年份" text={`${project.year} 年`} />
    </Card>
  )
}

function Where({ place, today }: { place: ShownPlace; today: string }) {
  const [copied, setCopied] = useState(false)
  const { positionVerifiedOn: seen } = place
  return (
    <Card
      title="在哪里"
      action={
        <Button
          tone="quiet"
          icon={copied ? 'check' : 'copy'}
          onTap={() => void copy(`${place.name} ${place.address}`).then(setCopied)}
        >
          {copied ? '已复制' : '复制地址'}
        </Button>
      }
    >
      <Text className={css.address}>{place.address}</Text>
      <Fact name="区县" text={districtText(place)} />
      {place.outletNo && <Fact name="网点编号" text={place.outletNo} />}
      {phonesOf(place).map((phone) => (
        <Fact key={phone} name="电话" text={phone} />
      ))}
      {addedFacts(place).map(({ name, text }) => (
        <Fact key={name} name={name} text={text} />
      ))}
      <Fact name="位置" text={seen === null ? '还没有人核实' : `${agoText(seen, today)}核实`} />
      <Button icon="map" block onTap={() => goMap({}, place.id)}>
        在地图上看
      </Button>
    </Card>
  )
}
