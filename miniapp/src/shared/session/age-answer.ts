/**
 * The answer about being of age is given once: an answer on this phone is sent to the server after a login, and an answer
 * of the account is taken over by the phone. The account's answer takes precedence, unless the person changed it here.
 */
import { personIdSchema } from '@contract/identity'
import { type Age, settings } from '../storage/settings'
import { phoneStore, storedValue } from '../storage/storage'
import { session } from './session'

/** The person whose answer was changed on this phone and not sent yet. */
const changed = storedValue(phoneStore, 'age-changed', 1, personIdSchema)

let isSending = false

/** Once, when the program starts. */
export function syncAgeAnswer(): void {
  session.subscribe(sync)
  settings.age.subscribe(sync)
  sync()
}

/** Another answer than before, e.g. after a slip of the thumb. Nothing else is changed. */
export function changeAge(age: NonNullable<Age>): void {
  const { me } = session.get()
  if (me) changed.write(me.id)
  settings.age.set(age)
}

function sync(): void {
  const { me } = session.get()
  const here = settings.age.get()
  if (!me || isSending || here === me.age) return
  if (here !== null && (me.age === null || changed.read() === me.id)) void send(me.id, here, me.age)
  else if (me.age !== null) settings.age.set(me.age)
}

/** Without a network it is sent at the next start; for a person who logged in meanwhile, at once. */
async function send(person: string, age: NonNullable<Age>, before: Age): Promise<void> {
  isSending = true
  const answer = await session.answerAge(age)
  isSending = false
  if (answer.ok && changed.read() === person) changed.clear()
  if (session.get().me?.id !== person || (answer.ok && settings.age.get() !== age)) sync()
  if (!answer.ok) return
  // The token says of a minor that they earn nothing: a new one is in force at once.
  if (age === 'minor' || before === 'minor') await session.renew()
}
