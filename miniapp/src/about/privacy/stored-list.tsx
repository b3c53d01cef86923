import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/shared/components/button'
import { Row } from '@/shared/components/row'
import { address, useElder } from '@/shared/settings'
import { phoneStore } from '@/shared/storage'
import { keptThings } from '@/shared/stored-items'
import css from './privacy.module.scss'
import { forget, forgetAll, sizes, sizeText } from './stored'

/** Each thing that is kept, how much of it, and a way to forget it. */
export function KeptList() {
  const elder = useElder()
  const [kept, setKept] = useState(() => sizes(phoneStore))
  const look = () => setKept(sizes(phoneStore))
  const total = kept.reduce((sum, size) => sum + size, 0)
  return (
    <View>
      {keptThings.map((thing, n) => {
        const size = kept[n] ?? 0
        return (
          <Row
            key={thing.title}
            first={n === 0}
            title={thing.title}
            text={`${sizeText(size)} · ${address(elder, thing.text)}`}
            end={
              size > 0 && (
                <Button
                  tone="quiet"
                  label={`清掉${thing.title}`}
                  onTap={() => {
                    forget(thing, phoneStore)
                    look()
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
            forgetAll(phoneStore)
            look()
          }}
        >
          {total === 0 ? '已经全部清掉' : '全部清掉'}
        </Button>
      </View>
    </View>
  )
}
