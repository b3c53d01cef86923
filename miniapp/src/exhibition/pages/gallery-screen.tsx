import type { Gallery } from '@contract/exhibition'
import type { ReactNode } from 'react'
import { goAid } from '@/places/go'
import { CityNotice } from '@/shared/city/components/city-notice'
import { AgeGate } from '@/shared/components/age-gate'
import { FailureView } from '@/shared/components/failure-view'
import { Page } from '@/shared/components/page'
import { Screen } from '@/shared/components/screen'
import { hasFoot } from '@/shared/components/screen/has-foot'
import { StateView, Waiting } from '@/shared/components/state'
import { useAge } from '@/shared/storage/settings'
import { type GalleryAt, goHall } from '../go'
import { groundOf } from '../tints'
import { isShut, shutText } from '../view'
import { useGallery } from './galleries'

export type GalleryParts = { content: ReactNode; actions?: ReactNode; over?: ReactNode }

/** The frame of whatever is shown of a gallery: it waits for it, says why it is not there, and keeps minors out of what is not for them. */
export function GalleryScreen({
  at,
  title,
  children,
}: {
  at: GalleryAt
  title: string
  /** What is shown of the gallery once it is there. */
  children: (gallery: Gallery) => GalleryParts
}) {
  const asked = useGallery(at)
  const age = useAge()
  const { value: gallery, failure, retry } = asked
  const shut = gallery !== null && isShut(gallery, age)
  const parts = gallery && !shut ? children(gallery) : null
  return (
    <Screen
      title={title}
      ground={groundOf(at.gallery)}
      notice={<CityNotice of={asked} />}
      lottery={hasFoot(asked)}
      actions={parts?.actions}
      over={
        <>
          {parts?.over}
          {gallery?.adultsOnly && <AgeGate onAid={goAid} />}
        </>
      }
    >
      <Page>
        {parts?.content}
        {shut && (
          <StateView
            scene="empty"
            title={gallery.title}
            text={`${shutText}年龄按错了，到“我的”里改。`}
            action={{ label: '回到展馆', onTap: goHall }}
          />
        )}
        {!gallery && failure && (
          <FailureView failure={failure} onRetry={retry} other={{ label: '回到展馆', onTap: goHall }} />
        )}
        {!gallery && !failure && <Waiting rows={4} text="正在打开展厅" />}
      </Page>
    </Screen>
  )
}
