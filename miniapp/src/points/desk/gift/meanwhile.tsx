import { Text, View } from '@tarojs/components'
import css from '@/desk/components/desk.module.scss'
import type { Clash } from '@/desk/merge'
import { categoryNames } from '@/points/words'
import { Choice } from '@/shared/components/choice'
import { Heading } from '@/shared/components/heading'
import { type GiftDraft, giftFieldNames } from './draft'
import type { Editor } from './use-editor'

/** Somebody saved it while one was writing: both versions, and the choice where both changed the same. */
export function MeanwhileView({ editor }: { editor: Editor }) {
  const { meanwhile, draft, set } = editor
  if (!meanwhile) return null
  const taken = meanwhile.taken.map((field) => giftFieldNames[field]).join('、')
  return (
    <View className={css.part} role="alert">
      <Heading level={3} size="row">
        你写的时候，有人先保存了
      </Heading>
      <Text className={css.hint}>
        {`你写的都还在，没有保存。${taken ? `对方改的${taken}已经带进来。` : ''}${meanwhile.clashes.length > 0 ? '下面几处两个人都改了，选一个，再按保存。' : '看一眼，再按保存。'}`}
      </Text>
      {meanwhile.clashes.map((clash) => (
        <Choice
          key={clash.field}
          label={giftFieldNames[clash.field]}
          options={[
            { value: 'theirs', label: `对方的：${textOf(clash, clash.theirs)}` },
            { value: 'mine', label: `我写的：${textOf(clash, clash.mine)}` },
          ]}
          value={chosen(draft, clash)}
          onChange={(value) => set({ [clash.field]: value === 'mine' ? clash.mine : clash.theirs })}
        />
      ))}
    </View>
  )
}

function chosen(draft: GiftDraft, { field, mine, theirs }: Clash<GiftDraft>): 'mine' | 'theirs' | null {
  const now = JSON.stringify(draft[field])
  if (now === JSON.stringify(mine)) return 'mine'
  return now === JSON.stringify(theirs) ? 'theirs' : null
}

function textOf({ field }: Clash<GiftDraft>, value: GiftDraft[keyof GiftDraft]): string {
  if (Array.isArray(value)) return `${value.length} 个网点`
  if (typeof value === 'boolean') return value ? '已发布' : '未发布'
  if (field === 'category') {
    for (const [category, name] of Object.entries(categoryNames)) if (category === value) return name
  }
  if (value === null) return '其他'
  return value === '' ? '（空）' : value
}
