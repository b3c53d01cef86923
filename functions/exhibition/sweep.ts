import { auditRecords } from '../audit/fragments'
import { mediaReads, takenOffMedia } from '../media/fragments'
import type { JobContext } from '../shared/aws/job-context'
import { createChanging } from './service/changing'
import { documentWriter } from './service/documents'
import { firingService } from './service/firing'
import { createSweep } from './service/schedule'
import { createTakingOff } from './service/taking-off'
import { createExhibitionStore } from './store'

/** What becomes public by itself when its time has come. */
export const createExhibitionSweep = ({ tableOf, clock, random, log }: JobContext) => {
  const store = createExhibitionStore(tableOf('exhibition'))
  const media = mediaReads(tableOf('media'), clock)
  const audit = auditRecords(tableOf('audit'), { clock, random })
  const documents = documentWriter(store, media)
  const changing = createChanging({ store, documents, audit })
  const takenOff = takenOffMedia(tableOf('media'), 'exhibition')
  const takeOff = createTakingOff({ takenOff, documents, change: changing.change })
  return createSweep({ service: firingService({ store, clock }, changing), takeOff, clock, log })
}
