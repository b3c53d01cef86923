import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { writeAddress } from '@/shared/address'

/** A state of the page that stands in its address by this name; null: it does not. */
export function useAddressed(name: string): [value: string | null, set: (value: string | null) => void] {
  const first = useRouter().params[name]
  const [value, setValue] = useState<string | null>(first ? decoded(first) : null)
  return [
    value,
    (next) => {
      setValue(next)
      writeAddress(name, next)
    },
  ]
}

/** WeChat hands over what stands in a link as it is written there. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
