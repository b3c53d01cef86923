import type { Gallery } from '@contract/exhibition'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { Paragraphs } from '@/shared/blocks/text'
import { Button } from '@/shared/components/button'
import { Card } from '@/shared/components/card'
import { Heading } from '@/shared/components/heading'
import { Stack } from '@/shared/components/stack'
import { StateView } from '@/shared/components/state'
import { Hint } from '@/shared/components/text'
import { type GalleryAt, galleryUrl, goExhibit, goHall } from '../../go'
import { type Progress, useGalleryProgress } from '../../progress'
import { countText } from '../../view'
import { Contents } from '../contents'
import { useGallery } from '../galleries'
import { GalleryScreen } from '../gallery-screen'
import { OtherGalleries } from '../other-galleries'
import { Thumbnail } from './thumbnail'

/** The entrance of a gallery: what it is about and what is in it. */
export default function GalleryPage() {
  const { region = '', gallery = '' } = useRouter().params
  const at = { region, gallery }
  const { value } = useGallery(at)
  const own = useGalleryProgress(at)
  useShareAppMessage(() => ({ title: value ? `福彩展馆：${value.title}` : '福彩展馆', path: galleryUrl(at) }))
  return (
    <GalleryScreen at={at} title="展厅">
      {(shown) => ({
        content: <Entrance at={at} gallery={shown} own={own} />,
        actions: <Start at={at} gallery={shown} own={own} />,
      })}
    </GalleryScreen>
  )
}

type EntranceProps = { at: GalleryAt; gallery: Gallery; own: Progress | null }

function Entrance({ at, gallery, own }: EntranceProps) {
  const { title, about, exhibits } = gallery
  if (exhibits.length === 0)
    return (
      <StateView
        scene="empty"
        title="展品还在布置"
        text="布置好以后，会出现在这里。"
        action={{ label: '回到展馆', onTap: goHall }}
      />
    )
  return (
    <>
      <Stack gap={3}>
        <Heading level={2} size="page">
          {title}
        </Heading>
        <Paragraphs text={about} />
        <Hint figures>{countText(exhibits, own)}</Hint>
      </Stack>
      <Card title="展品" flush>
        <Contents
          exhibits={exhibits}
          progress={own}
          leadOf={({ blocks }) => <Thumbnail blocks={blocks} gallery={gallery.gallery} />}
          onPick={(exhibit) => goExhibit({ ...at, exhibit })}
        />
      </Card>
      <OtherGalleries at={at} />
    </>
  )
}

/** At the thumb: where one left off, or the first. */
function Start({ at, gallery: { exhibits }, own }: EntranceProps) {
  const left = exhibits.find(({ id }) => id === own?.exhibit)
  const first = left ?? exhibits[0]
  if (!first) return null
  return (
    <Button tone="primary" block onTap={() => goExhibit({ ...at, exhibit: first.id })}>
      {left ? `继续看：${left.title}` : '从第一件看起'}
    </Button>
  )
}
