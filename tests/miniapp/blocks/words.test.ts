/** What blocks say and load, without a screen. */
import { cellsOf } from '@/shared/blocks/cells'
import { captionAt, captionText } from '@/shared/blocks/cues'
import { pictureSources, playableSource, ratioOf } from '@/shared/blocks/renditions'
import { durationText, numberText, paragraphs, timeText } from '@/shared/blocks/words'
import { aPictureFile } from '../../support/samples/shown-blocks'

describe('a number', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [298_000_000, '298,000,000'],
    [1234.56, '1,234.56'],
    [-20, '−20'],
  ])('%d is written %s', (value, text) => {
    expect(numberText(value)).toBe(text)
  })
})

describe('a time', () => {
  it.each([
    ['1987', '1987 年'],
    ['1987-07', '1987 年 7 月'],
    ['1987-07-27', '1987 年 7 月 27 日'],
    ['唐代', '唐代'],
  ])('%s reads %s', (time, text) => {
    expect(timeText(time)).toBe(text)
  })

  it.each([
    [40, '40 秒'],
    [65.4, '1 分 5 秒'],
  ])('of %d seconds is said as %s', (seconds, text) => {
    expect(durationText(seconds)).toBe(text)
  })
})

it('paragraphs are parted by line breaks, and blank lines are none', () => {
  expect(paragraphs('一。\n\n  \n二。\n')).toEqual(['一。', '二。'])
})

it('a row has one cell for each column, however long it is', () => {
  const texts = (row: string[]) => cellsOf(['a', 'b'], row).map(({ text }) => text)
  expect(texts(['1'])).toEqual(['1', ''])
  expect(texts(['1', '2', '3'])).toEqual(['1', '2'])
})

describe('captions', () => {
  const cues = [
    { from: 0, until: 2, text: '门开了。' },
    { from: 3, until: 4, text: '人进来了。' },
  ]
  it.each([
    [0, '门开了。'],
    [2, ''],
    [3.9, '人进来了。'],
    [4, ''],
  ])('at second %d say “%s”', (seconds, text) => {
    expect(captionAt(cues, seconds)).toBe(text)
  })

  it('can be read as one text', () => {
    expect(captionText(cues)).toBe('门开了。\n人进来了。')
  })
})

describe('a picture', () => {
  it.each([
    [300, 480],
    [480, 480],
    [780, 960],
    [4000, 1200],
  ])('across %d pixels is loaded %d wide, WebP first', (pixels, width) => {
    expect(pictureSources(aPictureFile(), pixels)).toEqual([
      `/media/shown/320800-a-${width}.webp`,
      `/media/shown/320800-a-${width}.jpeg`,
    ])
  })

  it('of another address is asked for there, and one without forms nowhere', () => {
    const [first] = aPictureFile().renditions
    if (!first) throw new Error('no rendition')
    expect(pictureSources({ renditions: [{ ...first, src: 'https://media.example/a' }] }, 100)).toEqual([
      'https://media.example/a',
    ])
    expect(pictureSources({ renditions: [] }, 100)).toEqual([])
  })

  it('takes its room by its sides, by those of a form where its own are not known, and never more than a page', () => {
    expect(ratioOf(aPictureFile())).toBeCloseTo(2 / 3)
    expect(ratioOf(aPictureFile({ width: null, height: null }))).toBeCloseTo(2 / 3)
    expect(ratioOf(aPictureFile({ width: 100, height: 900 }))).toBe(1.5)
    expect(ratioOf(aPictureFile({ width: null, height: null, renditions: [] }))).toBe(0.75)
  })
})

it('a recording plays from its own kind of form alone', () => {
  const sound = { src: '/media/a.mp3', type: 'audio/mpeg', width: null, height: null, bytes: 1 }
  expect(playableSource({ renditions: [sound] }, 'audio')).toBe('/media/a.mp3')
  expect(playableSource({ renditions: [sound] }, 'video')).toBeNull()
})
