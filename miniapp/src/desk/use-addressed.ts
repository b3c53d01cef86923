import { useRouter } from '@tarojs/taro'
import { type Dispatch, type SetStateAction, useLayoutEffect, useRef, useState } from 'react'
import { writeAddress } from '@/shared/navigation/address'
import { useIsShown } from '@/shared/navigation/use-is-shown'

/**
 * A state of the page that stands in its address by this name; null: it does not. What changes while another page is in
 * front, as by an answer that comes late, is written when one comes back: the address is that of the page in front.
 */
export function useAddressed(
  name: string,
): [value: string | null, set: Dispatch<SetStateAction<string | null>>] {
  const first = useRouter().params[name]
  const [value, setValue] = useState<string | null>(first ? decoded(first) : null)
  const isShown = useIsShown()
  const written = useRef(value)
  // Before what opens over the page puts an entry of its own into the history.
  useLayoutEffect(() => {
    if (!isShown || written.current === value) return
    written.current = value
    writeAddress(name, value)
  }, [isShown, name, value])
  return [value, setValue]
}

/** WeChat hands over what stands in a link as it is written there. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
