import { ok, type Result } from '@common/result'
import type { StaffGift } from '@contract/points'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { changePicture } from '@/desk/api'
import css from '@/desk/components/desk.module.scss'
import { PictureField } from '@/media/desk/picture-field'
import type { Failure } from '@/shared/api/request'
import { Button } from '@/shared/components/button'
import { Picture } from '@/shared/components/picture'
import { FailureLine, ResultLine } from '@/shared/components/result-line'
import { createIdempotentAction } from '@/shared/idempotency'
import { useAction } from '@/shared/query/use-action'
import { propose } from '../proposals/api'
import { Uploaded } from '../proposals/proposed-picture'
import { useProposed } from '../stores'
import own from './gift.module.scss'
import type { PicturePartProps } from './picture-props'
import { useIsGone, useWaitingPicture } from './pictures'

/**
 * The picture that citizens see. It is uploaded, and a second person looks at it. A gift that is not published takes it at once; of
 * one that is, the change waits for a second person as well.
 */
export function PicturePart({ desk, gift, onSaved }: PicturePartProps) {
  const action = useChange(desk.name, gift, onSaved)
  const waiting = useWaitingPicture(desk, gift.id)
  const isGone = useIsGone(gift)
  const [sent, setSent] = useState('')
  function take(media: string): void {
    setSent(media)
    void action.run(media)
  }
  return (
    <View className={own.picture}>
      {gift.picture !== null && !gift.media && (
        <View className={own.photo}>
          <Picture path={gift.picture} label={`${gift.name}的图片`} />
        </View>
      )}
      <View className={css.grow}>
        <View className={css.detail}>
          <PictureField
            power="gifts"
            value={gift.media?.id ?? ''}
            description={`礼品：${gift.name}`}
            missing={gift.picture === null ? '还没有图片。' : null}
            onChange={take}
          />
          {isGone && (
            <ResultLine tone="wrong">
              {`${gift.isPublished ? '市民现在看到的是一张图画，不是照片。' : ''}换一张图片，再由另一位同事审。`}
            </ResultLine>
          )}
          {waiting && (
            <ResultLine tone="waiting">新图片已提交，等另一位同事复核。通过之前市民看到的不变。</ResultLine>
          )}
          <Text className={css.hint}>
            {`方形最好看。图片先由另一位同事审过，市民才看得到。${
              gift.isPublished ? '这件礼品已上架，换成新图片再由同事复核一次。' : '没有审过，礼品不能上架。'
            }`}
          </Text>
          <FailureLine failure={action.failure} />
          {action.failure && sent !== '' && (
            <Button disabled={action.busy} onTap={() => void action.run(sent)}>
              图片已经传好，再存一次
            </Button>
          )}
        </View>
      </View>
      {waiting?.media && <Uploaded title="等复核的新图片" id={waiting.media} />}
    </View>
  )
}

/** Each choice is another proposal, with a key of its own. */
function useChange(name: string, gift: StaffGift, onSaved: (gift: StaffGift) => void) {
  const proposed = useProposed(name)
  return useAction(async (media: string): Promise<Result<'saved' | 'proposed', Failure>> => {
    if (!gift.isPublished) {
      const answer = await changePicture(gift.id, media)
      if (!answer.ok) return answer
      onSaved(answer.value)
      return ok('saved')
    }
    const request = { operation: 'changePicture' as const, gift: gift.id, request: { media } }
    const answer = await propose(request, await createIdempotentAction().key())
    if (!answer.ok) return answer
    proposed(answer.value)
    return ok('proposed')
  })
}
