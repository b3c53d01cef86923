/**
 * What a domain asks of the cloud, as data: the stacks turn every domain into the same shape of table,
 * function, grants, routes and alarms, and the local runner reads those back from the synthesized template.
 */
export type DynamoAction =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'ConditionCheckItem'

export type Domain = {
  /** Also the folder `functions/<name>/`, whose `handler.ts` exports `handler`. */
  name: string
  /** Keys are always the strings PK and SK; `expiry` names the attribute that holds the second an item may vanish. */
  table: { expiry: string } | null
  /** Exactly what the domain's function may do with its own table; it can reach no other. */
  tableActions: readonly DynamoAction[]
  /** Paths in the contract's notation (`/api/places/:id`). Every method reaches the function, which answers 405 itself. */
  routes: readonly string[]
  /** Logs in with WeChat: gets the appid, and may read the one secret that holds the app secret. */
  wechat?: true
  /** Takes what no other route matches, so that a wrong path too gets a problem document. */
  fallback?: true
  /** Megabytes; Lambda gives processor time in proportion. */
  memory: number
  timeoutSeconds: number
  /** Most executions at once: the ceiling of what a flood can cost, and the share no other domain can take. */
  concurrency: number
}
