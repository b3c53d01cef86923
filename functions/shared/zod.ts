/**
 * The only import of zod. `zod/mini` keeps the mini-program small (+16 KB instead of +86 KB); WeChat forbids `new Function`, so `jitless`
 * must be set before the first schema exists. Import it as `import * as z`: with `import { z }` a bundle carries all 420 KB of zod.
 */
import { config } from 'zod/mini'

config({ jitless: true })

export * from 'zod/mini'
