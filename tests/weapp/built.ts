/** The package under test and what it was built for. */
import path from 'node:path'
import { openPackage } from './harness/package'

/** Opens `miniapp/dist/weapp`; says what to run where it was never built. */
export const builtPackage = () => openPackage(path.resolve(__dirname, '../../miniapp/dist/weapp'))

/** The API the package was built to talk to: miniapp/config/index.ts has the same default. */
export const apiOrigin = new URL(process.env.TARO_APP_API ?? 'http://localhost:8787').origin
