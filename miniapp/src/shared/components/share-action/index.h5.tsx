import { Text } from '@tarojs/components'
import { useState } from 'react'
import { Icon } from '@/shared/components/icon'
import { Tap } from '@/shared/components/tap'
import { copy } from '@/shared/phone/actions'

/** The browser's own sharing where there is one, else the link goes into the clipboard. */
export function ShareAction({ name, className }: { name: string; className: string }) {
  const [copied, setCopied] = useState(false)
  async function share(): Promise<void> {
    const url = window.location.href
    if (!navigator.share) return setCopied(await copy(url))
    // Whoever closes the sheet again has done nothing wrong.
    await navigator.share({ title: name, url }).catch(() => {})
  }
  return (
    <Tap className={className} onTap={() => void share()}>
      <Icon name={copied ? 'check' : 'share'} />
      <Text aria-live="polite">{copied ? '已复制' : '分享'}</Text>
    </Tap>
  )
}
