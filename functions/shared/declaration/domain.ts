/**
 * What a domain is, declared once (`functions/<domain>/domain.ts`) and listed once (`functions/domains.ts`): plain data, from
 * which everything else is derived: routes, tables, roles, secrets, alarms, caching, OpenAPI, the local stack and the tests.
 */
import type { PowerDeclaration } from '../access/access'
import type { ProblemKind } from '../http/problems'
import { revocations, sessionPublicKeys } from '../session/session-grants'
import type { AuditActions } from './audit-actions'
import { type EventAlarm, everyFunctionAlarms } from './event-alarms'
import { isRanked, type Operation, type Operations } from './operation'
import type { PersonalGrants, Reach, Secret } from './reach'

/** Requests of all callers together before the gateway answers 429: steadily a second, and at once. */
export type Throttle = { rate: number; burst: number }

export type Schedule = {
  name: string
  /** As EventBridge Scheduler takes it, in the time of Shanghai. */
  expression: `cron(${string})` | `rate(${string})`
}

/** A function that no request reaches. Two of it may run at once, so whatever it does, it finds out whether that is done. */
export type Job = Reach & {
  /** Its entry is `functions/<domain>/<name>-handler.ts`. */
  name: string
  /** Megabytes. */
  memory: number
  timeoutSeconds: number
  /**
   * Packages of npm that it carries as they are, beside its bundle: those with a native part. Then it runs on x86_64, for which the
   * local run has the same part.
   */
  packages?: readonly string[]
} & (
    | {
        /** Called as `{"schedule": <name>}`; what fails is tried again, and what keeps failing wakes somebody. */
        schedules: readonly Schedule[]
        /** By other functions as well, which list it in `calls` and wait for its answer. */
        called?: true
        concurrency?: never
        wechat?: never
      }
    | {
        /** Called by Secrets Manager, step by step, also as soon as the secret is there: that makes its first value. */
        rotates: Secret
        everyDays: number
        /** Secrets that change along. */
        writes: readonly Secret[]
      }
    | {
        /** By other functions, which list it in `calls` and wait for its answer. */
        called: true
        /** As that of a domain: only where what waits for it has one. */
        concurrency?: number
        /** Talks to WeChat: gets the appid, and may read the one secret that holds the app secret. */
        wechat?: true
      }
  )

/**
 * What a domain keeps about people, and what becomes of it when somebody leaves. Whoever keeps any has a
 * `functions/<domain>/personal-data.ts` that exports and erases it, listed in functions/personal-data.ts.
 */
export type PersonalData = {
  /** What is kept, in words. */
  what: string
  /** Whether the person sees it in their export (`GET /api/me/export`); else why not. */
  exported: true | string
  /** What becomes of it when the person leaves: deleted, or kept without a name for the reason given here. */
  erased: true | string
}

export type Declaration = Reach & {
  /** Also the folder `functions/<name>/`, whose `handler.ts` exports `handler`, and the tag in OpenAPI. */
  name: string
  /** What it is about, in one line. */
  about: string
  operations: Operations
  /** HTTP status and title of each code of its own. */
  problems: Readonly<Record<string, ProblemKind>>
  /** Keys are always the strings PK and SK; `expiry` names the attribute that holds the second an item may vanish. */
  table: { expiry: string } | null
  /**
   * Objects of its own. Those whose keys begin with `served`, e.g. `media/`, are read by anybody through CloudFront, under the same
   * path; all others by nobody but its functions, and `removed` says after how many days they go.
   */
  bucket?: { served: string; removed: readonly { prefix: string; afterDays: number }[] }
  /**
   * Of its paths, what all routes together may reach being too much for them. Whatever else comes by the same greedy route
   * (infra/routes.ts) shares the least of them.
   */
  throttles?: Readonly<Record<string, Throttle>>
  /** Takes what no other route matches, so that a wrong path too gets a problem document. */
  fallback?: true
  jobs?: readonly Job[]
  /** Secrets that are made for it; who reads them says so in `secrets`. */
  ownSecrets?: readonly Secret[]
  /** Events of its log that wake somebody, beside those of every function. */
  alarms?: readonly EventAlarm[]
  /** What staff may be allowed in it, by the name of the power; functions/powers.ts lists them all. */
  powers?: Readonly<Record<string, PowerDeclaration>>
  /** What staff do in it that stands in the record for auditors, with what each is called. */
  auditActions?: AuditActions
  /** What waits in it for staff to decide: the kinds of its tasks, each of which the desk knows how to decide. */
  taskKinds?: readonly string[]
  /** Nothing that leads to a person, if empty. */
  personalData: readonly PersonalData[]
  /** What exporting and erasing it needs, where it does: for whoever has `holdings`. */
  personalGrants?: PersonalGrants
  /** Megabytes; Lambda gives processor time in proportion. */
  memory: number
  timeoutSeconds: number
  /**
   * Executions that are reserved for it: its ceiling, and the share that no other domain can take. An account has 1,000
   * for all, so it is for the few that have to answer whatever befalls the others (docs/decisions/037).
   */
  concurrency?: number
}

type Optional = 'throttles' | 'fallback' | 'concurrency' | 'bucket' | 'holdings' | 'auditActions'

export type Domain = Required<Omit<Declaration, Optional>> &
  Pick<Declaration, Optional> & {
    /** In the contract's notation (`/api/places/:id`). Every method reaches the function, which answers 405 itself. */
    paths: readonly string[]
  }

type Named = 'name' | 'operations' | 'problems' | 'personalData' | 'auditActions' | 'taskKinds'

/**
 * The declaration with what follows from its operations. Its type keeps the names of domain, operations, codes, audit actions and
 * kinds of tasks, and whether it keeps personal data.
 */
export function declareDomain<
  const Name extends string,
  Declared extends Operations,
  Problems extends Readonly<Record<string, ProblemKind>>,
  const Kept extends readonly PersonalData[],
  Action extends string = never,
  Kind extends string = never,
>(
  declared: Declaration & {
    name: Name
    operations: Declared
    problems: Problems
    personalData: Kept
    auditActions?: AuditActions<Action>
    taskKinds?: readonly Kind[]
  },
): Omit<Domain, Named> & {
  name: Name
  operations: Declared
  problems: Problems
  personalData: Kept
  auditActions?: AuditActions<Action>
  taskKinds: readonly Kind[]
} {
  const operations: readonly Operation[] = Object.values(declared.operations)
  const knowsSessions = operations.some(({ access }) => access !== 'public')
  const knowsRoles = operations.some(({ access }) => isRanked(access)) && declared.name !== revocations.table
  const { grants = [], secrets = [], alarms = [] } = declared
  return {
    calls: [],
    objects: [],
    jobs: [],
    ownSecrets: [],
    powers: {},
    taskKinds: [],
    personalGrants: { export: [], erase: [] },
    ...declared,
    paths: [...new Set(operations.map(({ path }) => path))],
    grants: [...grants, ...(knowsRoles ? [revocations] : [])],
    secrets: [...secrets, ...(knowsSessions ? [sessionPublicKeys] : [])],
    alarms: [...everyFunctionAlarms, ...alarms],
  }
}
