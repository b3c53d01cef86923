import type { Block } from '@common/blocks/block'
import { bulletinsOf, mediaOf, shownBlocks } from '@common/blocks/resolve'
import type { Media } from '@contract/media'
import type { ShownAttachment } from '@functions/exhibition/contract/bulletins'
import { type Content, titleOf } from '@functions/exhibition/contract/kinds'
import type { BulletinContent } from '@functions/exhibition/contract/kinds/bulletin'
import { View } from '@tarojs/components'
import { goBulletin } from '@/exhibition/go'
import { usePictures } from '@/media/desk/pictures'
import { countText, resolvedToStaff } from '@/media/desk/view'
import { goPlace } from '@/places/go'
import { Blocks } from '@/shared/blocks'
import { usePlaceName } from '@/shared/city/use-place-name'
import { Heading } from '@/shared/components/heading'
import { ResultLine } from '@/shared/components/result-line'
import { Hint } from '@/shared/components/text'
import { Attachments } from '../../bulletins/attachments'
import { BulletinHead } from '../../bulletins/head'
import { tintOf } from '../../tints'
import { useBulletinTitles } from '../bulletin-titles'
import { fundBlocks } from '../fund-blocks'
import css from './preview.module.scss'

/** A text as visitors will see it, in the tint of its gallery. */
export function PreviewText({ content }: { content: Content }) {
  const nameOf = usePlaceName()
  const blocks = blocksOf(content)
  const pictures = usePictures([...mediaOf(blocks), ...attachedTo(content)])
  const titles = useBulletinTitles(bulletinsOf(blocks))
  const hidden = [...titles.values()].filter((title) => title === null).length
  const shown = shownBlocks(blocks, resolvedToStaff(pictures, publicOf(titles)))
  const missing = blocks.length - shown.length
  const waiting = [...pictures.values()].filter(({ state }) => state === 'ready')
  return (
    <View
      className={`${css.paper} ${'gallery' in content ? tintOf(content.gallery) : ''}`}
      role="group"
      aria-label="观众看到的样子"
    >
      {content.kind === 'bulletin' ? (
        <BulletinHead {...content} />
      ) : (
        <Heading level={2} size="page">
          {titleOf(content)}
        </Heading>
      )}
      <Blocks blocks={shown} nameOf={nameOf} onPlace={goPlace} onBulletin={goBulletin} />
      {content.kind === 'bulletin' && content.attachments.length > 0 && (
        <Attachments attachments={content.attachments.map((one) => attachedToStaff(one, pictures))} />
      )}
      {waiting.length > 0 && (
        <ResultLine tone="waiting">{`有 ${countText(waiting)}还在等另一位同事审，都审过才能发布。`}</ResultLine>
      )}
      {missing > 0 && (
        <ResultLine tone="waiting">{`有 ${missing} 处图片、声音或视频，这里还不能显示。`}</ResultLine>
      )}
      {hidden > 0 && <ResultLine tone="doubt">{`有 ${hidden} 条公益信息没有公开，观众看不到。`}</ResultLine>}
      {content.kind === 'gallery' && content.adultsOnly && <Hint>这一厅不给未成年人看。</Hint>}
    </View>
  )
}

const publicOf = (titles: ReadonlyMap<string, string | null>): Map<string, string> =>
  new Map([...titles].flatMap(([id, title]) => (title === null ? [] : [[id, title] as const])))

function blocksOf(content: Content): readonly Block[] {
  switch (content.kind) {
    case 'exhibit':
    case 'bulletin':
      return content.blocks
    case 'gallery':
      return [{ id: 'about', type: 'text', text: content.about }]
    case 'fund':
      return fundBlocks(content)
  }
}

const attachedTo = (content: Content): string[] =>
  content.kind === 'bulletin' ? content.attachments.flatMap(({ media }) => media ?? []) : []

/** Of an uploaded file what is known of it by now, whether it may be shown or not. */
function attachedToStaff(
  { title, address, media }: BulletinContent['attachments'][number],
  files: ReadonlyMap<string, Media>,
): ShownAttachment {
  const file = media === undefined ? undefined : files.get(media)
  if (!file) return { title, address }
  const { type, bytes } = file
  return { title, address: file.renditions[0]?.src ?? '', file: { type, bytes } }
}
