/**
 * A card dragged by its handle, with a mouse or a finger. React alone moves elements: while it is dragged nothing but a line shows where
 * it would go. A library that moves elements itself would change what React has drawn.
 */
import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { cardId } from './moving'

/** `to`: the place that it would get, from 0. */
type Drag = { id: string; to: number }

/** Pixels from the edge of what scrolls at which it begins to, and how far a frame. */
const edge = 60
const step = 12

export function useDrag(ids: readonly string[], onDrop: (id: string, to: number) => void) {
  const [drag, setDrag] = useState<Drag | null>(null)
  const pointer = useRef(0)
  const id = drag?.id ?? null

  const look = (dragged: string) => setDrag({ id: dragged, to: placeAt(ids, dragged, pointer.current) })

  // biome-ignore lint/correctness/useExhaustiveDependencies: for as long as one card is dragged
  useEffect(() => {
    if (id === null) return
    const scroller = scrollerOf(document.getElementById(cardId(id)))
    let frame = requestAnimationFrame(function scroll() {
      const way = wayAt(scroller, pointer.current)
      if (way !== 0) {
        scroller.scrollTop += way * step
        look(id)
      }
      frame = requestAnimationFrame(scroll)
    })
    const escaped = ({ key }: KeyboardEvent) => key === 'Escape' && setDrag(null)
    document.addEventListener('keydown', escaped)
    return () => {
      cancelAnimationFrame(frame)
      document.removeEventListener('keydown', escaped)
    }
  }, [id])

  return {
    drag,
    /** Of the handle of a card. */
    handle: (card: string) => ({
      onPointerDown(event: PointerEvent<HTMLElement>) {
        if (event.button !== 0) return
        event.preventDefault()
        event.currentTarget.setPointerCapture?.(event.pointerId)
        pointer.current = event.clientY
        look(card)
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        if (id !== card) return
        pointer.current = event.clientY
        look(card)
      },
      onPointerUp() {
        if (drag?.id !== card) return
        setDrag(null)
        onDrop(card, drag.to)
      },
      onPointerCancel: () => setDrag(null),
    }),
  }
}
export type Dragging = ReturnType<typeof useDrag>

/** Behind as many of the others as have their middle above the pointer. */
const placeAt = (ids: readonly string[], dragged: string, y: number): number =>
  ids.filter((id) => {
    const box = id === dragged ? null : document.getElementById(cardId(id))?.getBoundingClientRect()
    return box ? box.top + box.height / 2 < y : false
  }).length

function scrollerOf(element: HTMLElement | null): Element {
  for (let at = element?.parentElement; at; at = at.parentElement) {
    const isScrolling =
      /auto|scroll/.test(getComputedStyle(at).overflowY) && at.scrollHeight > at.clientHeight
    if (isScrolling) return at
  }
  return document.scrollingElement ?? document.documentElement
}

/** -1: up, 1: down, 0: not near an edge of what of it is seen. */
function wayAt(scroller: Element, y: number): -1 | 0 | 1 {
  const { top, bottom } = scroller.getBoundingClientRect()
  if (y < Math.max(top, 0) + edge) return -1
  return y > Math.min(bottom, window.innerHeight) - edge ? 1 : 0
}
