import { dayOf } from '@common/day'
import type { ExportResponse } from '@contract/identity'
import { View } from '@tarojs/components'
import { useCity } from '@/shared/city'
import { Card } from '@/shared/components/card'
import { Row } from '@/shared/components/row'
import { dayText, momentText } from '@/shared/time/moments'
import { actsIn, adjustmentsIn, type Listed, reportsIn, roleChangesIn } from './lists'

/** Reports, adjustments, changes of roles and what one did as staff: each where there is any. */
export function ExportLists({
  data,
  cityName,
}: {
  data: ExportResponse
  cityName: (region: string) => string
}) {
  const city = useCity()
  const placeName = (id: string) => (city.status === 'ready' ? city.catalogue.byId.get(id)?.name : undefined)
  const now = Date.parse(data.at)
  return (
    <>
      <List title="报告过、等处理的问题" listed={reportsIn(data, placeName)} now={now} isOfDays />
      <List title="工作人员加减的积分" listed={adjustmentsIn(data)} now={now} />
      <List title="身份的变更" listed={roleChangesIn(data, cityName)} now={now} />
      <List title="你作为工作人员做过的事" listed={actsIn(data, cityName)} now={now} />
    </>
  )
}

/** `isOfDays`: its lines have a day and no time. */
function List({
  title,
  listed: { lines, more, isCut },
  now,
  isOfDays = false,
}: {
  title: string
  listed: Listed
  now: number
  isOfDays?: boolean
}) {
  const when = (at: number) => (isOfDays ? dayText(dayOf(at), dayOf(now)) : momentText(at, now))
  if (lines.length === 0 && !more) return null
  return (
    <Card title={title} flush>
      <View>
        {lines.map(({ title, text, at }, n) => (
          <Row
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines can be the same, and the list never changes
            key={`${n} ${at}`}
            first={n === 0}
            title={title}
            text={text}
            end={when(Date.parse(at))}
          />
        ))}
        {more && (
          <Row
            first={lines.length === 0}
            icon="document"
            title="还有更早的"
            text={isCut ? '下面导出的文件里有最近的，再早的请向市福彩中心要' : '在下面导出的文件里'}
          />
        )}
      </View>
    </Card>
  )
}
