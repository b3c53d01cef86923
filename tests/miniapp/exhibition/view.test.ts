/** What the hall shows of itself, and what the phone remembers of a walk. */
import { createProgress } from '@/exhibition/progress'
import { countText, isShut, neighbours, openGalleries, placeText, readingOn } from '@/exhibition/view'
import { directionOf } from '@/shared/platform/touches'
import { aGallery, galleries, hallOf } from './builders'

const hall = hallOf(galleries)
const seen = (gallery: string, exhibit: number, region = '320800') => ({
  region,
  gallery,
  exhibit: `320800-exhibit-${exhibit}`,
  seen: [`320800-exhibit-${exhibit}`],
})

describe('the gallery of the games', () => {
  const [history, games] = galleries
  it('is shut to minors alone', () => {
    expect(games && [isShut(games, 'minor'), isShut(games, 'adult'), isShut(games, null)]).toEqual([
      true,
      false,
      false,
    ])
    expect(history && isShut(history, 'minor')).toBe(false)
  })

  it('does not lie on a minor’s way', () => {
    const way = (age: 'minor' | 'adult') => openGalleries(hall, age).map(({ gallery }) => gallery)
    expect(way('minor')).toEqual(['history', 'footprints'])
    expect(way('adult')).toEqual(['history', 'games', 'footprints'])
  })
})

it('a gallery says how many exhibits it has, and how many were looked at of those that are still there', () => {
  const { exhibits } = aGallery()
  expect(countText(exhibits, null)).toBe('3 件展品')
  expect(countText(exhibits, { seen: ['320800-exhibit-1', 'withdrawn'] })).toBe('3 件展品 · 看过 1 件')
  expect(countText(exhibits, { seen: exhibits.map(({ id }) => id) })).toBe('3 件展品 · 都看过了')
})

it('an exhibit says where it stands', () => {
  expect(placeText(1, 6)).toBe('第 2 件，共 6 件')
})

it('what stands before and after is nothing at the ends, and around what is not there', () => {
  const around = (one: string) => neighbours(['a', 'b', 'c'], (other) => other === one)
  expect(around('a')).toEqual({ before: null, after: 'b' })
  expect(around('c')).toEqual({ before: 'b', after: null })
  expect(around('x')).toEqual({ before: null, after: null })
})

describe('reading on', () => {
  it('begins where one was last in this city', () => {
    const found = readingOn(hall, [seen('history', 1, '371600'), seen('footprints', 2)], 'adult')
    expect([found?.gallery.title, found?.exhibit.title, found?.at]).toEqual(['公益足迹', '条例', 1])
  })

  it.each([
    ['nothing was looked at', [], 'adult'],
    ['the exhibit is not shown any more', [seen('history', 9)], 'adult'],
    ['the gallery is not shown any more', [seen('stories', 1)], 'adult'],
    ['it is not for minors', [seen('games', 1)], 'minor'],
  ] as const)('is not offered where %s', (_, progress, age) => {
    expect(readingOn(hall, progress, age)).toBeNull()
  })
})

describe('a swipe', () => {
  it.each([
    [-80, 10, 'left'],
    [80, -10, 'right'],
    [40, 0, null],
    [80, 60, null],
  ] as const)('of %d aside and %d down is one to the %s', (x, y, direction) => {
    expect(directionOf({ x: 100, y: 100 }, { x: 100 + x, y: 100 + y })).toBe(direction)
  })
})

describe('progress', () => {
  const inMemory = () => {
    const texts = new Map<string, string>()
    return {
      get: (name: string) => texts.get(name) ?? null,
      set: (name: string, text: string) => {
        texts.set(name, text)
        return true
      },
      remove: (name: string) => void texts.delete(name),
      names: () => [...texts.keys()],
    }
  }
  const look = (progress: ReturnType<typeof createProgress>, gallery: string, exhibit: string) =>
    progress.look({ region: '320800', gallery, exhibit })

  it('has the gallery looked at last first, and each exhibit once', () => {
    const progress = createProgress(inMemory())
    look(progress, 'history', 'a')
    look(progress, 'games', 'x')
    look(progress, 'history', 'b')
    look(progress, 'history', 'a')
    expect(progress.get().map(({ gallery, exhibit, seen }) => [gallery, exhibit, seen])).toEqual([
      ['history', 'a', ['a', 'b']],
      ['games', 'x', ['x']],
    ])
  })

  it('is there after a restart', () => {
    const store = inMemory()
    look(createProgress(store), 'history', 'a')
    expect(createProgress(store).get()).toHaveLength(1)
  })

  it('of the oldest galleries makes room', () => {
    const progress = createProgress(inMemory())
    for (let n = 0; n < 30; n++) look(progress, `g${n}`, 'a')
    expect(progress.get()).toHaveLength(24)
    expect(progress.get()[0]?.gallery).toBe('g29')
  })
})
