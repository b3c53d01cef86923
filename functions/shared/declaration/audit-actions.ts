/** What a domain says of the actions that it puts on record; plain data, for the phone reads it too. */

/** In Chinese. `name`: what was done; `subject`: the kind of thing that it was done to. */
export type AuditActionWords = { name: string; subject: string }
/** By the name under which it stands in the record. */
export type AuditActions<Name extends string = string> = Readonly<Record<Name, AuditActionWords>>
