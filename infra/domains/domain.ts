/**
 * What a domain asks of the cloud, as data: the stacks turn every domain into the same shape of table,
 * function, grants, routes, jobs and alarms, and the local runner reads those back from the synthesized template.
 */
export type DynamoAction =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'ConditionCheckItem'

/** Secrets that the product makes for itself (constructs/domain-secrets.ts says how); each has readers named here. */
export const secretNames = ['session-keys', 'session-public-keys', 'points'] as const
export type SecretName = (typeof secretNames)[number]

/** Functions that others of ours call, by the name that their domain and job give them. */
export type CalledFunction = 'identity-wechat'

/** Events of a function's log that wake somebody, beside its crashes (constructs/alarms.ts says when). */
export type WatchedEvent =
  | 'session-reused'
  | 'code-tries-locked'
  | 'fresh-code-used'
  | 'pickup-tries-locked'
  | 'place-doubted'
  | 'source-unknown'
  | 'address-not-logged'

/** What may be done to items whose partition begins so; to all of a table without `leadingKeys`. */
type Part = { actions: readonly DynamoAction[]; leadingKeys?: readonly string[] }
type PartOfTable = Required<Part>

/** What may be done to another domain's table: to all of it, to a part of it, or to each part something else. */
export type TableReach = readonly DynamoAction[] | PartOfTable | { parts: readonly PartOfTable[] }

/** One statement of the role each. */
export const partsOf = (reach: TableReach): readonly Part[] => {
  if ('parts' in reach) return reach.parts
  return ['actions' in reach ? reach : { actions: reach }]
}

/** Everything that a function may do beside writing its log; it can reach nothing else. */
export type Reach = {
  /** With its domain's own table, which it is told as TABLE_NAME. */
  tableActions: readonly DynamoAction[]
  /** With another domain's table, by that domain; it is told `places` as PLACES_TABLE_NAME. */
  otherTables?: Readonly<Record<string, TableReach>>
  /** Secrets that it may read; it is told the ARN of each. */
  secrets?: readonly SecretName[]
  /** Functions that it may call; it is told `identity-wechat` as IDENTITY_WECHAT_FUNCTION. */
  calls?: readonly CalledFunction[]
}

/** Requests of all callers together before the gateway answers 429: steadily a second, and at once. */
export type Throttle = { rate: number; burst: number }

export type Schedule = {
  name: string
  /** As EventBridge Scheduler takes it, in the time of Shanghai. */
  expression: `cron(${string})` | `rate(${string})`
}

/** A function that no request reaches; only one of it runs at a time, unless it says how many. */
export type Job = Reach & {
  /** Its entry is `functions/<domain>/<name>-handler.ts`. */
  name: string
  memory: number
  timeoutSeconds: number
} & (
    | {
        /** Called as `{"schedule": <name>}`; what fails is tried again, and what keeps failing wakes somebody. */
        schedules: readonly Schedule[]
      }
    | {
        /** Called by Secrets Manager, step by step, also as soon as the secret is there: that makes its first value. */
        rotates: SecretName
        everyDays: number
        /** Secrets that change along. */
        writes: readonly SecretName[]
      }
    | {
        /** Called by other functions, which list it in `calls` and wait for its answer; so many run at once at most. */
        concurrency: number
        /** Talks to WeChat: gets the appid, and may read the one secret that holds the app secret. */
        wechat?: true
      }
  )

export type Domain = Reach & {
  /** Also the folder `functions/<name>/`, whose `handler.ts` exports `handler`. */
  name: string
  /** Keys are always the strings PK and SK; `expiry` names the attribute that holds the second an item may vanish. */
  table: { expiry: string } | null
  /** Paths in the contract's notation (`/api/places/:id`). Every method reaches the function, which answers 405 itself. */
  routes: readonly string[]
  /** Of these paths, what all routes together may reach being too much for them. */
  throttles?: Readonly<Record<string, Throttle>>
  /** Takes what no other route matches, so that a wrong path too gets a problem document. */
  fallback?: true
  jobs?: readonly Job[]
  watched?: readonly WatchedEvent[]
  /** Megabytes; Lambda gives processor time in proportion. */
  memory: number
  timeoutSeconds: number
  /** Most executions at once: the ceiling of what a flood can cost, and the share no other domain can take. */
  concurrency: number
}
