import { err } from '@common/result'
import type { StaffGift } from '@contract/points'
import { Text, View } from '@tarojs/components'
import { changePicture } from '@/desk/api'
import css from '@/desk/components/desk.module.scss'
import { Button } from '@/shared/components/button'
import { Picture } from '@/shared/components/picture'
import { FailureLine } from '@/shared/components/result-line'
import { useAction } from '@/shared/query/use-action'
import type { Failure } from '@/shared/request'
import own from './gift.module.scss'
import { pickPicture } from './picture'

/** The picture that citizens see; another one takes its place at once. */
export function PicturePart({ gift, onSaved }: { gift: StaffGift; onSaved: (gift: StaffGift) => void }) {
  const action = useAction(
    async (image: string | null) =>
      image === null ? err<Failure>({ code: 'picture-unfit' }) : changePicture(gift.id, image),
    onSaved,
  )
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
            方形最好看。大图会在这里先缩小到 200 KB 以内，拍摄地点等信息会去掉。换好就生效。
          </Text>
          <FailureLine failure={action.failure} />
        </View>
      </View>
    </View>
  )
}
