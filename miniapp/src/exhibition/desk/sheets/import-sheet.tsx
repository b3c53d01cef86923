import { mostSheetRows, type SheetKind } from '@functions/exhibition/contract/sheets'
import css from '@/desk/components/desk.module.scss'
import type { Desk } from '@/desk/desk'
import { Button } from '@/shared/components/button'
import { Heading } from '@/shared/components/heading'
import { FailureLine, ResultLine } from '@/shared/components/result-line'
import { Waiting } from '@/shared/components/state'
import { Hint } from '@/shared/components/text'
import { Imported } from './imported'
import { Plan } from './plan'
import { useImport } from './use-import'
import { todoIn } from './words'

/** Choose a file, see what it would change, confirm. */
export function ImportSheet({ desk, kind }: { desk: Desk; kind: SheetKind }) {
  const work = useImport(desk, kind)
  const { looked, checking, importing } = work
  const isBusy = checking.busy || importing.busy || work.submitting.busy
  const todo = looked?.plan && looked.plan.problems.length === 0 ? todoIn(looked.plan.entries) : 0
  return (
    <div className={css.part}>
      <Heading level={2} size="part">
        导入
      </Heading>
      <Hint>{`选好文件先看会改什么，确认以后才写进草稿，不会直接公开。一次最多 ${mostSheetRows} 行。`}</Hint>
      <Hint>
        {kind === 'bulletin'
          ? '编号相同的改那一条，编号空着的是新的一条。文件里没有的不会删。'
          : '文件里写到的年份，以文件为准；没有写到的年份不会动。'}
      </Hint>
      <div className={css.buttons}>
        <Button tone={looked ? 'plain' : 'primary'} disabled={isBusy} onTap={() => void work.choose()}>
          {looked ? '换一个文件' : '选一个 CSV 文件'}
        </Button>
      </div>
      {work.isTooLarge && <ResultLine tone="wrong">文件太大，最多 1 MB。请分成几个文件。</ResultLine>}
      {looked && <Hint>{`已选 ${looked.chosen.name}`}</Hint>}
      {checking.busy && <Waiting rows={3} text="正在看这个文件" />}
      <FailureLine failure={checking.failure} />
      <FailureLine failure={importing.failure} />
      {looked?.plan && !looked.done && !checking.busy && (
        <>
          <Plan desk={desk} plan={looked.plan} />
          {todo > 0 && (
            <div className={css.buttons}>
              <Button tone="primary" disabled={isBusy} onTap={() => void importing.run(looked)}>
                {importing.busy ? '正在导入' : `确认，导入成草稿（${todo} 条）`}
              </Button>
            </div>
          )}
        </>
      )}
      {looked?.done && <Imported done={looked.done} submitting={work.submitting} step={work.step} />}
    </div>
  )
}
