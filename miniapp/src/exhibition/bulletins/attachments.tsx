import type { Bulletin } from '@functions/exhibition/contract/bulletins'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '@/shared/components/card'
import { Row } from '@/shared/components/row'
import { copy } from '@/shared/phone/actions'

/** Files that lie elsewhere: WeChat opens no other site, so their address is copied. */
export function Attachments({ attachments }: Pick<Bulletin, 'attachments'>) {
  const [copied, setCopied] = useState<string | null>(null)
  const take = async (address: string) => setCopied((await copy(address)) ? address : null)
  return (
    <Card title="附件" flush>
      <View role="list" aria-label="附件">
        {attachments.map(({ title, address }, at) => (
          <View key={`${title} ${address}`} role="listitem">
            <Row
              first={at === 0}
              icon={copied === address ? 'check' : 'document'}
              title={title}
              text={copied === address ? '网址已复制，粘贴到浏览器里打开' : '点一下复制网址，到浏览器里打开'}
              onTap={() => void take(address)}
            />
          </View>
        ))}
      </View>
    </Card>
  )
}
