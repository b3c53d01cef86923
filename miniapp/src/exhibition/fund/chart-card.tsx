import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { TableBlock } from '@/shared/blocks/table'
import { Button } from '@/shared/components/button'
import { Card } from '@/shared/components/card'
import { Stack } from '@/shared/components/stack'
import { Hint } from '@/shared/components/text'
import css from './fund.module.scss'
import { type Origin, originText } from './sources'

export type ChartTable = { columns: string[]; rows: string[][] }

/** A chart that is a table at one press; below it where its figures are from. */
export function ChartCard({
  title,
  table: { columns, rows },
  origins,
  children,
}: {
  title: string
  table: ChartTable
  origins: readonly Origin[]
  children: ReactNode
}) {
  const [isTable, setTable] = useState(false)
  return (
    <Card
      title={title}
      action={
        <View className={css.turn}>
          <Button
            tone="quiet"
            icon={isTable ? 'chart' : 'list'}
            label={isTable ? `${title}：看图` : `${title}：看表`}
            onTap={() => setTable(!isTable)}
          >
            {isTable ? '看图' : '看表'}
          </Button>
        </View>
      }
    >
      <Stack gap={3}>
        {isTable ? (
          <TableBlock block={{ id: 'table', type: 'table', caption: '', columns, rows }} />
        ) : (
          children
        )}
        <Hint>{originText(origins)}</Hint>
      </Stack>
    </Card>
  )
}
