/** The one running product that all files of this project visit. */
import { type LocalStack, startStack } from '../../../infra/local/stack'

let stack: LocalStack | null = null

/** Starts it on a free port with the demo cities, in memory. `E2E_URL` names one that is running already. */
export const begin = async (): Promise<void> => {
  if (process.env.E2E_URL) return
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true'
  stack = await startStack()
  process.env.E2E_URL = stack.url
}

export const end = async (): Promise<void> => {
  await stack?.stop()
  stack = null
}
