import type { StaffGift } from '@contract/points'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { changeStock, fetchGifts } from '@/desk/api'
import css from '@/desk/components/desk.module.scss'
import { Facts } from '@/desk/components/facts'
import { useTellDirty } from '@/desk/edit/tell-dirty'
import { measureNames } from '@/points/words'
import { Button } from '@/shared/components/button'
import { Field } from '@/shared/components/field'
import { Heading } from '@/shared/components/heading'
import { pointsText } from '@/shared/components/points'
import { FailureLine, ResultLine } from '@/shared/components/result-line'
import { useAction } from '@/shared/query/use-action'
import { leftOf, orderedOf, stockSentence, waitingText } from './draft'

/** Pieces: how many there are, and more or fewer of them, at once. */
export function StockPart({
  gift,
  onDirty,
  onSaved,
}: {
  gift: StaffGift
  onDirty: (isDirty: boolean) => void
  onSaved: (gift: StaffGift) => void
}) {
  const [typed, setTyped] = useState('')
  useTellDirty(typed.trim() !== '', onDirty)
  const said = stockSentence(gift, typed)
  const change = said?.change ?? null
  const action = useAction(
    async () => {
      const answer = await changeStock(gift.id, change ?? 0, gift.version)
      // The stock of a moment ago would be changed on top of another's change: what there is now is shown first.
      if (!answer.ok && ['edited-meanwhile', 'stock-taken'].includes(answer.error.code)) {
        const list = await fetchGifts(gift.region)
        const now = list.ok ? list.value.gifts.find(({ id }) => id === gift.id) : undefined
        if (now) onSaved(now)
      }
      return answer
    },
    (next) => {
      setTyped('')
      onSaved(next)
    },
  )
  const submit = () => void (change !== null && action.run())
  const piece = measureNames[gift.category]
  return (
    <View className={css.part}>
      <Heading level={3} size="row">
        库存
      </Heading>
      <Facts
        facts={[
          ['还能兑换', `${pointsText(leftOf(gift))} ${piece}`],
          [
            '已兑换',
            `${pointsText(orderedOf(gift))} ${piece}，其中已交付 ${pointsText(gift.handedOver)} ${piece}`,
          ],
          ['为排队的人保留', `${pointsText(gift.held ?? 0)} ${piece}`],
          ['在排队', `${waitingText(gift)} 人`],
        ]}
      />
      <Field
        label={`加几${piece}（减就写负数）`}
        value={typed}
        max={6}
        placeholder="例如 50 或 -10"
        hint={said?.text ?? '立即生效，不用再按上面的保存。'}
        onChange={(text) => {
          setTyped(text)
          if (text !== '') action.reset()
        }}
        onConfirm={submit}
      />
      <View>
        {action.failure?.code === 'edited-meanwhile' ? (
          <ResultLine tone="doubt">
            刚才有人改过这件礼品，库存没有变动。上面是现在的数，看一眼再按。
          </ResultLine>
        ) : (
          <FailureLine failure={action.failure} />
        )}
        {action.value && <ResultLine tone="done">{stockText(gift)}</ResultLine>}
      </View>
      <Button disabled={change === null || action.busy} onTap={submit}>
        {action.busy
          ? '正在改'
          : change !== null && change < 0
            ? `减 ${-change} ${piece}`
            : change
              ? `加 ${change} ${piece}`
              : '改库存'}
      </Button>
      <Text className={css.hint}>减的只能是还没被兑换的。</Text>
    </View>
  )
}

/** Pieces added for people in the line are theirs, and nobody else can order them. */
function stockText(gift: StaffGift): string {
  const kept = gift.held ? `为排队的人保留 ${pointsText(gift.held)} ${measureNames[gift.category]}，` : ''
  return `已改好，${kept}现在还能兑换 ${pointsText(leftOf(gift))} ${measureNames[gift.category]}。`
}
