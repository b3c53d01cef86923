import type { Gallery } from '@contract/exhibition'
import { type ExhibitAt, goHall, turnToExhibit, turnToGallery } from '../../go'
import { neighbours } from '../../view'
import { useOtherGalleries } from '../other-galleries'

export type Turn = { text: string; label: string; turn: () => void }

/** Where one gets from an exhibit. After the last one comes the next gallery, after the last gallery the hall. */
export function useTurns(at: ExhibitAt, { exhibits }: Gallery): { back: Turn | null; on: Turn } {
  const { before, after } = neighbours(exhibits, ({ id }) => id === at.exhibit)
  const next = useOtherGalleries(at).after
  const toExhibit = (word: string, { id, title }: { id: string; title: string }): Turn => ({
    text: word,
    label: `${word}：${title}`,
    turn: () => turnToExhibit({ ...at, exhibit: id }),
  })
  const toGallery = (): Turn => {
    if (!next) return { text: '看完了，回到展馆', label: '看完了，回到展馆', turn: goHall }
    const text = `下一展厅：${next.title}`
    return { text, label: text, turn: () => turnToGallery({ region: at.region, gallery: next.gallery }) }
  }
  return {
    back: before && toExhibit('上一件', before),
    on: after ? toExhibit('下一件', after) : toGallery(),
  }
}
