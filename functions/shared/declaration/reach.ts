/** What a function may reach beside its log: tables, objects, secrets, other functions. Plain data, of which infra/ writes its role. */

export type DynamoAction =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'ConditionCheckItem'

/**
 * What may be done to another domain's table; one statement of the role each. Declared beside the fragment that needs it
 * (`functions/<domain>/grants.ts`), for whoever uses the fragment to list.
 */
export type Grant = {
  /** The domain whose table it is; the function finds its name in the variable `PLACES_TABLE_NAME` for `places`. */
  table: string
  actions: readonly DynamoAction[]
  /** Only items whose partition key begins so, e.g. `person#`; the whole table if absent. */
  partitions?: readonly string[]
}

export type ObjectAction =
  | 'GetObject'
  | 'PutObject'
  | 'DeleteObject'
  | 'ListMultipartUploadParts'
  | 'AbortMultipartUpload'

/** What may be done with those objects of the domain's own bucket whose keys begin so, e.g. `quarantine/`. */
export type ObjectGrant = { prefix: string; actions: readonly ObjectAction[] }

/** A secret that the product makes for itself. It stays when its stack goes: a lost one cannot be made again. */
export type Secret = {
  name: string
  /** In which variable a function that may read it finds its ARN. */
  variable: string
  description: string
  /** `rotation`: a job of the domain makes the first value. Else so many random characters. */
  made: 'rotation' | { characters: number }
  /** Why no schedule changes it, where none does. */
  notRotated?: string
}

/** What the exporter and the eraser of a domain (personal-data.ts) may touch, in its own table and others. */
export type PersonalGrants = {
  /** To read what is shown to the person. */
  export: readonly Grant[]
  /** Empty: nothing is erased. */
  erase: readonly Grant[]
}

/** Everything that a function may do beside writing its log; it can reach nothing else. */
export type Reach = {
  /** With its domain's own table, which it finds in the variable TABLE_NAME. */
  tableActions: readonly DynamoAction[]
  grants?: readonly Grant[]
  /**
   * Reads, or erases, what every domain holds of people: gets beside its `grants` those that their declarations name for it
   * (`personalGrants`), and finds in its environment the tables of these.
   */
  holdings?: keyof PersonalGrants
  /** With its domain's own bucket, which it finds in the variable BUCKET_NAME. */
  objects?: readonly ObjectGrant[]
  /** Secrets that it may read. */
  secrets?: readonly Secret[]
  /** Functions that it may call, `<domain>-<job>`: it finds `identity-wechat` in the variable IDENTITY_WECHAT_FUNCTION. */
  calls?: readonly string[]
}

/** The tables of other domains whose names a function gets. */
export const tablesOf = ({ grants = [] }: Reach): string[] => [...new Set(grants.map(({ table }) => table))]

/** In which variable a function finds the name of another domain's table. */
export const tableVariable = (domain: string): string => `${upper(domain)}_TABLE_NAME`

/** In which variable a function finds the name of a function that it calls. */
export const functionVariable = (called: string): string => `${upper(called)}_FUNCTION`

/** In which variable a function finds the name of its domain's bucket. */
export const bucketVariable = 'BUCKET_NAME'

const upper = (name: string): string => name.replaceAll('-', '_').toUpperCase()
