import { Image, Text, View } from '@tarojs/components'
import { Icon } from '@/shared/components/icon'
import { Stack } from '@/shared/components/stack'
import { Tap } from '@/shared/components/tap'
import { Hint } from '@/shared/components/text'
import { useWindowSize } from '@/shared/platform/window-size'
import type { BlockOf } from './block-of'
import { Frame, insideFrame } from './frame'
import css from './pictures.module.scss'
import { ratioOf } from './renditions'
import { useSource } from './use-source'
import { useZoom } from './zoom'
import type { Described } from './zoom/described'

export function PictureBlock({ picture }: { picture: Described }) {
  return <PicturesBlock block={{ pictures: [picture] }} />
}

/** Each can be looked into, and from there the others of the set. */
export function PicturesBlock({ block: { pictures } }: { block: Pick<BlockOf<'pictures'>, 'pictures'> }) {
  const { open, viewer } = useZoom(pictures)
  const isSet = pictures.length > 1
  return (
    <>
      <View
        className={css.pictures}
        {...(isSet && { role: 'list', 'aria-label': `${pictures.length} 张图片` })}
      >
        {pictures.map((picture, at) => (
          <View key={picture.media.id} {...(isSet && { role: 'listitem' })}>
            <Captioned picture={picture} onZoom={() => open(at)} />
          </View>
        ))}
      </View>
      {viewer}
    </>
  )
}

type CaptionedProps = { picture: Described; onZoom: () => void }

function Captioned({ picture, onZoom }: CaptionedProps) {
  return (
    <Stack gap={2}>
      <MediaPicture picture={picture} onZoom={onZoom} />
      {picture.caption !== '' && <Hint>{picture.caption}</Hint>}
    </Stack>
  )
}

/** Its room is there before it has come, so that nothing shifts; loaded when it is near the window. */
function MediaPicture({ picture: { media, description }, onZoom }: CaptionedProps) {
  const { source, onError } = useSource(media, usePixels())
  return (
    <Frame ratio={ratioOf(media)} wide>
      {source === undefined ? (
        <Absent description={description} />
      ) : (
        <>
          <Image
            className={insideFrame}
            src={source}
            mode="aspectFit"
            lazyLoad
            webp
            onError={onError}
            onClick={onZoom}
            aria-label={description}
          />
          <Tap className={css.zoom} label={`看大图：${description}`} onTap={onZoom}>
            <Icon name="zoom" />
          </Tap>
        </>
      )}
    </Frame>
  )
}

function Absent({ description }: { description: string }) {
  return (
    <View className={`${insideFrame} ${css.absent}`}>
      <Icon name="picture" size="l" />
      <Text>{description}</Text>
    </View>
  )
}

/** px of a column of the design. */
const widest = 480
/** More would cost more than an eye sees. */
const densest = 2

/** Of the screen, across a picture of the column's width. */
function usePixels(): number {
  const { width, density } = useWindowSize()
  return Math.round(Math.min(width, widest) * Math.min(density, densest))
}
