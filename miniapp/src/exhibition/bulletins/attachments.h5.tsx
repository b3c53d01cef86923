import type { Bulletin, ShownAttachment } from '@functions/exhibition/contract/bulletins'
import { View } from '@tarojs/components'
import { Card } from '@/shared/components/card'
import { Row } from '@/shared/components/row'
import { fileText, fullAddress } from './attached'

/** The browser: each opens in a window of its own, so that the bulletin stays. */
export function Attachments({ attachments }: Pick<Bulletin, 'attachments'>) {
  return (
    <Card title="附件" flush>
      <View role="list" aria-label="附件">
        {attachments.map((one, at) => (
          <View key={`${one.title} ${one.address}`} role="listitem">
            <Row
              first={at === 0}
              icon="document"
              title={one.title || '（还没有名称）'}
              text={textOf(one)}
              onTap={
                one.address === ''
                  ? undefined
                  : () => void window.open(fullAddress(one), '_blank', 'noopener')
              }
            />
          </View>
        ))}
      </View>
    </Card>
  )
}

function textOf({ address, file }: ShownAttachment): string {
  if (file) return `${fileText(file)} · 在新窗口打开`
  return address === '' ? '（还没有网址，也没有文件）' : `在新窗口打开 · ${hostOf(address)}`
}

/** Where it lies, which says whose it is. */
const hostOf = (address: string): string => /^https:\/\/([^/?#]+)/.exec(address)?.[1] ?? address
