let watching = false

/** Once, whoever calls first. */
export function watchEscape(onEscape: () => void): void {
  if (watching) return
  watching = true
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') onEscape()
  })
}
