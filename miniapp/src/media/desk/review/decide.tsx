import type { MediaKind } from '@common/blocks/shown'
import type { Media } from '@contract/media'
import { kindOfType } from '@functions/media/contract/kinds'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import css from '@/desk/components/desk.module.scss'
import { useTellDirty } from '@/desk/edit/tell-dirty'
import { Button } from '@/shared/components/button'
import { ConfirmSheet } from '@/shared/components/confirm-sheet'
import { TextArea } from '@/shared/components/field'
import { FailureLine, ResultLine } from '@/shared/components/result-line'
import { personalNumberProblem } from '@/shared/messages/personal-number'
import { useAction } from '@/shared/query/use-action'
import { powerName } from '@/shared/session/role-names'
import { decidePicture } from '../api'

type Props = {
  picture: Pick<Media, 'id' | 'by' | 'type' | 'power'>
  me: string
  onDirty: (isDirty: boolean) => void
  onDecided: (picture: Media) => void
}

const titleOf = ({ power = 'publish' }: Props['picture']) => powerName(power)

/** Approve, or refuse with a reason. Whoever uploaded it may do neither. */
export function Decide({ picture, me, onDirty, onDecided }: Props) {
  const [isRefusing, setRefusing] = useState(false)
  const [why, setWhy] = useState('')
  const reason = why.trim()
  const number = personalNumberProblem(why)
  // Also while its dialog is closed: another row would lose it.
  useTellDirty(reason !== '', onDirty)
  const approving = useAction(() => decidePicture(picture.id, { approve: true }), onDecided)
  const refusing = useAction(() => decidePicture(picture.id, { approve: false, reason }), onDecided)
  const { measure, look } = wordsOf(picture.type)
  if (picture.by === me)
    return (
      <ResultLine tone="waiting">{`这${measure}是你传的，要另一位有“${titleOf(picture)}”权限的同事来审。`}</ResultLine>
    )
  const busy = approving.busy || refusing.busy
  return (
    <View className={css.part}>
      <Text
        className={css.hint}
      >{`${look}通过后可以用在${picture.power === 'gifts' ? '礼品上' : '展馆里'}。`}</Text>
      <View className={css.buttons}>
        <Button tone="primary" disabled={busy} onTap={() => void approving.run()}>
          {approving.busy ? '正在通过' : '通过'}
        </Button>
        <Button disabled={busy} onTap={() => setRefusing(true)}>
          退回
        </Button>
      </View>
      <FailureLine failure={approving.failure} />
      {isRefusing && (
        <ConfirmSheet
          title={`退回这${measure}吗？`}
          text={`退回后这${measure}不能再用，传的人要换一个。`}
          confirm="退回"
          busy={refusing.busy}
          disabled={reason === '' || number !== null}
          onConfirm={() => void refusing.run()}
          onClose={() => setRefusing(false)}
        >
          <TextArea
            label="原因"
            isRequired
            value={why}
            max={300}
            placeholder="例如：拍到了别人的脸，请换一张"
            error={number}
            onChange={setWhy}
          />
          <FailureLine failure={refusing.failure} />
        </ConfirmSheet>
      )}
    </View>
  )
}

type Words = { measure: string; look: string }
const wordsByKind: Readonly<Record<MediaKind, Words>> = {
  picture: {
    measure: '张图片',
    look: '看清有没有别人的脸、电话、车牌，有没有引人买彩票的话，说明是不是图里的样子。',
  },
  audio: {
    measure: '段声音',
    look: '从头听到尾，对着文字稿看有没有漏、有没有错，有没有说出别人的姓名、电话，有没有引人买彩票的话。',
  },
  video: {
    measure: '段视频',
    look: '从头看到尾，对着字幕看有没有漏、有没有错，有没有别人的脸、电话、车牌，有没有引人买彩票的话。',
  },
  document: {
    measure: '份文件',
    look: '打开看每一页，有没有不该公开的姓名、电话，盖章和日期对不对。',
  },
}
const wordsOf = (type: string): Words => wordsByKind[kindOfType(type)]
