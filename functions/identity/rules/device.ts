/** What kind of device asks, read coarsely from its User-Agent: enough to know one's own again, too little to tell two people apart. */

export type Device = {
  /** `Windows`, `iPhone` and the like; null where it is none of the known ones. */
  system: string | null
  /** `Edge`, `微信` and the like. */
  browser: string | null
}

/** The first that fits: an Edge also says that it is a Chrome, and a Chrome that it is a Safari. */
const systems: readonly [string, RegExp][] = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['安卓', /Android/],
  ['鸿蒙', /OpenHarmony|HarmonyOS/],
  ['Windows', /Windows/],
  ['macOS', /Macintosh/],
  ['Linux', /Linux|X11/],
]
const browsers: readonly [string, RegExp][] = [
  ['微信', /MicroMessenger/],
  ['Edge', /Edg(e|A|iOS)?\//],
  ['Firefox', /Firefox\/|FxiOS\//],
  ['Chrome', /Chrome\/|CriOS\//],
  ['Safari', /Safari\//],
]

export const deviceOf = (userAgent: string | null): Device => ({
  system: firstIn(systems, userAgent ?? ''),
  browser: firstIn(browsers, userAgent ?? ''),
})

const firstIn = (known: readonly [string, RegExp][], text: string): string | null =>
  known.find(([, pattern]) => pattern.test(text))?.[0] ?? null
