/** A window that shows one page of the mini-program; jsdom for every run, Chromium for pictures. */
import type { WeappPackage } from '../package'
import type { CompiledView } from './compile'
import type { FromView, Stage, ViewApi } from './protocol'

/** Calls one function of the client in the window and gives its answer. */
export type Ask = <Name extends keyof ViewApi>(
  name: Name,
  ...args: Parameters<ViewApi[Name]>
) => Promise<ReturnType<ViewApi[Name]>>

export interface PageWindow {
  readonly ask: Ask
  close(): Promise<void>
}

export interface Opening {
  readonly weapp: WeappPackage
  readonly compiled: CompiledView
  readonly route: string
  readonly stage: Stage
  readonly theme: 'light' | 'dark'
  readonly onMessage: (message: FromView) => void
}

export type WindowMaker = (opening: Opening) => Promise<PageWindow>
