/** The elder mode standard's figures (2021) and the house's: sizes, targets, line heights, and that nobody goes round them. */
import { declarations, sheets, tokens } from './stylesheets'

const px = (value: string | undefined): number => Number.parseFloat(value ?? 'NaN')

describe('an elder reader', () => {
  const elder = tokens('light', 'elder')

  test('meets no letter under 18 and a largest of at least 30', () => {
    const steps = ['--t1', '--t2', '--t3', '--t4', '--t5'].map((step) => px(elder[step]))
    expect(steps).toEqual([18, 20, 24, 30, 36])
  })

  test('finds every target at least 60 wide and high', () => {
    expect(px(elder['--touch'])).toBeGreaterThanOrEqual(60)
    expect(px(elder['--bar'])).toBeGreaterThanOrEqual(60)
  })

  test('reads lines at least 1.3 high', () => {
    expect(px(elder['--lh'])).toBeGreaterThanOrEqual(1.3)
    expect(px(elder['--lh-tight'])).toBeGreaterThanOrEqual(1.3)
  })
})

test('everyone finds targets of at least 44', () => {
  expect(px(tokens('light')['--touch'])).toBeGreaterThanOrEqual(44)
})

test('the button beside a title of a chart is never broken in two, and goes below a long one in large letters', () => {
  const of = (name: string) => sheets().find(([path]) => path.endsWith(name))?.[1] ?? ''
  expect(of('exhibition/fund/fund.module.scss')).toMatch(/\.turn \{[^}]*flex: none;[^}]*white-space: nowrap;/)
  expect(of('components/card/card.module.scss')).toMatch(/:global\(\.elder\) \.head \{[^}]*flex-wrap: wrap;/)
})

test('nothing moves for somebody who asked for less motion', () => {
  const [, text] = sheets().find(([name]) => name.endsWith('tokens.scss')) ?? ['', '']
  expect(text).toMatch(/prefers-reduced-motion: reduce[^}]*--quick: 0ms/s)
})

describe.each(
  sheets().filter(([name]) => !/tokens\.scss$|icons\.scss$|scenes\.scss$|plan\.scss$|leaflet/.test(name)),
)('%s', (_, text) => {
  const all = declarations(text)
  const of = (property: RegExp) => all.filter(([name]) => property.test(name)).map(([, value]) => value)

  test('takes its colours from the tokens', () => {
    const own = of(/color|background|border|outline|shadow/).filter((value) =>
      /#[0-9a-f]{3,8}|rgb|hsl/i.test(value),
    )
    expect(own.filter((value) => !/^#ffffff$/i.test(value))).toEqual([])
  })

  test('takes its type from the steps, so that elder mode reaches it', () => {
    const own = of(/^(font-size|font)$/).filter((value) => !/var\(--t\d\)|inherit|em$/.test(value))
    expect(own).toEqual([])
  })

  test('sets lines at least 1.3 high', () => {
    const low = of(/^line-height$/).filter((value) => Number(value) < 1.3)
    expect(low).toEqual([])
  })

  test('measures in real px, which do not shrink on small phones', () => {
    expect(all.filter(([, value]) => /\d(rpx|rem|PX)\b/.test(value))).toEqual([])
  })
})
