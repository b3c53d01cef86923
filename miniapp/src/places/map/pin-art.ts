/**
 * The pins as drawings on a 24 grid: the outline says what a place is, filling and colour its state. The browser
 * puts them on the map as they are; WeChat's map takes pictures, which `draw-pins.ts` makes from them.
 */
import type { PinShape, PinState } from '../pins'

type Art = { body: string; mark: string }

const dot = 'M12 12h.01'

const art: Record<PinShape, Art> = {
  // The plainest place there is: a mere dot tells it from the cross of aid.
  round: { body: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z', mark: dot },
  heart: {
    body: 'M12 21C8.4 18.4 2 14 2 8.8A5.1 5.1 0 0 1 12 6.6 5.1 5.1 0 0 1 22 8.8C22 14 15.6 18.4 12 21Z',
    mark: 'M12 9.2v5.6M9.2 12h5.6',
  },
  house: {
    body: 'M2.5 11.6 12 3l9.5 8.6H19V20a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-8.4Z',
    mark: 'M10 21v-5.5h4V21',
  },
  parcel: {
    body: 'M4.5 3.5h15a1 1 0 0 1 1 1v15a1 1 0 0 1-1 1h-15a1 1 0 0 1-1-1v-15a1 1 0 0 1 1-1Z',
    mark: 'M12 3.5v7M8.5 10.5h7',
  },
  star: {
    body: 'M12 1.8l3.1 6.3 7 1-5.1 4.9 1.2 7-6.2-3.3L5.8 21 7 14 1.9 9.1l7-1Z',
    mark: '',
  },
  leaf: {
    body: 'M4.3 20.2C2.6 9.5 9 3 21.5 2.5 22.3 15.5 14.7 21.4 4.3 20.2Z',
    mark: 'M7.5 17c2-4 5-7 8.5-9',
  },
  cup: {
    body: 'M3 5h14.5v2.2h1.2a3.8 3.8 0 0 1 0 7.6h-1.5A7.3 7.3 0 0 1 3 12.8Z',
    mark: 'M4 21h13',
  },
}
export type Palette = { open: string; aid: string; closed: string; doubt: string; paper: string }

/** The colours of design/tokens.scss for pictures, which know no variables. */
export const lightPalette: Palette = {
  open: '#1b7f4b',
  aid: '#d9480f',
  closed: '#7a7066',
  doubt: '#b45309',
  paper: '#ffffff',
}

/** In the browser the colours follow the theme. */
export const themePalette: Palette = {
  open: 'var(--open)',
  aid: 'var(--aid)',
  closed: 'var(--closed)',
  doubt: 'var(--doubt)',
  paper: 'var(--surface)',
}

/** A whole `<svg>`, `size` px square; the place is at its middle. */
export function pinSvg(shape: PinShape, state: PinState, size: number, palette: Palette): string {
  const { body, mark } = art[shape]
  const warm = shape === 'heart' || shape === 'house'
  const colour = {
    open: warm ? palette.aid : palette.open,
    closed: palette.closed,
    unknown: palette.closed,
    doubt: palette.doubt,
  }[state]
  const filled = state === 'open' || state === 'doubt'
  const dashes = state === 'unknown' ? " stroke-dasharray='3 2.6'" : ''
  const halo = `<path d='${body}' stroke='${palette.paper}' stroke-width='5'/>`
  const outline = `<path d='${body}' fill='${filled ? colour : palette.paper}' stroke='${colour}' stroke-width='2'${dashes}/>`
  const inside = state === 'doubt' ? 'M12 7.5v5.5M12 16.3h.01' : mark
  const marks = `<path d='${inside}' stroke='${filled ? palette.paper : colour}' stroke-width='${inside === dot ? 5 : 2.4}'/>`
  return `<svg xmlns='http://www.w3.org/2000/svg' width='${size}' height='${size}' viewBox='-2.5 -2.5 29 29' fill='none' stroke-linecap='round' stroke-linejoin='round'>${halo}${outline}${inside && marks}</svg>`
}
