import { Text, View } from '@tarojs/components'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { Icon, type IconName } from '@/shared/components/icon'
import { useDialogFocus } from '@/shared/components/sheet/focus'
import { Tap } from '@/shared/components/tap'
import { useLayer } from '@/shared/navigation/use-layer'
import { useWindowSize } from '@/shared/platform/window-size'
import { useSource } from '../use-source'
import { type Described, largest, zoomPixels } from './described'
import { useGestures } from './gestures'
import { closer, farther, type View as Seen, type Size, whole } from './view'
import css from './viewer.module.scss'

type ViewerProps = {
  pictures: readonly Described[]
  at: number
  onTurn: (at: number) => void
  onClose: () => void
}

/** The browser: a picture as large as the window, looked into by two fingers, a double tap, the keys + and −, or the buttons. */
export function Viewer({ pictures, at, onTurn, onClose }: ViewerProps) {
  const id = useDialogFocus()
  useLayer(onClose)
  const stage = useRef<HTMLDivElement>(null)
  const [seen, setSeen] = useState<Seen>(whole)
  const picture = pictures[at]
  const sizeOf = (): Size => ({
    width: stage.current?.clientWidth ?? 0,
    height: stage.current?.clientHeight ?? 0,
  })
  function turn(by: number): void {
    if (!pictures[at + by]) return
    setSeen(whole)
    onTurn(at + by)
  }
  const look = (next: (seen: Seen, size: Size) => Seen) => () => setSeen(next(seen, sizeOf()))
  function keyPressed(event: KeyboardEvent): void {
    const act = event.ctrlKey || event.metaKey ? undefined : acts.get(event.key)
    if (!act) return
    event.preventDefault()
    act()
  }
  const acts = new Map([
    ['ArrowLeft', () => turn(-1)],
    ['ArrowRight', () => turn(1)],
    ['+', look(closer)],
    ['=', look(closer)],
    ['-', look(farther)],
  ])
  const gestures = useGestures({ seen, onSee: setSeen, onTurn: turn })
  if (!picture) return null
  const { description, caption } = picture
  return (
    <div
      id={id}
      className={css.viewer}
      role="dialog"
      aria-modal
      aria-label="看大图"
      tabIndex={-1}
      onKeyDown={keyPressed}
      // A swipe here turns no page below.
      onTouchStart={(event) => event.stopPropagation()}
      onTouchEnd={(event) => event.stopPropagation()}
    >
      <View className={css.head}>
        <Text className={css.count}>
          {pictures.length > 1 ? `第 ${at + 1} 张，共 ${pictures.length} 张` : ''}
        </Text>
        <Act icon="close" label="关闭" onTap={onClose} />
      </View>
      <div ref={stage} className={css.stage} {...gestures}>
        <Enlarged key={picture.media.id} picture={picture} seen={seen} />
      </div>
      <View className={css.words} aria-live="polite">
        {caption !== '' && <Text className={css.caption}>{caption}</Text>}
        {description !== caption && <Text className={css.description}>{description}</Text>}
      </View>
      <View className={css.foot}>
        {pictures.length > 1 && <Act icon="back" label="上一张" off={at === 0} onTap={() => turn(-1)} />}
        <Act icon="minus" label="缩小" off={seen.scale <= 1} onTap={look(farther)} />
        <Act icon="plus" label="放大" off={seen.scale >= largest} onTap={look(closer)} />
        {pictures.length > 1 && (
          <Act icon="next" label="下一张" off={at === pictures.length - 1} onTap={() => turn(1)} />
        )}
      </View>
    </div>
  )
}

type ActProps = { icon: IconName; label: string; off?: boolean; onTap: () => void }

function Act({ icon, label, off = false, onTap }: ActProps): ReactNode {
  return (
    <Tap className={css.act} label={label} disabled={off} onTap={onTap}>
      <Icon name={icon} />
    </Tap>
  )
}

function Enlarged({
  picture: { media, description },
  seen: { scale, x, y },
}: {
  picture: Described
  seen: Seen
}) {
  const { source, onError } = useSource(media, zoomPixels(useWindowSize()))
  if (source === undefined) return <Text className={css.absent}>图片没有取到，换个信号好的地方再看。</Text>
  return (
    <img
      className={css.picture}
      src={source}
      draggable={false}
      onError={onError}
      style={{ transform: `translate(${x}px, ${y}px) scale(${scale})` }}
      alt={description}
    />
  )
}
