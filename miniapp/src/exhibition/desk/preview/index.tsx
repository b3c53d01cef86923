import type { Content } from '@functions/exhibition/contract/entries'
import { PreviewText } from './text'

/** WeChat: in the mode that this phone is in. */
export function Preview({ content }: { content: Content }) {
  return <PreviewText content={content} />
}
