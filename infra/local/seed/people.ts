/** The demo people with their roles, as if each had logged in once and an admin had granted them. */
import { createIdentity } from '../../../functions/identity'
import type { Person } from '../../../functions/identity/service'
import type { DataContext } from '../../../functions/shared/aws/context'
import { demoPeople } from '../../demo/people'
import { openidOf } from '../stand-ins/wechat'

/** By their keys. Who is there already is left as they are: roles may have changed since. */
export const seedPeople = async (context: DataContext): Promise<Map<string, Person>> => {
  const store = createIdentity(context)
  const people = await Promise.all(
    demoPeople.map(async ({ key, roles }): Promise<[string, Person]> => {
      let person = await store.personOf(openidOf(key))
      for (const role of person.roles.length === 0 ? roles : []) {
        const granted = await store.grantRole({ to: person.id, role, by: null })
        if (!granted.ok) throw new Error(`the role of ${key} cannot be granted: ${granted.error}`)
        person = granted.value
      }
      return [key, person]
    }),
  )
  return new Map(people)
}
