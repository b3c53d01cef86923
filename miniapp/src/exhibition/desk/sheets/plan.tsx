import type { PlannedEntry, SheetPlan } from '@functions/exhibition/contract/sheets'
import type { Desk } from '@/desk/desk'
import { Badge } from '@/shared/components/badge'
import { Heading } from '@/shared/components/heading'
import { ResultLine } from '@/shared/components/result-line'
import { Hint } from '@/shared/components/text'
import { Difference } from '../versions/comparison'
import css from '../versions/versions.module.scss'
import { BeforeWritingSeveral } from '../writers'
import { changeNames, emptiedText, lackText, planText, problemText, todoIn } from './words'

const mostShown = 100

/** What is wrong with the file, or what it would do, entry by entry. */
export function Plan({ desk, plan: { problems, entries } }: { desk: Desk; plan: SheetPlan }) {
  if (problems.length > 0)
    return (
      <>
        <ResultLine tone="wrong">{`文件里有 ${problems.length} 处要改，什么都没有导入。`}</ResultLine>
        <ul className={css.versions} aria-label="文件里要改的地方">
          {problems.slice(0, mostShown).map((problem) => (
            <li key={problemText(problem)} className={css.title}>
              {problemText(problem)}
            </li>
          ))}
        </ul>
        {problems.length > mostShown && <Hint>{`先列出前 ${mostShown} 处。`}</Hint>}
      </>
    )
  const shown = entries.filter(({ change }) => change !== 'same')
  const emptied = emptiedText(entries)
  return (
    <>
      {emptied && <ResultLine tone="doubt">{emptied}</ResultLine>}
      <BeforeWritingSeveral desk={desk} texts={entries} does="导入" />
      <ResultLine tone={todoIn(entries) > 0 ? 'waiting' : 'done'}>{planText(entries)}</ResultLine>
      <ul className={css.versions} aria-label="会改什么">
        {shown.slice(0, mostShown).map((entry) => (
          <li key={entry.id} className={css.version}>
            <One entry={entry} />
            <Badge tone={tones[entry.change]}>{changeNames[entry.change]}</Badge>
          </li>
        ))}
      </ul>
      {shown.length > mostShown && <Hint>{`先列出前 ${mostShown} 条，确认以后都会导入。`}</Hint>}
    </>
  )
}

const names = ['现在', '导入后'] as const
const tones = { new: 'open', changed: 'doubt', same: 'closed', waits: 'closed', other: 'closed' } as const

function One({ entry }: { entry: PlannedEntry }) {
  const { title, line, change, fields } = entry
  const lack = change === 'waits' ? null : lackText(entry)
  return (
    <div className={css.about}>
      <Heading level={3} size="row">
        {title}
      </Heading>
      <Hint>{`文件第 ${line} 行`}</Hint>
      {change === 'waits' && <Hint>正在等审批或已排期，退回成草稿以后才能改。</Hint>}
      {change === 'changed' &&
        fields.map(({ name, before, after }) => (
          <Difference key={name} what={name} names={names} before={before} after={after} />
        ))}
      {lack && <Hint>{lack}</Hint>}
    </div>
  )
}
