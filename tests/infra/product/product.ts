/** The running product and the people in it: bundles as they would be uploaded, behind the routes of the template. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sessionResponseSchema } from '../../../functions/identity/contract'
import * as z from '../../../functions/shared/zod'
import { type LocalStack, startStack } from '../../../infra/local/stack'
import { uuidv7 } from '../../../miniapp/src/shared/idempotency'

export type RequestOptions = { as?: string; body?: unknown; key?: string }

export const key = () => uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(16)))

/** One for the walks of a file, which share its data; started before the first and ended after the last. */
export const aProduct = () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'fuyi-product-'))
  const logged: string[] = []
  const begin = () =>
    startStack({ dataDir, pages: false, schedules: false, onLog: (line) => logged.push(line) })
  let stack: LocalStack
  beforeAll(async () => {
    stack = await begin()
  }, 240_000)
  afterAll(async () => {
    await stack?.stop()
    rmSync(dataDir, { recursive: true })
  })
  afterEach(() => {
    const wrong = /request-crashed|AccessDenied|not authorized|unavailable/
    expect(logged.splice(0).filter((line) => wrong.test(line))).toEqual([])
  })

  const tokens = new Map<string, string>()
  const ask = async (method: string, path: string, { as, body, key }: RequestOptions = {}) => {
    const token = as === undefined ? undefined : tokens.get(as)
    const answer = await fetch(stack.url + path, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(key !== undefined && { 'idempotency-key': key }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const type = answer.headers.get('content-type') ?? ''
    return {
      status: answer.status,
      headers: answer.headers,
      json: type.includes('json') ? await answer.json() : null,
    }
  }
  const good = async <T extends z.ZodMiniType>(
    schema: T,
    method: string,
    path: string,
    options: RequestOptions = {},
  ) => {
    const { status, json } = await ask(method, path, options)
    expect({ path, status, json }).toMatchObject({ path, status: 200 })
    return z.parse(schema, json)
  }
  const login = async (person: string) => {
    const { code } = z.parse(
      z.object({ code: z.string() }),
      (await ask('POST', '/stand-in/codes', { body: { person } })).json,
    )
    const session = await good(sessionResponseSchema, 'POST', '/api/sessions', { body: { code } })
    tokens.set(person, session.access)
    return session
  }
  return {
    ask,
    good,
    login,
    logged,
    dataDir,
    stack: () => stack,
    /** Ends it and starts it on the same data. */
    restart: async () => {
      await stack.stop()
      stack = await begin()
    },
  }
}

export type Product = ReturnType<typeof aProduct>
