import type { Bulletin, ShownAttachment } from '@functions/exhibition/contract/bulletins'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Card } from '@/shared/components/card'
import { Row } from '@/shared/components/row'
import { copy } from '@/shared/phone/actions'
import { fileText, fullAddress } from './attached'

type Step = 'opening' | 'opened' | 'failed' | 'copied'

/** WeChat opens an uploaded document itself; of a file that lies elsewhere, as it opens no other site, the address is copied. */
export function Attachments({ attachments }: Pick<Bulletin, 'attachments'>) {
  const [last, setLast] = useState<{ address: string; step: Step } | null>(null)
  async function take(one: ShownAttachment): Promise<void> {
    const { address } = one
    if (last?.step === 'opening') return
    if (!one.file) {
      setLast((await copy(address)) ? { address, step: 'copied' } : null)
      return
    }
    setLast({ address, step: 'opening' })
    setLast({ address, step: (await opened(fullAddress(one))) ? 'opened' : 'failed' })
  }
  return (
    <Card title="附件" flush>
      <View role="list" aria-label="附件">
        {attachments.map((one, at) => (
          <View key={`${one.title} ${one.address}`} role="listitem">
            <Row
              first={at === 0}
              icon={last?.address === one.address && last.step === 'copied' ? 'check' : 'document'}
              title={one.title}
              text={textOf(one, last?.address === one.address ? last.step : null)}
              onTap={() => void take(one)}
            />
          </View>
        ))}
      </View>
    </Card>
  )
}

function textOf({ file }: ShownAttachment, step: Step | null): string {
  if (step === 'copied') return '网址已复制，粘贴到浏览器里打开'
  if (!file) return '点一下复制网址，到浏览器里打开'
  if (step === 'opening') return '正在打开'
  return step === 'failed' ? '没有打开，网络好了再点一次' : `${fileText(file)} · 点一下打开`
}

/** By WeChat's own reader, from which it can be sent on. */
async function opened(url: string): Promise<boolean> {
  try {
    const { statusCode, tempFilePath } = await Taro.downloadFile({ url })
    if (statusCode !== 200) return false
    await Taro.openDocument({ filePath: tempFilePath, fileType: 'pdf', showMenu: true })
    return true
  } catch {
    return false
  }
}
