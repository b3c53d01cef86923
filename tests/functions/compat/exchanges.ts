/** Every operation asked once on a stage, by somebody who may: what was sent and what came back. */
import { answeredAs, everything, type Listed, send } from '../../support/stage/requests'
import type { Scene } from '../../support/stage/scene'
import type { Somebody, Stage } from '../../support/stage/stage'
import { whoMay } from '../security/kit'

export type Exchange = {
  /** `places.regions` */
  operation: string
  target: string
  /** Absent where none was sent. */
  body?: unknown
  status: number
  /** Null where it is no JSON. */
  answer: unknown
}

/** Whoever asks these is not the same afterwards. */
const ending = ['logout', 'logoutEverywhere', 'deleteMe']

export async function exchangesOn(stage: Stage, scene: Scene): Promise<Exchange[]> {
  const exchanges: Exchange[] = []
  for (const one of everything) {
    const who = await askerOf(stage, scene, one)
    const { target, body } = await one.ask(scene, who)
    const answer = await send(scene, one, { target, body }, who?.session ?? null)
    const name = `${one.domain}.${one.name}`
    if (answer.status !== answeredAs(one)) throw new Error(`${name}: ${answer.status} ${answer.bytes}`)
    const isJson = answer.headers['content-type']?.includes('json')
    exchanges.push({
      operation: name,
      target,
      body,
      status: answer.status,
      answer: isJson ? answer.json() : null,
    })
  }
  return exchanges
}

const askerOf = async (stage: Stage, scene: Scene, one: Listed): Promise<Somebody | null> => {
  if (one.operation.access === 'public') return null
  return ending.includes(one.name) ? stage.enter(`oLeaving-${one.name}`) : whoMay(scene, one)
}
