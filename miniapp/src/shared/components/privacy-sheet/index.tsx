import { Text, View, Button as WechatButton } from '@tarojs/components'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { openPage } from '../../navigation/navigation'
import { agreeButtonId, usePrivacyQuestion } from '../../platform/privacy'
import { address, useElder } from '../../storage/settings'
import { Button } from '../button'
import { Sheet } from '../sheet'
import { SheetButtons } from '../sheet/buttons'
import css from './privacy-sheet.module.scss'

/** WeChat's question of privacy in our words. Only the page that is shown asks. */
export function PrivacySheet() {
  const question = usePrivacyQuestion()
  const elder = useElder()
  const [shown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  if (!question || !shown) return null
  return (
    <Sheet title="先说清楚怎么用你的信息" onClose={question.refuse}>
      <View className={css.words}>
        <Text>
          {address(
            elder,
            '接下来要用到手机的一项能力（例如大致位置）。位置只在这部手机里算远近，不上传，不保存。',
          )}
        </Text>
        <Text>{address(elder, '不同意也能用：可以选一个区县来找。')}</Text>
        <Button tone="quiet" onTap={() => openPage('/about/privacy/index')}>
          看完整的隐私说明
        </Button>
      </View>
      <SheetButtons>
        <WechatButton
          id={agreeButtonId}
          className={css.agree}
          openType="agreePrivacyAuthorization"
          onAgreePrivacyAuthorization={question.agree}
        >
          同意并继续
        </WechatButton>
        <Button block onTap={question.refuse}>
          不同意
        </Button>
      </SheetButtons>
    </Sheet>
  )
}
