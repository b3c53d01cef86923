import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { BatchCodes } from '@/desk/api'
import css from '@/desk/components/desk.module.scss'
import { Button } from '@/shared/components/button'
import { ResultLine } from '@/shared/components/result-line'
import { codesText } from './codes'

/** WeChat has neither a printer nor files that a person can reach: the unused codes go to the clipboard. */
export function CodesOut({ codes: { codes } }: { codes: BatchCodes }) {
  const [copied, setCopied] = useState<boolean | null>(null)
  const unused = codes.filter(({ used }) => !used).length
  async function copy(): Promise<void> {
    try {
      await Taro.setClipboardData({ data: codesText(codes) })
      setCopied(true)
    } catch {
      setCopied(false)
    }
  }
  return (
    <View className={css.detail}>
      <Text className={css.hint}>要打印二维码或下载表格，请在电脑浏览器里打开工作台。</Text>
      <Button icon="copy" disabled={unused === 0} onTap={() => void copy()}>
        {`复制没用过的 ${unused} 个码`}
      </Button>
      {copied === true && <ResultLine tone="done">已复制，一行一个，可以贴到别处。</ResultLine>}
      {copied === false && <ResultLine tone="wrong">没有复制成功。请再按一次。</ResultLine>}
    </View>
  )
}
