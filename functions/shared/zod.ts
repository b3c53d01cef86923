/**
 * The one door to zod. `zod/mini` keeps the mini-program small (+16 KB instead of +86 KB), and WeChat
 * forbids `new Function`, so validators must never be compiled: `jitless` has to be set before the
 * first schema exists, which importing zod from here guarantees.
 */
import * as z from 'zod/mini'

z.config({ jitless: true })

export { z }
