/** Work that may come after the answer to a tap has been painted. For the browser alone. */

/** Runs `then` once the next frame is painted. @returns what calls it off */
export function afterPaint(then: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(then)
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}
