import { err } from '@common/result'
import type { RulesOfCity } from '@contract/points'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/shared/components/button'
import { Choice } from '@/shared/components/choice'
import { Heading } from '@/shared/components/heading'
import { FailureLine, ResultLine } from '@/shared/components/result-line'
import type { Failure } from '@/shared/request'
import { useAction } from '@/shared/use-action'
import { changeRules, fetchRules } from '../api'
import css from '../components/desk.module.scss'
import { DeskPage } from '../components/desk-page'
import { Consequences } from '../components/facts'
import { ListedView, useListed } from '../components/listed'
import type { Desk } from '../desk'
import { type Clash, changedFields, merge } from '../merge'
import { rulesOfCity } from '../stores'
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
  return <DeskPage page="rules">{(desk) => <Rules key={desk.name} desk={desk} />}</DeskPage>
}

function Rules({ desk }: { desk: Desk }) {
  const listed = useListed(rulesOfCity, desk.name)
  return (
    <ListedView listed={listed}>
      {(rules) => (
        <Editor region={desk.region} first={rules} onSaved={(next) => rulesOfCity.put(desk.name, next)} />
      )}
    </ListedView>
  )
}

/** What is written stays through whatever the list learns meanwhile. */
function Editor({
  region,
  first,
  onSaved,
}: {
  region: string
  first: RulesOfCity
  onSaved: (rules: RulesOfCity) => void
}) {
  const rules = useRules(region, first, onSaved)
  const { draft, problems, saving, isDirty, clashes } = rules
  const isReady = Object.keys(problems).length === 0
  const save = () => void (isReady && isDirty && saving.run())
  return (
    <View className={own.page}>
      <View className={own.main}>
        <RulesTable draft={draft} problems={problems} onChange={rules.set} onSubmit={save} />
      </View>
      <View className={own.side}>
        <Heading level={2} className={css.title}>
          保存以后
        </Heading>
        <Consequences sentences={rulesConsequences(rules.base, draft, problems)} />
        {!isDirty && <Text className={css.hint}>还没有改动。改了什么、对市民意味着什么，会写在这里。</Text>}
        <Clashes clashes={clashes} draft={draft} onChange={rules.set} />
        {saving.failure?.code !== 'edited-meanwhile' && <FailureLine failure={saving.failure} />}
        {saving.value && !isDirty && <ResultLine tone="done">已保存，马上生效。</ResultLine>}
        <Button tone="primary" block disabled={!isReady || !isDirty || saving.busy} onTap={save}>
          {saving.busy ? '正在保存' : '保存规则'}
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

function useRules(region: string, first: RulesOfCity, onSaved: (rules: RulesOfCity) => void) {
  const [version, setVersion] = useState(first.version)
  const [base, setBase] = useState(() => rulesDraftOf(first))
  const [draft, setDraft] = useState(base)
  const [clashes, setClashes] = useState<Clash<RulesDraft>[] | null>(null)

  function meet(theirs: RulesOfCity): void {
    const merged = merge(base, draft, rulesDraftOf(theirs))
    setVersion(theirs.version)
    setBase(rulesDraftOf(theirs))
    setDraft(merged.value)
    setClashes(merged.clashes)
  }
  const saving = useAction(
    async () => {
      const wanted = rulesOf(draft)
      if (!wanted) return err<Failure>({ code: 'invalid-request' })
      const answer = await changeRules(region, { ...wanted, version })
      if (!answer.ok && answer.error.code === 'edited-meanwhile') {
        const theirs = await fetchRules(region)
        if (theirs.ok) meet(theirs.value)
      }
      return answer
    },
    (saved) => {
      setVersion(saved.version)
      setBase(rulesDraftOf(saved))
      setDraft(rulesDraftOf(saved))
      setClashes(null)
      onSaved(saved)
    },
  )
  return {
    base,
    draft,
    clashes,
    saving,
    problems: rulesProblems(draft),
    isDirty: changedFields(base, draft).length > 0,
    set: (cell: CellName, value: string) => setDraft((before) => ({ ...before, [cell]: value })),
    undo() {
      setDraft(base)
      setClashes(null)
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
      <Heading level={3} className={css.title}>
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
