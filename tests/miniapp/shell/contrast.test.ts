/** WCAG 2.2 contrast of every pair of colours that the screens use, in both themes, in both sizes of type. */
import { tokens } from './stylesheets'

const text = 4.5
const shape = 3

/** `[what is drawn, what it is drawn on, the least ratio]`. */
const pairs: [string, string, number][] = [
  ...['--paper', '--surface', '--sunk'].flatMap((ground): [string, string, number][] => [
    ['--ink', ground, text],
    ['--ink-2', ground, text],
    ['--red-ink', ground, text],
    ['--open-ink', ground, text],
    ['--closed-ink', ground, text],
    ['--doubt-ink', ground, text],
    ['--aid-ink', ground, text],
    ['--open', ground, shape],
    ['--closed', ground, shape],
    ['--doubt', ground, shape],
    ['--aid', ground, shape],
    ['--edge', ground, shape],
    ['--focus', ground, shape],
  ]),
  ...[1, 2, 3, 4, 5, 6].flatMap((n): [string, string, number][] => [
    ['--ink', `--tint-${n}`, text],
    ['--ink-2', `--tint-${n}`, text],
    ['--red-ink', `--tint-${n}`, text],
    ['--edge', `--tint-${n}`, shape],
    ['--focus', `--tint-${n}`, shape],
  ]),
  ['--on-red', '--red', text],
  ['--on-red', '--red-pressed', text],
  ['--red-ink', '--red-soft', text],
  ['--ink', '--red-soft', text],
  ['--open-ink', '--open-soft', text],
  ['--closed-ink', '--closed-soft', text],
  ['--doubt-ink', '--doubt-soft', text],
  ['--aid-ink', '--aid-soft', text],
  ['--ink', '--aid-soft', text],
  ['--aid', '--aid-soft', shape],
  // The parts of a yuan (exhibition/fund): they differ for who sees no red, too. The lightest has an edge.
  ['--ink', '--surface', shape],
  ['--red', '--line', 2],
  ['--ink', '--red', 2],
  ['--ink', '--line', shape],
]

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0)
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

test('black on white is 21 to 1, as WCAG says', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

describe.each([
  ['light', 'normal'],
  ['light', 'elder'],
  ['dark', 'normal'],
  ['dark', 'elder'],
] as const)('in the %s theme, %s type', (theme, size) => {
  test.each(pairs)('%s on %s has at least %s to 1', (front, ground, least) => {
    const colours = tokens(theme, size)
    expect(contrast(colours[front] ?? '', colours[ground] ?? '')).toBeGreaterThanOrEqual(least)
  })
})
