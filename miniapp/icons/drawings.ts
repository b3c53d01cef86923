/**
 * The icon family of Fuyi: drawn on a 24 grid with a 1.75 round stroke, two units of air around. Each drawing is the
 * inside of an `<svg>`: a path is stroked unless it says `fill`. `npm run icons` turns them into the style sheet.
 */

const dot = (x: number, y: number, r = 1.1) =>
  `<circle cx='${x}' cy='${y}' r='${r}' fill='#000' stroke='none'/>`
const path = (d: string) => `<path d='${d}'/>`
const solid = (d: string) => `<path d='${d}' fill='#000'/>`
const circle = (x: number, y: number, r: number) => `<circle cx='${x}' cy='${y}' r='${r}'/>`
const box = (x: number, y: number, w: number, h: number, r: number) =>
  `<rect x='${x}' y='${y}' width='${w}' height='${h}' rx='${r}'/>`

/** Short strokes from one height up to another. */
const dashes = (x: number, from: number, to: number): string =>
  Array.from({ length: Math.floor((from - to) / 14) + 1 }, (_, step) => `M${x} ${from - step * 14}v-6`).join(
    '',
  )

const heart =
  'M12 20C8.6 17.5 3 13.6 3 8.9A4.7 4.7 0 0 1 12 6.9 4.7 4.7 0 0 1 21 8.9C21 13.6 15.4 17.5 12 20Z'
const star = 'M12 3.5l2.6 5.3 5.9.9-4.3 4.1 1 5.8-5.2-2.7-5.2 2.7 1-5.8L3.5 9.7l5.9-.9Z'
const house = 'M4 11l8-7 8 7v8a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1Z'
const pin = 'M12 21.5c4-4.4 6.5-7.6 6.5-11a6.5 6.5 0 0 0-13 0c0 3.4 2.5 6.6 6.5 11Z'

