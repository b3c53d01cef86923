import type { Gallery } from '@contract/exhibition'
import { View } from '@tarojs/components'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { goPlace } from '@/places/go'
import { Blocks } from '@/shared/blocks'
import { usePlaceName } from '@/shared/city/use-place-name'
import { Heading } from '@/shared/components/heading'
import { Sheet } from '@/shared/components/sheet'
import { Stack } from '@/shared/components/stack'
import { StateView } from '@/shared/components/state'
import { useAge } from '@/shared/storage/settings'
import { type ExhibitAt, exhibitUrl, goBulletin, turnToExhibit, turnToGallery } from '../../go'
import { progress, useGalleryProgress } from '../../progress'
import { isShut } from '../../view'
import { Contents } from '../contents'
import { useGallery } from '../galleries'
import { GalleryScreen } from '../gallery-screen'
import { Keeping } from './keeping'
import { PlaceLine } from './place-line'
import { useSwipe } from './swipe'
import { Turning } from './turning'
import { useTurns } from './turns'

type Exhibit = Gallery['exhibits'][number]

/** One exhibit, as large as the screen; the next is one press or one swipe away. */
export default function ExhibitPage() {
  const { region = '', gallery = '', exhibit: id = '' } = useRouter().params
  const at = { region, gallery, exhibit: id }
  const { value } = useGallery(at)
  const exhibit = value?.exhibits.find((one) => one.id === id) ?? null
  useLookedAt(at, value, exhibit)
  const [isOpen, setOpen] = useState(false)
  useShareAppMessage(() => ({
    title: exhibit ? `福彩展馆：${exhibit.title}` : '福彩展馆',
    path: exhibitUrl(at),
  }))
  return (
    <GalleryScreen at={at} title="展品">
      {(shown) => ({
        content: exhibit ? (
          <Shown at={at} gallery={shown} exhibit={exhibit} />
        ) : (
          <StateView
            scene="not-found"
            title="这件展品不再展出"
            text="可以看看这个展厅里的其他展品。"
            action={{ label: `去${shown.title}`, onTap: () => turnToGallery(at) }}
          />
        ),
        actions: exhibit && <Turning at={at} gallery={shown} onContents={() => setOpen(true)} />,
        over: isOpen && <ContentsSheet at={at} gallery={shown} onClose={() => setOpen(false)} />,
      })}
    </GalleryScreen>
  )
}

/** Noted once it is on the screen of somebody who may see it. */
function useLookedAt(
  { region, gallery, exhibit }: ExhibitAt,
  shown: Gallery | null,
  found: Exhibit | null,
): void {
  const age = useAge()
  const isSeen =
    shown !== null && found !== null && !isShut(shown, age) && !(shown.adultsOnly && age === null)
  useEffect(() => {
    if (isSeen) progress.look({ region, gallery, exhibit })
  }, [isSeen, region, gallery, exhibit])
}

function Shown({ at, gallery, exhibit }: { at: ExhibitAt; gallery: Gallery; exhibit: Exhibit }) {
  const nameOf = usePlaceName()
  const { back, on } = useTurns(at, gallery)
  const swipe = useSwipe({ onLeft: on.turn, onRight: back?.turn })
  return (
    <View {...swipe}>
      <Stack gap={4}>
        <PlaceLine
          gallery={gallery.title}
          at={gallery.exhibits.findIndex(({ id }) => id === at.exhibit)}
          count={gallery.exhibits.length}
        />
        <Heading level={2} size="page">
          {exhibit.title}
        </Heading>
        <Blocks blocks={exhibit.blocks} nameOf={nameOf} onPlace={goPlace} onBulletin={goBulletin} />
        <Keeping at={at} title={exhibit.title} />
      </Stack>
    </View>
  )
}

function ContentsSheet({ at, gallery, onClose }: { at: ExhibitAt; gallery: Gallery; onClose: () => void }) {
  const own = useGalleryProgress(at)
  function pick(exhibit: string): void {
    onClose()
    if (exhibit !== at.exhibit) turnToExhibit({ ...at, exhibit })
  }
  return (
    <Sheet title={gallery.title} onClose={onClose}>
      <Contents exhibits={gallery.exhibits} progress={own} current={at.exhibit} onPick={pick} />
    </Sheet>
  )
}
