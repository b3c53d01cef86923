/** What logic layer and view say to each other. Everything crosses as JSON text, as it does on a phone. */

/** A page or custom component as the view needs it. */
export interface Blueprint {
  /** Path without extension, e.g. `comp`. */
  readonly path: string
  readonly data: Record<string, unknown>
  /** Tag → path of the custom component it stands for. */
  readonly using: Record<string, string>
  /** Names of properties, for custom components. */
  readonly properties: readonly string[]
  /** Names of methods that templates may bind events to. */
  readonly methods: readonly string[]
  readonly virtualHost: boolean
}

export interface Stage {
  /** The page first; on a tab page with a custom tab bar, that bar second. */
  readonly roots: readonly Blueprint[]
  readonly components: readonly Blueprint[]
  /** Tags of WeChat's own components that the templates use. */
  readonly builtins: readonly string[]
}

/** One component instance; 0 is the page itself. */
export type InstanceId = number

export type FromView =
  | { kind: 'event'; instance: InstanceId; method: string; event: ViewEvent }
  | { kind: 'attached'; instance: InstanceId; path: string; properties: Record<string, unknown> }
  | { kind: 'detached'; instance: InstanceId; properties: Record<string, unknown> }
  /** A button pressed that asks something of WeChat itself, e.g. `share`. */
  | { kind: 'open-type'; openType: string; target: ViewTarget }
  | { kind: 'warning'; text: string }

export interface ViewTarget {
  readonly id: string
  readonly dataset: Record<string, unknown>
  readonly offsetLeft: number
  readonly offsetTop: number
}
export interface ViewEvent {
  readonly type: string
  readonly timeStamp: number
  readonly target: ViewTarget
  readonly currentTarget: ViewTarget
  readonly detail: unknown
  readonly mark: Record<string, unknown>
  readonly touches: readonly unknown[]
  readonly changedTouches: readonly unknown[]
}

/** What a finger is aimed at: a name as a person reads or hears it. */
export interface Aim {
  /** Accessible name: aria-label if given, else the text inside; exact match first, else contained. */
  readonly name: string
  /** Only this tag, e.g. `input`. */
  readonly tag?: string
  /** Which of several, from 0. */
  readonly nth?: number
}

export type Hit = 'fired' | 'not found' | 'disabled'

/** The view's side, put on its window as `weappView`. Every argument and answer is JSON text. */
export interface ViewApi {
  open(stage: string): void
  apply(instance: InstanceId, patch: string): void
  /** Sends an event to what the aim finds. */
  fire(aim: string, type: string, detail: string): Hit
  /** Text a person sees, block by block. */
  text(): string
  /** The tree as indented lines, for messages. */
  outline(): string
  /** JSON list of controls without an accessible name, as outlines. */
  nameless(): string
  measure(selector: string): string
  attributes(selector: string): string
}
