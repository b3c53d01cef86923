import { err, ok, type Result } from '@common/result'
import type { RulesOfCity } from '@contract/points'
import { isMoreGenerous } from '@functions/points/rules/generosity'
import { View } from '@tarojs/components'
import { changeRules, fetchRules } from '@/desk/api'
import { ListedView, useListed } from '@/desk/components/listed'
import type { Desk } from '@/desk/desk'
import type { ConflictField } from '@/desk/edit/conflict'
import { SaveBar } from '@/desk/edit/save-bar'
import { Steps } from '@/desk/edit/steps'
import { useTellDirty } from '@/desk/edit/tell-dirty'
import { useUnsaved } from '@/desk/edit/unsaved'
import { hasNewerVersion, useEdited } from '@/desk/edit/use-edited'
import { DeskPage } from '@/desk/frame/desk-page'
import { History } from '@/desk/history'
import type { Clash } from '@/desk/merge'
import type { Failure } from '@/shared/api/request'
import { Heading } from '@/shared/components/heading'
import { useIdempotentAction } from '@/shared/idempotency'
import { useAction } from '@/shared/query/use-action'
import { Pending } from '../pending'
import { propose } from '../proposals/api'
import { rulesSteps } from '../proposals/steps'
import { rulesOfCity, useProposed } from '../stores'
import { useWaiting } from '../use-waiting'
import {
  type CellName,
  cellTitle,
  type RulesDraft,
  rulesConsequences,
  rulesDraftOf,
  rulesOf,
  rulesProblems,
} from './draft'
import own from './rules.module.scss'
import { RulesTable } from './rules-table'

/** Every way to earn and both limits in one table; what saving changes for people stands beside it. */
export default function RulesPage() {
  return <DeskPage path="desk/pages/points/rules">{(desk) => <Rules key={desk.name} desk={desk} />}</DeskPage>
}

function Rules({ desk }: { desk: Desk }) {
  const listed = useListed(rulesOfCity, desk.name)
  const { onDirty, sheet } = useUnsaved()
  return (
    <>
      <ListedView listed={listed}>
        {(rules) => (
          <>
            <Pending desk={desk} operation="changeRules" />
            <Editor
              desk={desk}
              first={rules}
              onDirty={onDirty}
              onSaved={(next) => rulesOfCity.put(desk.name, next)}
            />
          </>
        )}
      </ListedView>
      {sheet}
    </>
  )
}

/** What is written stays through whatever the list learns meanwhile. */
function Editor({
  desk,
  first,
  onDirty,
  onSaved,
}: {
  desk: Desk
  first: RulesOfCity
  onDirty: (isDirty: boolean) => void
  onSaved: (rules: RulesOfCity) => void
}) {
  const rules = useRules(desk, first, onSaved)
  const { draft, problems, saving, isDirty, meanwhile } = rules
  useTellDirty(isDirty, onDirty)
  const { waiting, whoOf } = useWaiting(desk, { operation: 'changeRules' })
  const isReady = Object.keys(problems).length === 0
  const save = () => void (isReady && isDirty && saving.run())
  return (
    <View className={own.page}>
      <View className={own.main}>
        <RulesTable draft={draft} problems={problems} onChange={rules.set} onSubmit={save} />
        <View className={own.history}>
          <History desk={desk} subject={desk.region} version={rules.version} />
        </View>
      </View>
      <View className={own.side}>
        <Heading level={2} size="row">
          保存以后
        </Heading>
        <Steps label="生效进度" {...rulesSteps(rules, waiting, whoOf)} />
        <SaveBar
          word={rules.needsSecond ? '提交复核' : '保存规则'}
          isDirty={isDirty}
          isReady={isReady}
          saving={saving}
          done={rules.done}
          conflict={
            meanwhile && {
              fields: meanwhile.clashes.map(fieldOf(draft, rules.set)),
              taken: meanwhile.taken.map(cellTitle),
            }
          }
          sentences={rulesConsequences(rules.base, draft, problems)}
          hint={hintOf(isReady, isDirty, rules.needsSecond)}
          onSave={save}
          onUndo={rules.undo}
        />
      </View>
    </View>
  )
}

function useRules({ region, name }: Desk, first: RulesOfCity, onSaved: (rules: RulesOfCity) => void) {
  const edited = useEdited(first, rulesDraftOf, hasNewerVersion)
  const { saved: known, base, draft, isDirty, meanwhile } = edited
  const proposed = useProposed(name)
  const wanted = rulesOf(draft)
  const needsSecond = wanted !== null && isMoreGenerous(known, wanted)
  const action = useIdempotentAction(JSON.stringify([region, draft]))
  const send = async (): Promise<Result<Done, Failure>> => {
    if (!wanted) return err({ code: 'invalid-request' })
    const request = { ...wanted, version: known.version }
    if (!needsSecond) {
      const saved = await changeRules(region, request)
      if (saved.ok) keep(saved.value)
      return saved.ok ? ok({ what: 'saved', version: saved.value.version }) : saved
    }
    const answer = await propose({ operation: 'changeRules', region, request }, await action.key())
    action.onAnswer(answer)
    if (!answer.ok) return answer
    proposed(answer.value)
    edited.keep(known, draft)
    return ok({ what: 'proposed', version: known.version })
  }
  function keep(saved: RulesOfCity): void {
    edited.keep(saved, draft)
    onSaved(saved)
  }
  const saving = useAction(async () => {
    const answer = await send()
    if (!answer.ok && answer.error.code === 'edited-meanwhile') {
      const theirs = await fetchRules(region)
      if (theirs.ok && edited.meet(theirs.value)) {
        keep(theirs.value)
        return ok<Done>({ what: 'same', version: theirs.value.version })
      }
    }
    return answer
  })
  return {
    version: known.version,
    base,
    draft,
    meanwhile,
    saving,
    /** Of what stands there; null once the rules are others. */
    done: saving.value?.version === known.version ? doneTexts[saving.value.what] : null,
    problems: rulesProblems(draft),
    isDirty,
    set: (cell: CellName, value: string) => edited.write({ [cell]: value }),
    needsSecond: needsSecond && isDirty,
    undo() {
      edited.undo()
      saving.reset()
    },
  }
}

/** What came of the last press, of which version of the rules. `same`: they were saved already. */
type Done = { what: keyof typeof doneTexts; version: number }

const doneTexts = {
  proposed: { tone: 'waiting', text: '已提交，等另一位同事复核。规则现在没有变。' },
  saved: { tone: 'done', text: '已保存，马上生效。' },
  same: { tone: 'done', text: '已保存的就是这样。' },
} as const

function hintOf(isReady: boolean, isDirty: boolean, needsSecond: boolean): string | null {
  if (!isReady) return '请改正标红的格子。'
  if (!isDirty) return '改了什么、对市民意味着什么，会写在这里。'
  return needsSecond ? '这样改，市民能得到或兑换的更多，要另一位同事复核。' : null
}

const fieldOf =
  (draft: RulesDraft, onChange: (cell: CellName, value: string) => void) =>
  ({ field, mine, theirs }: Clash<RulesDraft>): ConflictField => ({
    key: field,
    label: cellTitle(field),
    mine,
    theirs,
    chosen: draft[field] === mine ? 'mine' : draft[field] === theirs ? 'theirs' : null,
    onChoose: (which) => onChange(field, which === 'mine' ? mine : theirs),
  })
