import { ok } from '@common/result'
import type { ResolvedPerson } from '@contract/identity'
import { View } from '@tarojs/components'
import { Field } from '@/shared/components/field'
import { personalNumberProblem } from '@/shared/messages/personal-number'
import { useAction } from '@/shared/query/use-action'
import css from '../components/desk.module.scss'
import type { Desk } from '../desk'
import type { ConflictField } from '../edit/conflict'
import { SaveBar } from '../edit/save-bar'
import { useTellDirty } from '../edit/tell-dirty'
import { useEdited } from '../edit/use-edited'
import type { Clash } from '../merge'
import { nameStaff } from './api'
import { directory } from './directory'

type NameDraft = { name: string }
const draftOf = (name: string): NameDraft => ({ name })
const isAnother = (first: string, saved: string): boolean => first !== saved

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
  const { base, draft, meanwhile, write, keep } = useEdited(person.name ?? '', draftOf, isAnother)
  const name = draft.name.trim()
  const isDirty = name !== base.name
  useTellDirty(isDirty, onDirty)
  const naming = useAction(
    async () => {
      const named = await nameStaff(person.id, desk.region, name === '' ? null : name)
      return named.ok ? ok({ named: named.value, sent: draft }) : named
    },
    ({ named, sent }) => {
      directory.put(desk, named)
      keep(named.name ?? '', sent)
      onNamed(named)
    },
  )
  const problem = personalNumberProblem(name)
  const isWanted = isDirty && problem === null
  const save = () => void (isWanted && naming.run())
  return (
    <View className={css.detail}>
      <Field
        label="内部称呼"
        value={draft.name}
        max={20}
        placeholder="例如 王老师"
        hint="只有本市中心的同事看得到，改动记在操作记录里。清空就是去掉。"
        error={problem}
        onChange={(typed) => write({ name: typed })}
        onConfirm={save}
      />
      <SaveBar
        word="保存称呼"
        isDirty={isDirty}
        isReady={problem === null}
        saving={naming}
        done={naming.value && { tone: 'done', text: '已保存。' }}
        conflict={meanwhile && { fields: meanwhile.clashes.map(fieldOf(draft, write)), taken: [] }}
        onSave={save}
      />
    </View>
  )
}

const fieldOf =
  (draft: NameDraft, write: (change: NameDraft) => void) =>
  ({ mine, theirs }: Clash<NameDraft>): ConflictField => ({
    key: 'name',
    label: '内部称呼',
    mine,
    theirs,
    chosen: draft.name === mine ? 'mine' : draft.name === theirs ? 'theirs' : null,
    onChoose: (which) => write({ name: which === 'mine' ? mine : theirs }),
  })
