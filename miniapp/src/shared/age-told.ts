/**
 * What somebody said about being of age is said once: who said it on this phone and logs in tells the server, and who
 * said it on another phone is not asked again here.
 */
import { session } from './session'
import { settings } from './settings'

let telling = false

/** Once, when the program starts. */
export function keepAgeTold(): void {
  session.subscribe(tell)
  settings.age.subscribe(tell)
  tell()
}

function tell(): void {
  const { me } = session.get()
  const here = settings.age.get()
  if (!me) return
  if (me.age !== null) {
    if (here === null) settings.age.set(me.age)
    return
  }
  if (here === null || telling) return
  telling = true
  // Without a network it is told at the next start.
  void session.tellAge(here).finally(() => {
    telling = false
  })
}
