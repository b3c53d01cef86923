import { Card } from '@/shared/components/card'
import { Row } from '@/shared/components/row'
import { useAge } from '@/shared/storage/settings'
import { type GalleryAt, turnToGallery } from '../go'
import { useHall } from '../hall'
import { neighbours, openGalleries } from '../view'

/** The galleries before and after this one that this person may see; none until the hall has come. */
export function useOtherGalleries({ region, gallery }: GalleryAt) {
  const { value: hall } = useHall(region)
  const age = useAge()
  return hall
    ? neighbours(openGalleries(hall, age), (one) => one.gallery === gallery)
    : neighbours([], () => false)
}

export function OtherGalleries({ at }: { at: GalleryAt }) {
  const { before, after } = useOtherGalleries(at)
  const turn = (gallery: string) => turnToGallery({ region: at.region, gallery })
  if (!before && !after) return null
  return (
    <Card flush>
      {after && <Row first title={`下一展厅：${after.title}`} onTap={() => turn(after.gallery)} />}
      {before && (
        <Row first={!after} title={`上一展厅：${before.title}`} onTap={() => turn(before.gallery)} />
      )}
    </Card>
  )
}
