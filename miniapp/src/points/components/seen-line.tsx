import { useNow } from '@/places/clock'
import { ageText } from '@/places/view'
import { ResultLine } from '@/shared/components/result-line'

/** Over what was read before the network went: when that was. Nothing where it is of now. */
export function SeenLine({ seenAt }: { seenAt: number | null }) {
  const now = useNow()
  if (seenAt === null) return null
  return (
    <ResultLine tone="doubt">{`没有网络，这是${spaced(ageText(Math.max(0, now - seenAt)))}读到的。`}</ResultLine>
  )
}

/** A figure beside Chinese has a space before it. */
const spaced = (text: string): string => (/^\d/.test(text) ? ` ${text}` : text)
