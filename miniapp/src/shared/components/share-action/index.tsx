import { Button, Text } from '@tarojs/components'
import { Icon } from '@/shared/components/icon'
import './share-action.scss'

/** WeChat shares from a button of its own kind alone; what is shared, the page says (useShareAppMessage). */
export function ShareAction({ className }: { name: string; className: string }) {
  return (
    <Button className={`tap share-action ${className}`} openType="share">
      <Icon name="share" />
      <Text>分享</Text>
    </Button>
  )
}