export const drawings = {
  // ways about the program
  home: path(house) + path('M9.5 20v-5.5h5V20'),
  map: path('M9 4.5L3.5 6.5v13L9 17.5l6 2 5.5-2v-13L15 6.5Z') + path('M9 4.5v13M15 6.5v13'),
  exhibition:
    path('M12 3L6.5 8M12 3l5.5 5') +
    box(3.5, 8, 17, 12.5, 1.6) +
    path('M6.5 17.5l3.8-4.8 3 3.6 1.7-2 2.5 3.2') +
    dot(16.3, 11.6),
  me: circle(12, 8, 4) + path('M4.5 20.5c.6-3.8 3.7-6 7.5-6s6.9 2.2 7.5 6'),
  search: circle(10.8, 10.8, 6.8) + path('M15.8 15.8L21 21'),
  zoom: circle(10.8, 10.8, 6.8) + path('M15.8 15.8L21 21M10.8 8v5.6M8 10.8h5.6'),
  back: path('M15 4.5L7.5 12l7.5 7.5'),
  next: path('M9 4.5l7.5 7.5L9 19.5'),
  down: path('M4.5 9l7.5 7.5L19.5 9'),
  up: path('M4.5 15L12 7.5l7.5 7.5'),
  close: path('M5.5 5.5l13 13M18.5 5.5l-13 13'),
  check: path('M4.5 12.5l5 5L19.5 7'),
  plus: path('M12 4.5v15M4.5 12h15'),
  minus: path('M4.5 12h15'),
  filter: path('M3.5 6h17M6.5 12h11M10 18h4'),
  list: path('M8.5 6h12M8.5 12h12M8.5 18h12') + dot(4.3, 6) + dot(4.3, 12) + dot(4.3, 18),
  layers: path('M12 3.5L21 8.5l-9 5-9-5Z') + path('M3.5 12.8l8.5 4.7 8.5-4.7M3.5 16.8l8.5 4.7 8.5-4.7'),
  locate: circle(12, 12, 5.5) + dot(12, 12, 1.8) + path('M12 2.5v4M12 17.5v4M2.5 12h4M17.5 12h4'),
  refresh: path('M20 12a8 8 0 1 1-2.4-5.7L20.5 9') + path('M20.5 4v5h-5'),
  // what one does
  navigate: path('M20.5 3.5L3.5 10.5l7 3 3 7Z'),
  phone: path(
    'M5.2 3.5h3.3l1.8 4.7-2.2 1.7a13 13 0 0 0 6 6l1.7-2.2 4.7 1.8v3.3c0 .9-.8 1.7-1.7 1.7C10.8 20.5 3.5 13.2 3.5 5.2c0-.9.8-1.7 1.7-1.7Z',
  ),
  star: path(star),
  'star-full': solid(star),
  share:
    path('M12 15.5v-12M7.5 7.5L12 3.5l4.5 4') +
    path('M4.5 13v6a1.5 1.5 0 0 0 1.5 1.5h12a1.5 1.5 0 0 0 1.5-1.5v-6'),
  flag: path('M5 21.5v-18') + path('M5 4.5c4.5-2.5 8 2.5 14 0v9c-6 2.5-9.5-2.5-14 0'),
  trash:
    path(
      'M4 6.5h16M9 6.5V4.5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2M6 6.5l1 13a1.2 1.2 0 0 0 1.2 1h7.6a1.2 1.2 0 0 0 1.2-1l1-13',
    ) + path('M10 11v5.5M14 11v5.5'),
  copy:
    box(8.5, 8.5, 12, 12, 2) +
    path('M15.5 5.5v-.5a1.5 1.5 0 0 0-1.5-1.5H5A1.5 1.5 0 0 0 3.5 5v9A1.5 1.5 0 0 0 5 15.5h.5'),
  play: path('M7 4.5l12 7.5-12 7.5Z'),
  pause: path('M8.5 5v14M15.5 5v14'),
  picture: box(3.5, 4.5, 17, 15, 2) + path('M6 16.5l4-5 3.2 3.8 1.8-2 3 3.2') + dot(15.8, 8.8),
  // what is told
  clock: circle(12, 12, 8.7) + path('M12 7v5.3l3.5 2.2'),
  calendar: box(3.5, 5, 17, 15.5, 2.2) + path('M3.5 10h17M8 2.8v4M16 2.8v4'),
  pin: path(pin) + circle(12, 10.3, 2.5),
  info: circle(12, 12, 8.7) + path('M12 11.3v5') + dot(12, 8, 1.2),
  warning: path('M12 4L2.8 19.5h18.4Z') + path('M12 10v4.5') + dot(12, 17, 1.1),
  offline:
    path('M7 18.5A4.5 4.5 0 0 1 6.6 9.6M9.5 6.3A6 6 0 0 1 17.8 10.5 4 4 0 0 1 19.7 17.3M16.5 18.5H11') +
    path('M3.5 3.5l17 17'),
  lock: box(4.5, 10.5, 15, 10, 2.2) + path('M8 10.5V7.5a4 4 0 0 1 8 0v3') + dot(12, 15.5, 1.4),
  shield:
    path('M12 3L4.5 5.7v5.8c0 4.4 3 7.8 7.5 9.5 4.5-1.7 7.5-5.1 7.5-9.5V5.7Z') +
    path('M8.5 12l2.5 2.5 4.5-5'),
  document:
    path('M6 3.5h8l4.5 4.5v11a1.5 1.5 0 0 1-1.5 1.5H6A1.5 1.5 0 0 1 4.5 19V5A1.5 1.5 0 0 1 6 3.5Z') +
    path('M13.5 3.5V8.5h5M8.5 13h7M8.5 16.5h5'),
  database:
    path('M4.5 6c0-1.5 3.4-2.7 7.5-2.7S19.5 4.5 19.5 6 16.1 8.7 12 8.7 4.5 7.5 4.5 6Z') +
    path('M4.5 6v12c0 1.5 3.4 2.7 7.5 2.7s7.5-1.2 7.5-2.7V6M4.5 12c0 1.5 3.4 2.7 7.5 2.7s7.5-1.2 7.5-2.7'),
  large: path('M2.5 19.5L8.7 4l6.2 15.5M4.7 14.3h8') + path('M15.8 19.5l3-7.5 3 7.5M16.7 17.2h4.2'),
  city:
    path('M3.5 20.5h17M5.5 20.5V5a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1v15.5M13.5 10h4a1 1 0 0 1 1 1v9.5') +
    path('M8.5 8h2M8.5 12h2M8.5 16h2'),
  new:
    path('M11 3.5c.9 5.2 2.8 7.1 8 8-5.2.9-7.1 2.8-8 8-.9-5.2-2.8-7.1-8-8 5.2-.9 7.1-2.8 8-8Z') +
    path('M18.5 3v4M16.5 5h4'),
  moved: path(pin) + path('M8.5 10.5h6M12.5 8l2.5 2.5-2.5 2.5'),
  gone: path(pin) + path('M9.7 8.2l4.6 4.6M14.3 8.2l-4.6 4.6'),
  // points, gifts, and how they are handed over
  points:
    path('M12 20.5v-9') +
    path('M12 14.5c-5 .3-8-2.3-8.2-7.8 5-.3 8 2.3 8.2 7.8Z') +
    path('M12 11.5c-.2-4.8 2.7-7.8 8.2-8 .2 4.8-2.7 7.8-8.2 8Z'),
  gift:
    box(3.5, 8, 17, 4, 1) +
    path('M5 12v7.5a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1V12M12 8v12.5') +
    path(
      'M12 8C9.5 8 7 7.2 7 5.2A2 2 0 0 1 9 3.3c2 0 3 2.2 3 4.7 0-2.5 1-4.7 3-4.7a2 2 0 0 1 2 1.9C17 7.2 14.5 8 12 8Z',
    ),
  qr:
    box(3.5, 3.5, 6.5, 6.5, 1) +
    box(14, 3.5, 6.5, 6.5, 1) +
    box(3.5, 14, 6.5, 6.5, 1) +
    path('M14 14h2.5v2.5M20.5 14v.1M14 20.5v-.1M17.5 20.5h3v-3'),
  scan:
    path(
      'M3.5 8V5.5a2 2 0 0 1 2-2H8M16 3.5h2.5a2 2 0 0 1 2 2V8M20.5 16v2.5a2 2 0 0 1-2 2H16M8 20.5H5.5a2 2 0 0 1-2-2V16',
    ) + path('M3.5 12h17'),
  ticket:
    path('M3.5 6.5h17v3.6a2 2 0 0 0 0 3.8v3.6h-17v-3.6a2 2 0 0 0 0-3.8Z') +
    path('M14.5 6.5v2M14.5 11v2M14.5 15.5v2'),
  history: path('M4 12a8.3 8.3 0 1 0 2.6-6L3.5 8.8') + path('M3.5 3.8v5h5') + path('M12 7.5V12l3 2'),
  streak:
    path(
      'M12 20.5a6.3 6.3 0 0 1-6.3-6.3c0-4.2 4.3-5.7 4.7-10.7 4.5 2 7.9 5.7 7.9 10.7a6.3 6.3 0 0 1-6.3 6.3Z',
    ) +
    path('M12 20.5c-1.7 0-2.7-1.2-2.7-2.7 0-1.8 2-2.3 2.7-4.3 1.6 1.3 2.7 2.5 2.7 4.3 0 1.5-1 2.7-2.7 2.7Z'),
  key: circle(8, 16, 4.5) + path('M11.2 12.8L20 4M16.5 7.5l3 3M14 10l2 2'),
  people:
    circle(9, 8, 3.5) +
    path('M2.5 19.5c.5-3.3 3.2-5 6.5-5s6 1.7 6.5 5') +
    path('M15.5 4.8a3.5 3.5 0 0 1 0 6.400M18 14.9c2 .7 3.2 2.2 3.5 4.6'),
  box: path('M4 8.5h16v11a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1Z') + path('M4 8.5l2-5h12l2 5M12 3.5v5M9.5 13h5'),
  login: path('M13.5 3.5h5a2 2 0 0 1 2 2v13a2 2 0 0 1-2 2h-5') + path('M3.5 12h11.5M11 7.5l4.5 4.5-4.5 4.5'),
  logout: path('M10.5 3.5h-5a2 2 0 0 0-2 2v13a2 2 0 0 0 2 2h5') + path('M9 12h11.5M16 7.5l4.5 4.5-4.5 4.5'),
  download:
    path('M12 3.5v12M7.5 11l4.5 4.5 4.5-4.5') +
    path('M4.5 17.5V19a1.5 1.5 0 0 0 1.5 1.5h12a1.5 1.5 0 0 0 1.5-1.5v-1.5'),
  edit:
    path('M4 20l1-4.5L16.5 4a1.6 1.6 0 0 1 2.3 0l1.2 1.2a1.6 1.6 0 0 1 0 2.3L8.5 19Z') +
    path('M14 6.5l3.5 3.5'),
  print:
    path('M7 8V3.5h10V8') +
    path('M7 17H4.5a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1h15a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H17') +
    path('M7 13.5h10v7H7Z'),
  screen: box(2.5, 4, 19, 12.5, 2) + path('M8.5 20.5h7M12 16.5v4'),
  counter: path('M3.5 20.5v-9M20.5 20.5v-9M2.5 11.5h19M3.5 16h17') + box(8, 4, 8, 7.5, 1.2),
  scales:
    path('M12 3.5v17M8 20.5h8M5 6.5h14') +
    path('M5 6.5L2.5 13a2.7 2.7 0 0 0 5 0ZM19 6.5L16.5 13a2.7 2.7 0 0 0 5 0Z'),
  chart: path('M3.5 3.5v17h17') + path('M8 16v-4M12.5 16V8M17 16v-6'),
  hourglass: path('M6 3.5h12M6 20.5h12M7.5 3.5v3.5L12 12l4.5-5V3.5M7.5 20.5V17L12 12l4.5 5v3.5'),
  // what a place is
  outlet:
    path('M4.5 10.5V19.5a1 1 0 0 0 1 1h13a1 1 0 0 0 1-1v-9') +
    path(
      'M3 8l1.7-4.5h14.6L21 8a2.6 2.6 0 0 1-3 2.5A3.2 3.2 0 0 1 15 8a3 3 0 0 1-6 0 3.2 3.2 0 0 1-3 2.5A2.6 2.6 0 0 1 3 8Z',
    ) +
    path('M9.5 20.5v-5.5h5v5.5'),
  hall:
    path('M3 20.5h18M4.5 20.5V11.5M19.5 20.5V11.5M9.5 20.5V14.5M14.5 20.5V14.5') + path('M3 11.5h18L12 3.5Z'),
  project: path('M5 19.5C4 10.5 9 4.5 20 4c.5 11-5.5 16-15 15.5Z') + path('M3.5 21c2-5.5 5.5-9 10-11'),
  shelter:
    path('M3.5 10.5L12 3.5l8.5 7') +
    path('M6 9v11.5M18 9v11.5') +
    path('M9 14h5.5v2.5a2.5 2.5 0 0 1-2.5 2.5h-.5A2.5 2.5 0 0 1 9 16.5ZM14.5 14.8h.6'),
  aid: path(heart) + path('M12 10v5M9.5 12.5h5'),
  heart: path(heart),
  warm:
    path('M3.5 11L12 3.5l8.5 7.5') +
    path('M5.5 9.5v10a1 1 0 0 0 1 1h11a1 1 0 0 0 1-1v-10') +
    path('M12 18c-1.9 0-3-1.2-3-2.7 0-1.8 1.6-2.4 2-4.3 2.2 1 4 2.5 4 4.3 0 1.5-1.1 2.7-3 2.7Z'),
  post: path('M12 3l8.5 4.5v9L12 21l-8.5-4.5v-9Z') + path('M3.5 7.5L12 12l8.5-4.5M12 12v9M7.7 5.3l8.5 4.5'),
  parcel:
    box(3.5, 3.5, 17, 17, 2.2) +
    path('M12 3.5v17M3.5 12h17') +
    dot(9.5, 8) +
    dot(9.5, 16) +
    dot(14.5, 8) +
    dot(14.5, 16),
  exemplary:
    circle(12, 9, 5.7) + path('M8.5 13.8L7.2 21l4.8-2.6 4.8 2.6-1.3-7.2') + path('M9.8 9l1.6 1.6 2.9-3.2'),
  supermarket: path('M2.5 3.5h2.3l2.6 11.5h10.3l2.3-8.5H5.5') + circle(9, 19.3, 1.4) + circle(16, 19.3, 1.4),
  // what anyone may use there
  water: path('M12 3c3.7 4.3 6 7.5 6 11a6 6 0 0 1-12 0c0-3.5 2.3-6.7 6-11Z') + path('M9 14a3 3 0 0 0 2.5 3'),
  umbrella:
    path('M12 4.5a9 9 0 0 1 9 8.5H3a9 9 0 0 1 9-8.5ZM12 3v1.5') + path('M12 13v5.5a2.2 2.2 0 0 0 4.4 0'),
  'medical-kit':
    box(3, 7, 18, 13.5, 2.2) +
    path('M8.5 7V5a1.5 1.5 0 0 1 1.5-1.5h4A1.5 1.5 0 0 1 15.5 5v2') +
    path('M12 10.8v6M9 13.8h6'),
  microwave:
    box(2.5, 5, 19, 14, 2.2) +
    box(5.5, 8, 9, 8, 1) +
    path('M7.5 12.5c1-1.2 2 .8 3-.3s1.5-.4 2-.2') +
    dot(18, 9) +
    dot(18, 12.5),
  charging: box(3, 7.5, 15.5, 9, 2.2) + path('M21.5 10.5v3') + path('M11.5 9.2l-2.5 3.3h3.5l-2.5 3'),
  seating:
    path('M6.5 12.5V5a1.5 1.5 0 0 1 1.5-1.5h8A1.5 1.5 0 0 1 17.5 5v7.5') +
    path('M4.5 12.5h15v4h-15ZM6 16.5v4M18 16.5v4'),
  toilet:
    circle(7.5, 5, 1.8) +
    path('M7.5 8.5L4.8 15h5.4ZM6.5 15v5.5M8.5 15v5.5') +
    circle(16.5, 5, 1.8) +
    path('M13.8 9h5.4v5h-5.4ZM15.3 14v6.5M17.7 14v6.5M12 3.5v17'),
  wifi: path('M3 9.5a13 13 0 0 1 18 0M6 13a8.7 8.7 0 0 1 12 0M9 16.3a4.4 4.4 0 0 1 6 0') + dot(12, 19.3, 1.3),
  'winter-coat':
    path('M9 3.5L4.5 6 3 18h4v-6M15 3.5L19.5 6 21 18h-4v-6') +
    path('M7 12v8.5h10V12M9 3.5a3 3 0 0 0 6 0ZM12 6.5v14M9 14.5h.1M15 14.5h-.1'),
  food:
    path('M3.5 11.5h17a8.5 8.5 0 0 1-5.5 8v1H9v-1a8.5 8.5 0 0 1-5.5-8Z') +
    path('M9 8.5c-1-1.3 1-2 0-3.5M12.5 8.5c-1-1.3 1-2 0-3.5M16 8.5c-1-1.3 1-2 0-3.5'),
  accessible:
    circle(11, 4.3, 1.8) +
    path('M11 7.8V13.5h5l2.5 5.5 1.7-.8M11 10h4') +
    path('M8.3 11.6a5.2 5.2 0 1 0 6.3 7'),
  // ourselves: the lamp at the mouth of the lane
  lamp:
    path('M4 21.5v-19') +
    path('M4 8.5c0-3 2-4.7 5-4.7s5 1.5 5 4') +
    path('M14 7.8l4.7 6.5H9.3Z') +
    path('M12 14.3a2 2 0 0 0 4 0') +
    path('M14 19v2M10 18l-.9 1.5M18 18l.9 1.5'),
} as const

