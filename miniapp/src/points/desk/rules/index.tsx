import { err, ok, type Result } from '@common/result'
import type { RulesOfCity } from '@contract/points'
import { isMoreGenerous } from '@rules/points/generosity'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { changeRules, fetchRules } from '@/desk/api'
import css from '@/desk/components/desk.module.scss'
import { Consequences } from '@/desk/components/facts'
import { ListedView, useListed } from '@/desk/components/listed'
import type { Desk } from '@/desk/desk'
import { useTellDirty } from '@/desk/edit/tell-dirty'
import { useUnsaved } from '@/desk/edit/unsaved'
import { DeskPage } from '@/desk/frame/desk-page'
import { History } from '@/desk/history'
import { type Clash, changedFields, merge } from '@/desk/merge'
import { Button } from '@/shared/components/button'
import { Choice } from '@/shared/components/choice'
import { Heading } from '@/shared/components/heading'
import { FailureLine, ResultLine } from '@/shared/components/result-line'
import { useIdempotentAction } from '@/shared/idempotency'
import { useAction } from '@/shared/query/use-action'
import type { Failure } from '@/shared/request'
import { Pending } from '../pending'
import { propose } from '../proposals/api'
import { rulesOfCity, useProposed } from '../stores'
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
  const { draft, problems, saving, isDirty, clashes } = rules
  useTellDirty(isDirty, onDirty)
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
        <Consequences sentences={rulesConsequences(rules.base, draft, problems)} />
        {!isDirty && <Text className={css.hint}>还没有改动。改了什么、对市民意味着什么，会写在这里。</Text>}
        <Clashes clashes={clashes} draft={draft} onChange={rules.set} />
        {saving.failure?.code !== 'edited-meanwhile' && <FailureLine failure={saving.failure} />}
        {rules.needsSecond && (
          <Text className={css.hint}>这样改，市民能得到或兑换的更多，要另一位同事复核。</Text>
        )}
        {saving.value && !isDirty && (
          <ResultLine tone={saving.value === 'proposed' ? 'waiting' : 'done'}>
            {saving.value === 'proposed'
              ? '已提交，等另一位同事复核。规则现在没有变。'
              : '已保存，马上生效。'}
          </ResultLine>
        )}
        <Button tone="primary" block disabled={!isReady || !isDirty || saving.busy} onTap={save}>
          {saving.busy ? '正在提交' : rules.needsSecond ? '提交复核' : '保存规则'}
        </Button>
        {!isReady && <Text className={css.hint}>请改正标红的格子。</Text>}
        {isDirty && (
          <Button block disabled={saving.busy} onTap={rules.undo}>
            改回原来的
          </Button>
        )}
      </View>
    </View>
  )
}

function useRules({ region, name }: Desk, first: RulesOfCity, onSaved: (rules: RulesOfCity) => void) {
  const [known, setKnown] = useState(first)
  const proposed = useProposed(name)
  const [base, setBase] = useState(() => rulesDraftOf(first))
  const [draft, setDraft] = useState(base)
  const [clashes, setClashes] = useState<Clash<RulesDraft>[] | null>(null)

  function meet(theirs: RulesOfCity): void {
    const merged = merge(base, draft, rulesDraftOf(theirs))
    setKnown(theirs)
    setBase(rulesDraftOf(theirs))
    setDraft(merged.value)
    setClashes(merged.clashes)
  }
  const wanted = rulesOf(draft)
  const needsSecond = wanted !== null && isMoreGenerous(known, wanted)
  const action = useIdempotentAction(JSON.stringify([region, draft]))
  const send = async (): Promise<Result<'proposed' | 'saved', Failure>> => {
    if (!wanted) return err({ code: 'invalid-request' })
    const request = { ...wanted, version: known.version }
    if (!needsSecond) {
      const saved = await changeRules(region, request)
      if (saved.ok) keep(saved.value)
      return saved.ok ? ok('saved') : saved
    }
    const answer = await propose({ operation: 'changeRules', region, request }, await action.key())
    action.onAnswer(answer)
    if (!answer.ok) return answer
    proposed(answer.value)
    undo()
    return ok('proposed')
  }
  function keep(saved: RulesOfCity): void {
    setKnown(saved)
    setBase(rulesDraftOf(saved))
    setDraft(rulesDraftOf(saved))
    setClashes(null)
    onSaved(saved)
  }
  function undo(): void {
    setDraft(base)
    setClashes(null)
  }
  const saving = useAction(async () => {
    const answer = await send()
    if (!answer.ok && answer.error.code === 'edited-meanwhile') {
      const theirs = await fetchRules(region)
      if (theirs.ok) meet(theirs.value)
    }
    return answer
  })
  return {
    version: known.version,
    base,
    draft,
    clashes,
    saving,
    problems: rulesProblems(draft),
    isDirty: changedFields(base, draft).length > 0,
    set: (cell: CellName, value: string) => setDraft((before) => ({ ...before, [cell]: value })),
    needsSecond: needsSecond && changedFields(base, draft).length > 0,
    undo() {
      undo()
      saving.reset()
    },
  }
}

function Clashes({
  clashes,
  draft,
  onChange,
}: {
  clashes: Clash<RulesDraft>[] | null
  draft: RulesDraft
  onChange: (cell: CellName, value: string) => void
}) {
  if (!clashes) return null
  return (
    <View className={css.part} role="alert">
      <Heading level={3} size="row">
        你写的时候，有人先保存了
      </Heading>
      <Text className={css.hint}>
        {clashes.length > 0
          ? '你写的都还在，没有保存。下面几处两个人都改了，选一个，再按保存。'
          : '你写的都还在，没有保存。对方改的已经带进来，看一眼，再按保存。'}
      </Text>
      {clashes.map(({ field, mine, theirs }) => (
        <Choice
          key={field}
          label={cellTitle(field)}
          options={[
            { value: 'theirs', label: `对方的：${theirs || '（空）'}` },
            { value: 'mine', label: `我写的：${mine || '（空）'}` },
          ]}
          value={draft[field] === mine ? 'mine' : draft[field] === theirs ? 'theirs' : null}
          onChange={(value) => onChange(field, value === 'mine' ? mine : theirs)}
        />
      ))}
    </View>
  )
}
