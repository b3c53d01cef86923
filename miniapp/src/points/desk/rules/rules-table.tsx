import { type EarningRuleId, earningRules, type Limits } from '@contract/points'
import { Input, Text, View } from '@tarojs/components'
import { earningRuleNames } from '@/points/words'
import { Heading } from '@/shared/components/heading'
import { Hint } from '@/shared/components/text'
import {
  type CellName,
  cellTitle,
  hasField,
  limitNames,
  type RuleField,
  type RulesDraft,
  ruleFieldNames,
} from './draft'
import css from './rules.module.scss'

const columns = [
  'amount',
  'perDay',
  'perMonth',
  'lifetime',
  'from',
  'until',
] as const satisfies readonly RuleField[]
const limits = ['monthlyEarning', 'yearlyRedemption'] as const satisfies readonly (keyof Limits)[]

type Cells = {
  draft: RulesDraft
  problems: Partial<Record<CellName, string>>
  onChange: (cell: CellName, value: string) => void
  onSubmit: () => void
}

/** A row a rule on a desktop, a card a rule on a phone. */
export function RulesTable(cells: Cells) {
  return (
    <View className={css.table}>
      <View className={css.heads} aria-hidden>
        <Text className={css.rule}>方式</Text>
        {columns.map((field) => (
          <Text key={field} className={css.cell}>
            {ruleFieldNames[field]}
          </Text>
        ))}
      </View>
      {earningRules.map((id) => (
        <RuleRow key={id} id={id} cells={cells} />
      ))}
      <View className={css.row}>
        <Heading level={2} className={css.rule}>
          总的上限
        </Heading>
        {limits.map((cell) => (
          <Cell key={cell} cell={cell} title={limitNames[cell]} cells={cells} wide />
        ))}
      </View>
      <Hint className={css.foot}>空着就是不限。一天、一个月都按北京时间算。改动不影响已经得到的积分。</Hint>
    </View>
  )
}

function RuleRow({ id, cells }: { id: EarningRuleId; cells: Cells }) {
  return (
    <View className={css.row}>
      <Heading level={2} className={css.rule}>
        {earningRuleNames[id]}
      </Heading>
      {columns.map((field) =>
        hasField(id, field) ? (
          <Cell key={field} cell={`${id}.${field}`} title={ruleFieldNames[field]} cells={cells} />
        ) : (
          <View key={field} className={css.cell}>
            <Hint className={css.title}>{ruleFieldNames[field]}</Hint>
            <Text className={css.none}>每批自己定</Text>
          </View>
        ),
      )}
      {hasField(id, 'every') && (
        <View className={css.streak}>
          <Text>连续签到每</Text>
          <Cell cell={`${id}.every`} title="连续几天" cells={cells} bare />
          <Text>天，多给</Text>
          <Cell cell={`${id}.bonus`} title="多给几分" cells={cells} bare />
          <Text>分</Text>
        </View>
      )}
    </View>
  )
}

function Cell({
  cell,
  title,
  cells: { draft, problems, onChange, onSubmit },
  wide = false,
  bare = false,
}: {
  cell: CellName
  title: string
  cells: Cells
  /** Its title is shown on a desktop too. */
  wide?: boolean
  /** It stands inside a sentence. */
  bare?: boolean
}) {
  const problem = problems[cell]
  const isDay = cell.endsWith('.from') || cell.endsWith('.until')
  return (
    <View className={`${bare ? css.bare : css.cell} ${wide ? css.wide : ''}`}>
      {!bare && (
        <Hint className={css.title} aria-hidden>
          {title}
        </Hint>
      )}
      <Input
        className={`${css.input} ${problem ? css.wrong : ''}`}
        type={isDay ? 'text' : 'number'}
        value={draft[cell]}
        maxlength={10}
        placeholder={isDay ? '不限' : cell.endsWith('.amount') ? '' : '不限'}
        aria-label={problem ? `${cellTitle(cell)}，要 ${problem}` : cellTitle(cell)}
        aria-invalid={Boolean(problem)}
        onInput={({ detail }) => onChange(cell, detail.value)}
        onConfirm={onSubmit}
      />
      <View aria-live="polite">{problem && <Text className={css.problem}>{problem}</Text>}</View>
    </View>
  )
}
