/**
 * The only way from page to page. One at a time: a second tap before the next page stands goes nowhere. What lies over
 * the page is closed before one goes back.
 */
import Taro from '@tarojs/taro'
import { pathOf } from '../api/http'
import { dropBackEntry, notePageShown, watchBack } from './back-entry'
import { closeTopLayer } from './layers'
import { guarded } from './leave-guard'

/** ms: a page whose code could not be loaded never stands, and must not hold the others back for longer. */
const patience = 5_000

export interface Navigation {
  /** Runs `move` unless another is under way. */
  go(move: () => Promise<unknown>): void
  /** The next page stands. */
  arrived(): void
  isLeaving(): boolean
}

/**
 * @param deps.ready what has to be waited for before one leaves; null for nothing
 * @param deps.answersEarly whether a move is answered before its page stands, which `arrived` then tells
 */
export function createNavigation(deps: {
  now(): number
  ready(): Promise<void> | null
  answersEarly: boolean
}): Navigation {
  let leftAt: number | null = null
  const isLeaving = () => leftAt !== null && deps.now() - leftAt < patience
  const arrived = () => {
    leftAt = null
  }
  async function run(move: () => Promise<unknown>): Promise<void> {
    try {
      await move()
      if (!deps.answersEarly) arrived()
    } catch {
      // Refused, as WeChat does where ten pages are open: one stays, and may try another way.
      arrived()
    }
  }
  return {
    isLeaving,
    arrived,
    go(move) {
      if (isLeaving()) return
      const at = deps.now()
      leftAt = at
      const ready = deps.ready()
      // A press that still waits is given up by the press now.
      if (ready) void ready.then(() => (leftAt === at ? run(move) : undefined))
      else void run(move)
    },
  }
}

const navigation = createNavigation({
  now: Date.now,
  ready: dropBackEntry,
  answersEarly: process.env.TARO_ENV === 'h5',
})

/** Once, when the program is loaded. */
export const watchNavigation = (): void => watchBack(navigation.isLeaving)

/** For the frame of every page, whenever that is shown. */
export function pageShown(): void {
  navigation.arrived()
  notePageShown()
}

/** WeChat refuses an eleventh page; one place is left for what opens over a page. */
const mostPages = 9

/** Over the page one is on; in its place where WeChat has no room for another. */
export const openPage = (url: string): void =>
  guarded(() => navigation.go(() => (isFull() ? Taro.redirectTo({ url }) : Taro.navigateTo({ url }))))

const isFull = (): boolean => process.env.TARO_ENV === 'weapp' && Taro.getCurrentPages().length >= mostPages

/** In the place of the page one is on: Back does not lead to that again. */
export const replacePage = (url: string): void => guarded(() => navigation.go(() => Taro.redirectTo({ url })))

/** Opens the page one is on anew, for whoever is logged in by now. */
export function reopenPage(): void {
  if (process.env.TARO_ENV === 'h5') {
    window.location.reload()
    return
  }
  const { route = 'tabs/home/index', options = {} } = Taro.getCurrentPages().slice(-1)[0] ?? {}
  navigation.go(() => Taro.reLaunch({ url: pathOf(`/${route}`, {}, options) }))
}

let tabsOpened = 0

/** How often a tab was opened: a tab page that is shown again without one was come back to. */
export const tabOpenings = (): number => tabsOpened

export const openTab = (tab: 'home' | 'map' | 'hall' | 'points' | 'me'): void =>
  guarded(() =>
    navigation.go(() => {
      tabsOpened += 1
      return Taro.switchTab({ url: `/tabs/${tab}/index` })
    }),
  )

/** Closes what lies over the page, else goes back. Whoever came by a link has no page to go back to: then to that tab. */
export function goBack(otherwise: Parameters<typeof openTab>[0] = 'home'): void {
  if (closeTopLayer()) return
  leavePage(otherwise)
}

/** Back from a page that is done with, whatever lies over it. */
export function leavePage(otherwise: Parameters<typeof openTab>[0] = 'home'): void {
  if (Taro.getCurrentPages().length > 1) guarded(() => navigation.go(() => Taro.navigateBack()))
  else openTab(otherwise)
}
