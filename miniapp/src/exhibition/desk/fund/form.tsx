import { keptSum, spendable, spentSum } from '@functions/exhibition/contract/kinds/fund'
import { View } from '@tarojs/components'
import css from '@/desk/components/desk.module.scss'
import { WordingLines } from '@/shared/blocks/editor/wording'
import { Field, TextArea } from '@/shared/components/field'
import { Heading } from '@/shared/components/heading'
import { ResultLine } from '@/shared/components/result-line'
import { amountText } from '../../fund/money'
import { countProblem, yearProblem } from './draft'
import { FigureFields, MoneyField, OriginFields, Sum } from './fields'
import { fundFieldName, fundFindingText } from './findings'
import type { FundEditor } from './use-fund-editor'
import { UsesForm } from './uses-form'

/** The form of a year, with its sums as one types. */
export function FundForm({ editor }: { editor: FundEditor }) {
  const { entry, draft, content, findings, wording, set } = editor
  const { kept, jobs } = draft
  const parts = content && keptSum(content)
  const most = content && spendable(content)
  return (
    <>
      <Field
        kind="number"
        label="年份"
        isRequired
        disabled={entry !== null}
        hint={entry ? undefined : '新建以后不能再改'}
        value={draft.year}
        max={4}
        error={yearProblem(draft.year)}
        onChange={(year) => set({ year })}
      />
      <FigureFields name="销售" value={draft.sales} onChange={(sales) => set({ sales })} />
      <FigureFields name="奖金" value={draft.prizes} onChange={(prizes) => set({ prizes })} />
      <FigureFields name="筹集公益金" value={draft.raised} onChange={(raised) => set({ raised })} />
      <View className={css.part}>
        <Heading level={3} size="row">
          公益金归哪里
        </Heading>
        <MoneyField
          label="留在本市"
          value={kept.city}
          onChange={(city) => set({ kept: { ...kept, city } })}
        />
        <MoneyField
          label="省里统筹"
          value={kept.province}
          onChange={(province) => set({ kept: { ...kept, province } })}
        />
        <MoneyField
          label="上缴中央"
          value={kept.nation}
          onChange={(nation) => set({ kept: { ...kept, nation } })}
        />
        {parts !== null && <Sum>{`三处合计 ${amountText(parts)}`}</Sum>}
        <OriginFields
          name="公益金归哪里"
          value={kept}
          onChange={(origin) => set({ kept: { ...kept, ...origin } })}
        />
      </View>
      <UsesForm uses={draft.uses} onChange={(uses) => set({ uses })} />
      {content && (
        <Sum>
          {`本市使用合计 ${amountText(spentSum(content))}${most === null ? '' : `，能用的 ${amountText(most)}`}`}
        </Sum>
      )}
      <View className={css.part}>
        <Heading level={3} size="row">
          就业岗位
        </Heading>
        <Field
          kind="number"
          label="岗位（个）"
          value={jobs.count}
          max={7}
          error={countProblem(jobs.count)}
          onChange={(count) => set({ jobs: { ...jobs, count } })}
        />
        <OriginFields
          name="就业岗位"
          value={jobs}
          onChange={(origin) => set({ jobs: { ...jobs, ...origin } })}
        />
      </View>
      <TextArea label="说明" value={draft.note} max={400} onChange={(note) => set({ note })} />
      <WordingLines notes={wording} nameOf={fundFieldName} />
      {findings.length > 0 && (
        <ResultLine tone="doubt">{`提交前还要改：${findings.map(fundFindingText).join('；')}。`}</ResultLine>
      )}
    </>
  )
}
