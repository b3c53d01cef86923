/**
 * An item of a domain's table that carries a person's id, or words that somebody wrote about or as one
 * (`functions/<domain>/kept.ts`, for docs/personal-data.md and the test of what stays).
 */
export type KeptItem = {
  /** Its keys, `PK / SK`; `…` stands for anything. */
  item: string
  /** What it holds, in words. */
  what: string
  /** What becomes of it when the person leaves: `erased` at once, or what stays, how long and why. */
  after: string
}
