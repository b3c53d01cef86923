import { err, ok, type Result } from '@common/result'
import type { StaffGift } from '@contract/points'
import { Text, View } from '@tarojs/components'
import { changePicture } from '@/desk/api'
import css from '@/desk/components/desk.module.scss'
import type { Desk } from '@/desk/desk'
import { Button } from '@/shared/components/button'
import { Picture } from '@/shared/components/picture'
import { FailureLine, ResultLine } from '@/shared/components/result-line'
import { createIdempotentAction } from '@/shared/idempotency'
import { useAction } from '@/shared/query/use-action'
import type { Failure } from '@/shared/request'
import { propose } from '../proposals/api'
import { useProposed } from '../stores'
import own from './gift.module.scss'
import { pickPicture } from './picture'

/**
 * The picture that citizens see. Of a gift that is not published another one takes its place at once; of one that is, it waits
 * for a second person.
 */
export function PicturePart({
  desk,
  gift,
  onSaved,
}: {
  desk: Pick<Desk, 'name'>
  gift: StaffGift
  onSaved: (gift: StaffGift) => void
}) {
  const action = useChange(desk.name, gift, onSaved)
  async function pick(): Promise<void> {
    const picked = await pickPicture()
    if (picked.state !== 'cancelled') await action.run(picked.state === 'picked' ? picked.image : null)
  }
  return (
    <View className={own.picture}>
      <View className={own.photo}>
        <Picture path={gift.picture} label={gift.picture ? `${gift.name}的图片` : '还没有图片'} />
      </View>
      <View className={css.grow}>
        <View className={css.detail}>
          <Button disabled={action.busy} onTap={() => void pick()}>
            {action.busy ? '正在上传' : gift.picture ? '换一张图片' : '加一张图片'}
          </Button>
          <Text className={css.hint}>
            {`方形最好看。大图会在这里先缩小到 200 KB 以内，拍摄地点等信息会去掉。${
              gift.isPublished ? '这件礼品已上架，新图片先由另一位同事复核。' : '换好就生效。'
            }`}
          </Text>
          {action.value === 'proposed' && (
            <ResultLine tone="waiting">图片已提交，等另一位同事复核。通过之前市民看到的不变。</ResultLine>
          )}
          <FailureLine failure={action.failure} />
        </View>
      </View>
    </View>
  )
}

/** Whoever chooses a picture again sends another proposal: each choice has a key of its own. */
function useChange(name: string, gift: StaffGift, onSaved: (gift: StaffGift) => void) {
  const proposed = useProposed(name)
  return useAction(async (image: string | null): Promise<Result<'saved' | 'proposed', Failure>> => {
    if (image === null) return err({ code: 'picture-unfit' })
    if (!gift.isPublished) {
      const answer = await changePicture(gift.id, image)
      if (!answer.ok) return answer
      onSaved(answer.value)
      return ok('saved')
    }
    const request = { operation: 'changePicture' as const, gift: gift.id, request: { image } }
    const answer = await propose(request, await createIdempotentAction().key())
    if (!answer.ok) return answer
    proposed(answer.value)
    return ok('proposed')
  })
}
