import { Text, View } from '@tarojs/components'
import css from '@/desk/components/desk.module.scss'
import { DayField } from '@/shared/components/day-field'
import { Field } from '@/shared/components/field'
import { Heading } from '@/shared/components/heading'
import type { FigureDraft, OriginDraft } from './draft'
import { fenTyped, yuanText } from './typed'

/** Ten thousand yuan, with the yuan below. */
export function MoneyField({
  label,
  value,
  onChange,
}: {
  label: string
  value: string
  onChange: (value: string) => void
}) {
  return (
    <Field
      label={`${label}（万元）`}
      value={value}
      max={18}
      hint={yuanText(value)}
      error={fenTyped(value) === 'wrong' ? '写成 2130 或 2130.5，最多六位小数' : null}
      onChange={onChange}
    />
  )
}

/** Where it is from, and the day that it is of. `name`: of what, for a reader. */
export function OriginFields<T extends OriginDraft>({
  name,
  value,
  onChange,
}: {
  name: string
  value: T
  onChange: (change: OriginDraft) => void
}) {
  const { source, date } = value
  return (
    <View className={css.pair}>
      <Field
        label={`${name}的来源`}
        value={source}
        max={80}
        placeholder="例如：市财政局决算公告"
        onChange={(next) => onChange({ source: next, date })}
      />
      <DayField
        label={`${name}截至`}
        none="还没有写"
        value={date}
        onChange={(next) => onChange({ source, date: next })}
      />
    </View>
  )
}

export function FigureFields({
  name,
  value,
  onChange,
}: {
  name: string
  value: FigureDraft
  onChange: (value: FigureDraft) => void
}) {
  return (
    <View className={css.part}>
      <Heading level={3} size="row">
        {name}
      </Heading>
      <MoneyField label={name} value={value.amount} onChange={(amount) => onChange({ ...value, amount })} />
      <OriginFields name={name} value={value} onChange={(origin) => onChange({ ...value, ...origin })} />
    </View>
  )
}

/** A sum that is worked out while one types. */
export function Sum({ children }: { children: string }) {
  return <Text className={css.hint}>{children}</Text>
}
