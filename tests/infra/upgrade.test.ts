/** That a new release can be deployed over the one before: CloudFormation cannot move what has a fixed name. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import * as z from '../../functions/shared/zod'
import { stackOf, synthExample } from './support'

/** Of 0.4.0, by stack: type and physical name, and the logical id. Nothing is taken out of it; see docs/decisions/037. */
const deployed = z
  .record(z.string(), z.record(z.string(), z.string()))
  .parse(JSON.parse(readFileSync(resolve(__dirname, 'deployed-names.json'), 'utf8')))

it('what 0.4.0 deployed under a fixed name stays in its stack under its logical id', async () => {
  const templates = await synthExample('global')
  const moved = Object.entries(deployed).flatMap(([stack, named]) => {
    const { Resources } = stackOf(templates, stack)
    return Object.entries(named).filter(([typeAndName, id]) => {
      const [type, name = ''] = typeAndName.split(/ (.*)/)
      const found = Resources[id]
      return found?.Type !== type || !Object.values(found?.Properties ?? {}).includes(name)
    })
  })
  expect(moved).toEqual([])
}, 300_000)
