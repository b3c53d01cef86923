import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Heading } from '@/shared/components/heading'
import { Icon } from '@/shared/components/icon'
import { Tap } from '@/shared/components/tap'
import { useDetailFocus } from './keys'
import css from './list.module.scss'
import type { ListProps } from './props'

/** The list with its tools, and beside it the picked row. */
export function ListFrame<T>({
  id,
  props: { rows, picked, onPick, detail, detailTitle, empty, tools, foot },
  children,
}: {
  id: string
  props: ListProps<T>
  children: ReactNode
}) {
  const open = Boolean(detail)
  const detailId = `${id}detail`
  useDetailFocus(detailId, open ? (picked ?? null) : null)
  return (
    <View className={`${css.desk} ${open ? css.open : ''}`}>
      <View className={css.list}>
        {tools && <View className={css.tools}>{tools}</View>}
        {rows.length > 0 && children}
        {rows.length === 0 && <View className={css.empty}>{empty}</View>}
        {foot}
      </View>
      {open && (
        <View id={detailId} className={css.detail} role="region" aria-label={detailTitle} tabIndex={-1}>
          <View className={css.bar}>
            <Tap className={css.back} onTap={() => onPick?.(null)}>
              <Icon name="back" size="s" />
              <Text>返回列表</Text>
            </Tap>
            {detailTitle && (
              <Heading level={2} className={css.title}>
                {detailTitle}
              </Heading>
            )}
          </View>
          {detail}
        </View>
      )}
    </View>
  )
}
