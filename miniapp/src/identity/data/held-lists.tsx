import { View } from '@tarojs/components'
import { momentText } from '@/points/moments'
import { Card } from '@/shared/components/card'
import { Row } from '@/shared/components/row'
import type { Export } from '../api'
import { actsIn, adjustmentsIn, type Listed, reportsIn, roleChangesIn } from './lists'

/** Reports, adjustments, changes of roles and what one did as staff: each where there is any. */
export function HeldLists({ data, cityName }: { data: Export; cityName: (region: string) => string }) {
  const now = Date.parse(data.at)
  return (
    <>
      <List title="报告过、等处理的问题" listed={reportsIn(data)} now={now} />
      <List title="工作人员加减的积分" listed={adjustmentsIn(data)} now={now} />
      <List title="身份的变更" listed={roleChangesIn(data, cityName)} now={now} />
      <List title="你作为工作人员做过的事" listed={actsIn(data, cityName)} now={now} />
    </>
  )
}

function List({ title, listed: { lines, more }, now }: { title: string; listed: Listed; now: number }) {
  if (lines.length + more === 0) return null
  return (
    <Card title={title} flush>
      <View>
        {lines.map(({ title, text, at }, n) => (
          <Row
            key={`${at}${title}${text}`}
            first={n === 0}
            title={title}
            text={text}
            end={momentText(Date.parse(at), now)}
          />
        ))}
        {more > 0 && (
          <Row first={lines.length === 0} icon="document" title="还有更早的" text="在下面导出的文件里" />
        )}
      </View>
    </Card>
  )
}
