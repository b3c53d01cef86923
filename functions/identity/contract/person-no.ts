import * as z from '../../shared/zod'

/** What a person reads out, and what staff see of them: eight characters of Crockford's base 32 in capitals. */
export const personNoSchema = z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{8}$/))
