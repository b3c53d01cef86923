import { useState } from 'react'
import { Card } from '@/shared/components/card'
import { Row } from '@/shared/components/row'
import { copy } from '@/shared/phone/actions'
import { type FeedOf, feedForms, feedPath } from './addresses'

const origin = process.env.TARO_APP_API ?? ''

/** WeChat opens no other program: the address is taken along, in the form that most programs read. */
export function Feeds(of: FeedOf) {
  const [copied, setCopied] = useState<string | null>(null)
  const address = `${origin}${feedPath(of, feedForms[0])}`
  const take = async () => setCopied((await copy(address)) ? address : null)
  return (
    <Card flush>
      <Row
        first
        icon={copied === address ? 'check' : 'copy'}
        title="复制订阅网址（RSS）"
        text={copied === address ? '已复制，粘贴到阅读软件里' : '用阅读软件订阅，有新的发布会自动收到'}
        onTap={() => void take()}
      />
    </Card>
  )
}
