import * as z from '@common/zod'
import Taro from '@tarojs/taro'
import { useEffect } from 'react'

const boxSchema = z.object({ height: z.number() })

/**
 * WeChat: tells how high the element with this id is, px, once what is drawn by `content` stands; null: nobody asks.
 */
export function useHeight(id: string, onHeight: ((px: number) => void) | null, content: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer crosses from view to logic, so only other content asks anew
  useEffect(() => {
    if (!onHeight) return
    Taro.nextTick(() => {
      Taro.createSelectorQuery()
        .select(`#${id}`)
        .boundingClientRect((box) => {
          const parsed = boxSchema.safeParse(box)
          if (parsed.success) onHeight(parsed.data.height)
        })
        .exec()
    })
  }, [id, content])
}
