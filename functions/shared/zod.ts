/**
 * The one door to zod. `zod/mini` keeps the mini-program small (+16 KB instead of +86 KB), and WeChat
 * forbids `new Function`, so validators must never be compiled: `jitless` has to be set before the
 * first schema exists, which importing zod from here guarantees.
 *
 * Import it as `import * as z from '…/shared/zod'`: through a re-exported object (`import { z }`) neither webpack
 * nor esbuild can see which parts are used, and a bundle then carries all 420 KB of zod instead of 13.
 */
import { config } from 'zod/mini'

config({ jitless: true })

export * from 'zod/mini'
