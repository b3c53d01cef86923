/** `npm run smoke -- --url https://… [--stage prod] [--gateway https://…]`: whether a deployment is what it should be. */
import { parseArgs } from 'node:util'
import { Failure } from '../local/failure'
import { type Answer, type Deployment, type RequestOptions, runChecks } from './check'
import { checks } from './checks'
import { cloudOf } from './cloud'

const usage = `npm run smoke -- --url https://fuyi.example.com [--stage prod] [--gateway https://….execute-api.….amazonaws.com]

  --url      the site as people open it
  --stage    reads logs and alarms of this stage, with the region and credentials that the AWS SDK finds
  --gateway  the API's own address, output Url of the api stack: it has to refuse everybody`

/** Exit code: 1 where something failed. */
export const smoke = async (args: string[], tell: (line: string) => void): Promise<number> => {
  const { url, stage, gateway } = read(args)
  const deployment: Deployment = {
    url: trimmed(url),
    gateway: gateway === undefined ? null : trimmed(gateway),
    cloud: stage === undefined ? null : cloudOf(stage),
    ask,
    clock: Date.now,
  }
  const found = await runChecks(checks, deployment, (name, { state, says }) =>
    tell(`  ${name.padEnd(22)}${state.padEnd(13)}${says}`),
  )
  const count = (state: string) => found.filter((each) => each.state === state).length
  tell(`${count('ok')} ok, ${count('failed')} failed, ${count('not checked')} not checked`)
  return count('failed') > 0 ? 1 : 0
}

const read = (args: string[]) => {
  const options = { url: { type: 'string' }, stage: { type: 'string' }, gateway: { type: 'string' } } as const
  try {
    const { url, stage, gateway } = parseArgs({ args, options }).values
    if (url === undefined) throw new Error('--url is missing')
    return { url, stage, gateway }
  } catch (error) {
    throw new Failure(`${error instanceof Error ? error.message : error}\n\n${usage}`)
  }
}

const trimmed = (address: string) => address.replace(/\/+$/, '')

export const ask = async (
  address: string,
  { method = 'GET', headers = {}, body }: RequestOptions = {},
): Promise<Answer> => {
  const init = { method, headers, body, redirect: 'manual' as const, signal: AbortSignal.timeout(20_000) }
  const response = await fetch(address, init)
  return { status: response.status, headers: response.headers, text: await response.text() }
}
