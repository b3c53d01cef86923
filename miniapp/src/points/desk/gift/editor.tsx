import { giftCategories, type StaffGift } from '@contract/points'
import { View } from '@tarojs/components'
import { useState } from 'react'
import css from '@/desk/components/desk.module.scss'
import { OutletSearch } from '@/desk/components/outlet-search'
import type { Desk } from '@/desk/desk'
import { SaveBar } from '@/desk/edit/save-bar'
import { Steps } from '@/desk/edit/steps'
import { useTellDirty } from '@/desk/edit/tell-dirty'
import { History } from '@/desk/history'
import { categoryNames, measureNames } from '@/points/words'
import { Choice } from '@/shared/components/choice'
import { DayField } from '@/shared/components/day-field'
import { Field, TextArea } from '@/shared/components/field'
import { ResultLine } from '@/shared/components/result-line'
import { telephoneQuestion } from '@/shared/messages/personal-number'
import { Pending } from '../pending'
import { giftSteps } from '../proposals/steps'
import { useWaiting } from '../use-waiting'
import { consequences, isIncomplete } from './draft'
import { conflictOf } from './meanwhile'
import { PicturePart } from './picture-part'
import { StockPart } from './stock-part'
import { type Editor, useEditor } from './use-editor'

/** A gift, new or known: what citizens read, where they get it, and whether they see it. Stock and picture apart. */
export function GiftEditor({
  desk,
  gift,
  onSaved,
  onDirty,
}: {
  desk: Desk
  gift: StaffGift | null
  onSaved: (gift: StaffGift) => void
  /** Called whenever it begins or ceases to have unsaved changes. */
  onDirty?: (isDirty: boolean) => void
}) {
  const editor = useEditor(desk, gift, onSaved)
  const { isDirty, saving } = editor
  const [hasPieces, setPieces] = useState(false)
  useTellDirty(isDirty || hasPieces, onDirty)
  const save = () => void (editor.isReady && isDirty && saving.run())
  return (
    <View className={css.detail}>
      {editor.gift && <PublishSteps desk={desk} gift={editor.gift} />}
      {editor.gift && <Pending desk={desk} operation="changeGift" subject={editor.gift.id} />}
      {editor.gift && <Pending desk={desk} operation="changePicture" subject={editor.gift.id} />}
      {editor.gift && <PicturePart desk={desk} gift={editor.gift} onSaved={editor.put} />}
      <Texts editor={editor} onSubmit={save} />
      <OutletSearch
        label="能取的网点"
        isRequired
        chosen={editor.draft.outlets}
        most={200}
        error={editor.problemOf('outlets')}
        onChange={(outlets) => editor.set({ outlets })}
      />
      {editor.gift && <PublishChoice editor={editor} />}
      <SaveBar
        word={saveWord(editor)}
        isDirty={isDirty}
        isReady={editor.isReady}
        saving={saving}
        done={doneOf(editor)}
        conflict={conflictOf(editor)}
        sentences={consequences(editor.gift, editor.draft)}
        hint={whyNot(editor)}
        onSave={save}
        onUndo={editor.gift ? editor.undo : undefined}
      />
      {editor.gift && <StockPart gift={editor.gift} onDirty={setPieces} onSaved={editor.put} />}
      {editor.gift && <History desk={desk} subject={editor.gift.id} version={editor.gift.version} />}
    </View>
  )
}

/** Where it stands, over whatever waits about it. */
function PublishSteps({ desk, gift }: { desk: Desk; gift: StaffGift }) {
  const { waiting, whoOf } = useWaiting(desk, { operation: 'changeGift', subject: gift.id })
  return <Steps label="上架进度" {...giftSteps(gift, waiting, whoOf)} />
}

function saveWord({ gift, isDirty, needsSecond }: Editor): string {
  if (!gift) return '新建礼品'
  return isDirty && needsSecond ? '提交复核' : '保存修改'
}

function whyNot({ draft, isReady, isDirty, gift, needsSecond }: Editor): string | null {
  if (isIncomplete(draft)) return '请填写带 * 的项目。'
  if (!isReady) return '请改正标红的项目。'
  return isDirty && gift && needsSecond
    ? '上架、降价、每人能兑更多，或改了名称、说明，要另一位同事复核。通过前市民看到的不变。'
    : null
}

function doneOf({ saving, sent, gift }: Editor): { tone: 'done' | 'waiting'; text: string } | null {
  if (!saving.value || !sent) return null
  if (sent === 'same') return { tone: 'done', text: '已保存的就是这样。' }
  if (sent === 'proposed')
    return { tone: 'waiting', text: '已提交，等另一位同事复核。市民看到的现在没有变。' }
  const text = gift?.isPublished ? '已保存，市民看到的就是这样。' : '已保存。还没有上架，市民看不到。'
  return { tone: 'done', text }
}

function Texts({ editor: { draft, problemOf, set }, onSubmit }: { editor: Editor; onSubmit: () => void }) {
  const question = telephoneQuestion(draft.about)
  return (
    <>
      <Field
        label="名称"
        isRequired
        value={draft.name}
        max={60}
        error={problemOf('name')}
        onChange={(name) => set({ name })}
        onConfirm={onSubmit}
      />
      <Choice
        row
        isRequired
        label="类别"
        options={giftCategories.map((value) => ({ value, label: categoryNames[value] }))}
        value={draft.category}
        onChange={(category) => set({ category })}
      />
      <TextArea
        label="说明"
        isRequired
        value={draft.about}
        max={600}
        hint={`${draft.about.trim().length} / 500 字`}
        error={problemOf('about')}
        onChange={(about) => set({ about })}
      />
      {question && <ResultLine tone="waiting">{question}</ResultLine>}
      <View className={css.pair}>
        <Field
          kind="number"
          label="积分"
          isRequired
          value={draft.price}
          max={7}
          error={problemOf('price')}
          onChange={(price) => set({ price })}
          onConfirm={onSubmit}
        />
        <Field
          kind="number"
          label={`每人最多几${measureNames[draft.category ?? 'other']}`}
          value={draft.perPerson}
          max={4}
          hint="空着就是不限"
          error={problemOf('perPerson')}
          onChange={(perPerson) => set({ perPerson })}
          onConfirm={onSubmit}
        />
      </View>
      <View className={css.pair}>
        <DayField
          label="从哪天开始兑换"
          value={draft.onSaleFrom || null}
          error={problemOf('onSaleFrom')}
          onChange={(day) => set({ onSaleFrom: day ?? '' })}
        />
        <DayField
          label="到哪天为止（含当天）"
          value={draft.onSaleUntil || null}
          error={problemOf('onSaleUntil')}
          onChange={(day) => set({ onSaleUntil: day ?? '' })}
        />
      </View>
    </>
  )
}

function PublishChoice({ editor: { draft, set } }: { editor: Editor }) {
  return (
    <Choice
      row
      label="上架状态"
      options={[
        { value: 'no', label: '未上架' },
        { value: 'yes', label: '已上架' },
      ]}
      value={draft.isPublished ? 'yes' : 'no'}
      onChange={(value) => set({ isPublished: value === 'yes' })}
    />
  )
}
