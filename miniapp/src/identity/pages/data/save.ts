import { copy } from '@/shared/phone/actions'

/** On WeChat the way out of the program is the clipboard: paste it to oneself. True: it is there. */
export function save(_name: string, text: string): Promise<boolean> {
  return copy(text)
}

export const saveWords = { label: '复制全部', done: '已经复制。可以粘贴给自己，或存到备忘录。' } as const
