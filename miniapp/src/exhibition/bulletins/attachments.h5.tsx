import type { Bulletin } from '@functions/exhibition/contract/bulletins'
import { View } from '@tarojs/components'
import { Card } from '@/shared/components/card'
import { Row } from '@/shared/components/row'

/** The browser: each opens in a window of its own, so that the bulletin stays. */
export function Attachments({ attachments }: Pick<Bulletin, 'attachments'>) {
  return (
    <Card title="附件" flush>
      <View role="list" aria-label="附件">
        {attachments.map(({ title, address }, at) => (
          <View key={`${title} ${address}`} role="listitem">
            <Row
              first={at === 0}
              icon="document"
              title={title || '（还没有名称）'}
              text={address === '' ? '（还没有网址）' : `在新窗口打开 · ${hostOf(address)}`}
              onTap={address === '' ? undefined : () => void window.open(address, '_blank', 'noopener')}
            />
          </View>
        ))}
      </View>
    </Card>
  )
}

/** Where it lies, which tells whose it is. */
const hostOf = (address: string): string => /^https:\/\/([^/?#]+)/.exec(address)?.[1] ?? address