export type IconName = keyof typeof drawings

/**
 * Small pictures for a page that has nothing else to show, on a 160 × 110 grid with a stroke of 2. `line` takes the
 * second ink, `glow` the lamp's orange.
 */
export const scenes = {
  empty: {
    line:
      path('M8 98h144') +
      path('M18 98V54l26-20 26 20v44M12 58.5l32-24.5 32 24.5') +
      path('M36 98V78a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v20') +
      path('M104 98V64l20-15 20 15v34M99 67.5l25-18.5 25 18.5') +
      path('M117 74h14v13h-14ZM124 74v13') +
      path('M70 62h8c6 0 9 3 9 8M79 82l8-12 8 12Z'),
    glow: path('M83.5 82a3.5 3.5 0 0 0 7 0M79 90l-2.5 4M87 91v5M95 90l2.5 4'),
  },
  error: {
    line:
      path('M6 78c26 0 22-26 44-26h8') +
      path('M58 42h8a10 10 0 0 1 0 20h-8ZM76 47h9M76 57h9') +
      path('M102 42h-3a3 3 0 0 0-3 3v14a3 3 0 0 0 3 3h3a10 10 0 0 0 0-20ZM112 52h6c20 0 14 26 36 26') +
      path('M8 98h144'),
    glow: path('M86 36l-3-8M92 33v-9M98 36l3-8'),
  },
  'not-found': {
    line:
      path('M8 98h144') +
      path('M40 98V36M32 98h16') +
      path('M22 40h36l8 9-8 9H22ZM58 68H36l-8 7 8 7h22Z') +
      circle(104, 56, 21) +
      path('M119 71l17 17'),
    glow: path('M97.5 51a6.5 6.5 0 1 1 9 6c-1.8.8-2.5 2-2.5 3.8M104 66.5v.1'),
  },
  offline: {
    line:
      path('M8 98h144') +
      path('M30 98V78l22-17 22 17v20M24 82l28-21.5 28 21.5M46 98V86h12v12') +
      path('M92 66h-2a13 13 0 0 1-2-25.8 19 19 0 0 1 36-5.2 15.5 15.5 0 0 1 5 31h-3') +
      path('M118 98v-16M110 98h16'),
    glow: path('M102 58l14 14M116 58l-14 14'),
  },
  permission: {
    line:
      path('M14 84l36-12 36 12 36-12v-16M14 84V44l36-12 20 6.5') +
      path('M50 32v40M86 84V62') +
      path('M8 98h144') +
      path('M108 72c10-12 17-20.5 17-30a17 17 0 0 0-34 0c0 9.5 7 18 17 30Z'),
    glow: path('M103 38a5 5 0 1 1 7 4.6c-1.5.7-2 1.7-2 3.4M108 51.5v.1'),
  },
} as const

