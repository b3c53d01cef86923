import type { PinShape, PinState } from '../pins'
import { pinSvg, themePalette } from './pin-art'

/** A pin outside of the map, drawn in the colours of the theme. */
export function PinPicture({ shape, state }: { shape: PinShape; state: PinState }) {
  const html = pinSvg(shape, state, 34, themePalette)
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own drawing, nobody's input
  return <span style={{ display: 'flex' }} aria-hidden dangerouslySetInnerHTML={{ __html: html }} />
}
