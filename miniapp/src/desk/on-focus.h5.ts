/** A window beside another is never hidden: the focus says that somebody looks at it again. */
export function onFocus(look: () => void): () => void {
  window.addEventListener('focus', look)
  return () => window.removeEventListener('focus', look)
}
