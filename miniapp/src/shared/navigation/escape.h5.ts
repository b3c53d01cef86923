let watching = false

/** Once, whoever calls first. `onEscape` tells whether it put something away: the key is then used up. */
export function watchEscape(onEscape: () => boolean): void {
  if (watching) return
  watching = true
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && onEscape()) event.preventDefault()
  })
}
