import type { ResolvedPerson } from '@contract/identity'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Field } from '@/shared/components/field'
import { personalNumberProblem } from '@/shared/personal-number'
import { useAction } from '@/shared/query/use-action'
import css from '../components/desk.module.scss'
import type { Desk } from '../desk'
import { SaveBar } from '../edit/save-bar'
import { useTellDirty } from '../edit/tell-dirty'
import { nameStaff } from './api'
import { directory } from './directory'

/** What colleagues call somebody: set, changed, or taken away by emptying it. */
export function NameForm({
  desk,
  person,
  onDirty,
  onNamed,
}: {
  desk: Desk
  person: Pick<ResolvedPerson, 'id' | 'name'>
  onDirty: (isDirty: boolean) => void
  onNamed: (person: ResolvedPerson) => void
}) {
  const before = person.name ?? ''
  const [typed, setTyped] = useState(before)
  const name = typed.trim()
  useTellDirty(name !== before, onDirty)
  const naming = useAction(
    () => nameStaff(person.id, desk.region, name === '' ? null : name),
    (named) => {
      directory.put(desk, named)
      onNamed(named)
    },
  )
  const problem = personalNumberProblem(name)
  const isWanted = name !== before && problem === null
  const save = () => void (isWanted && naming.run())
  return (
    <View className={css.detail}>
      <Field
        label="内部称呼"
        value={typed}
        max={20}
        placeholder="例如 王老师"
        hint="只有本市中心的同事看得到，改动记在操作记录里。清空就是去掉。"
        error={problem}
        onChange={setTyped}
        onConfirm={save}
      />
      <SaveBar
        word="保存称呼"
        isDirty={name !== before}
        isReady={problem === null}
        saving={naming}
        done={naming.value && { tone: 'done', text: '已保存。' }}
        onSave={save}
      />
    </View>
  )
}
