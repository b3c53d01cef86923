import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/shared/components/button'
import { Row } from '@/shared/components/row'
import { address, useElder } from '@/shared/storage/settings'
import { phoneStore } from '@/shared/storage/storage'
import { storedItems } from '@/shared/storage/stored-items'
import css from './privacy.module.scss'
import { clearAll, clearItem, sizes, sizeText } from './stored'
import { storedWords } from './stored-words'

/** Everything stored on this phone, its size, and a button to delete it. */
export function StoredList() {
  const elder = useElder()
  const [used, setUsed] = useState(() => sizes(phoneStore))
  const measure = () => setUsed(sizes(phoneStore))
  const total = used.reduce((sum, size) => sum + size, 0)
  return (
    <View>
      {storedItems.map((item, n) => {
        const { title, text } = storedWords[item.id]
        const size = used[n] ?? 0
        return (
          <Row
            key={item.id}
            first={n === 0}
            title={title}
            text={`${sizeText(size)} · ${address(elder, text)}`}
            end={
              size > 0 && (
                <Button
                  tone="quiet"
                  label={`清掉${title}`}
                  onTap={() => {
                    clearItem(item, phoneStore)
                    measure()
                  }}
                >
                  清掉
                </Button>
              )
            }
          />
        )
      })}
      <View className={css.all} aria-live="polite">
        <Button
          block
          icon="trash"
          disabled={total === 0}
          onTap={() => {
            clearAll(phoneStore)
            measure()
          }}
        >
          {total === 0 ? '已经全部清掉' : '全部清掉'}
        </Button>
      </View>
    </View>
  )
}
