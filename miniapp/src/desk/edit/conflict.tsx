import { View } from '@tarojs/components'
import { Choice } from '@/shared/components/choice'
import { Heading } from '@/shared/components/heading'
import { Hint } from '@/shared/components/text'
import css from './edit.module.scss'

/** A field that two people changed to different values. */
export type ConflictField = {
  key: string
  label: string
  mine: string
  theirs: string
  chosen: 'mine' | 'theirs' | null
  onChoose: (which: 'mine' | 'theirs') => void
}

/** Of every field theirs was chosen. */
export const sameText = '现在和对方保存的一样，不用再保存。'

/** Somebody saved it while one was writing: both versions, and the choice where both changed the same. `taken`: fields of theirs. */
export function Conflict({
  fields,
  taken,
  isDirty,
}: {
  fields: readonly ConflictField[]
  taken: readonly string[]
  /** Something of one's own is left to save. */
  isDirty: boolean
}) {
  const theirs = taken.length > 0 ? `对方改的${taken.join('、')}已经带进来。` : ''
  const next = fields.length > 0 ? '下面几处两个人都改了，选一个，再按保存。' : '看一眼，再按保存。'
  return (
    <View className={css.conflict} role="alert">
      <Heading level={3} size="row">
        你写的时候，有人先保存了
      </Heading>
      {isDirty && <Hint>{`你写的都还在，没有保存。${theirs}${next}`}</Hint>}
      {fields.map(({ key, label, mine, theirs, chosen, onChoose }) => (
        <Choice
          key={key}
          label={label}
          options={[
            { value: 'theirs', label: `对方的：${theirs || '（空）'}` },
            { value: 'mine', label: `我写的：${mine || '（空）'}` },
          ]}
          value={chosen}
          onChange={onChoose}
        />
      ))}
    </View>
  )
}
