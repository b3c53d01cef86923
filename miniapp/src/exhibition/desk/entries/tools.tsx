import { View } from '@tarojs/components'
import { useState } from 'react'
import css from '@/desk/components/desk.module.scss'
import { Button } from '@/shared/components/button'
import type { IconName } from '@/shared/components/icon'
import { Sheet } from '@/shared/components/sheet'
import { Stack } from '@/shared/components/stack'
import { openPage } from '@/shared/navigation/navigation'
import { newBulletinUrl, newEntryUrl, newFundYearUrl, newGalleryUrl, sheetsUrl } from '../go'

type Props = {
  /** A city has one gallery of each kind. */
  hasAllGalleries: boolean
  /** What would be put in order: 展厅, or the 展品 of one; null: nothing now. */
  order: '展厅' | '展品' | null
  onOrder: () => void
}

type Item = { text: string; icon: IconName; onTap: () => void }

/** What is done most often, and beside it all the rest. */
export function EntryTools({ hasAllGalleries, order, onOrder }: Props) {
  const [isOpen, setOpen] = useState(false)
  const to = (url: string) => () => openPage(url)
  const items: Item[] = [
    { text: '新建公益发布', icon: 'plus', onTap: to(newBulletinUrl) },
    { text: '新建公益金年份', icon: 'plus', onTap: to(newFundYearUrl) },
    ...(hasAllGalleries ? [] : [{ text: '新建展厅', icon: 'plus' as const, onTap: to(newGalleryUrl) }]),
    ...(order ? [{ text: `${order}排先后`, icon: 'list' as const, onTap: onOrder }] : []),
    { text: '用表格导入、导出', icon: 'document', onTap: to(sheetsUrl) },
  ]
  return (
    <>
      <View className={css.buttons}>
        <Button tone="primary" icon="plus" onTap={to(newEntryUrl)}>
          新建展品
        </Button>
        <Button icon="down" onTap={() => setOpen(true)}>
          更多
        </Button>
      </View>
      {isOpen && (
        <Sheet title="更多" onClose={() => setOpen(false)}>
          <Stack gap={2}>
            {items.map(({ text, icon, onTap }) => (
              <Button
                key={text}
                block
                icon={icon}
                onTap={() => {
                  setOpen(false)
                  onTap()
                }}
              >
                {text}
              </Button>
            ))}
          </Stack>
        </Sheet>
      )}
    </>
  )
}
