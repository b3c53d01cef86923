/** The one running product that all files of this project visit. */
import { type LocalStack, startStack } from '../../../infra/local/stack'
import { binzhou, catalogue, huaian } from './server'

let stack: LocalStack | null = null

/** Starts it on a free port with the demo cities, in memory. `E2E_URL` names one that is running already. */
export const begin = async (): Promise<void> => {
  if (!process.env.E2E_URL) {
    process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true'
    stack = await startStack()
    process.env.E2E_URL = stack.url
  }
  try {
    // Whoever asks first for a city waits while it is packed, longer than a test should on a busy machine.
    for (const adcode of [huaian, binzhou]) await catalogue(adcode)
  } catch (error) {
    await end()
    throw error
  }
}

export const end = async (): Promise<void> => {
  await stack?.stop()
  stack = null
}
