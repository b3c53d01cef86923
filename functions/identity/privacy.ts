import { createErasers, type Eraser } from '../personal-data'
import type { JobContext } from '../shared/aws/job-context'
import { createIdentityService } from './service'
import { createPrivacyJob } from './service/privacy'

/** The function that erases what is held of whoever leaves. `erasers`: those of all domains if absent. */
export const createPrivacyFunction = (
  context: JobContext,
  erasers: ReadonlyMap<string, Eraser> = createErasers(context),
) =>
  createPrivacyJob({
    ...context,
    erasers,
    store: createIdentityService(context),
  })