export type SceneName = keyof typeof scenes

/**
 * The floor of the exhibition hall from above, on a 360 × 392 grid with a stroke of 2: three rooms on either side of a walk.
 * `walls` have a door for each room, `things` stand in the walk, `walk` leads from the entrance past every door.
 */
export const plan = {
  walls:
    path('M150 384H12a6 6 0 0 1-6-6V12a6 6 0 0 1 6-6h336a6 6 0 0 1 6 6v366a6 6 0 0 1-6 6H210') +
    path('M6 132h132M6 258h132M222 132h132M222 258h132') +
    path('M138 6v46M138 88v90M138 214v90M138 340v44M222 6v46M222 88v90M222 214v90M222 340v44'),
  things:
    // the lamp of the lane at the head of the walk, plants beside it, a bench between the doors
    path('M180 20v16M168 50l12-14 12 14ZM176 50a4 4 0 0 0 8 0') +
    circle(153, 22, 7) +
    circle(207, 22, 7) +
    path('M153 15v14M146 22h14M207 15v14M200 22h14') +
    box(146, 124, 10, 30, 3) +
    box(204, 124, 10, 30, 3) +
    box(146, 250, 10, 30, 3) +
    box(204, 250, 10, 30, 3),
  walk:
    path(dashes(180, 350, 72)) +
    [70, 196, 322].map((y) => path(`M166 ${y}l-6 5 6 5M194 ${y}l6 5-6 5`)).join(''),
}
