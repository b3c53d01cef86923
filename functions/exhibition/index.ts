import { auditRecords, exportRecorder } from '../audit/fragments'
import { type TextCheck, textCheck, textCheckPatienceMs } from '../identity/fragments'
import { mediaReads, mediaUses } from '../media/fragments'
import type { Context, DataContext } from '../shared/aws/context'
import { type GatewayHandler, gatewayHandler } from '../shared/http/lambda'
import { createRouter, route } from '../shared/http/router'
import { sessionsOf } from '../shared/session/session-reader'
import { taskWrites } from '../tasks/fragments'
import type { ExhibitionAuditAction } from './contract/audit-actions'
import {
  atom,
  handleBulletin,
  handleBulletinSearch,
  handleBulletins,
  handleFeed,
  json,
  rss,
} from './handlers/bulletins'
import { handleFund, handleGallery, handleHall } from './handlers/exhibition'
import {
  handleApproveEntry,
  handleCreateEntry,
  handleRescheduleEntry,
  handleRestoreVersion,
  handleReturnEntry,
  handleSaveEntry,
  handleSubmitEntry,
  handleWithdrawEntry,
} from './handlers/staff/entries'
import {
  handleEntryVersion,
  handleEntryVersions,
  handleExhibitionEntries,
  handleExhibitionEntry,
} from './handlers/staff/reads'
import { handleCheckSheet, handleExportSheet, handleImportSheet } from './handlers/staff/sheets'
import { exhibitionOperations as operations, exhibitionProblems as problems } from './operations'
import { createExhibitionService } from './service'

export { createExhibitionSweep } from './sweep'

/** What is done in exhibition, for its function and for demonstration data. */
export const createExhibition = ({ tableOf, clock, random }: DataContext, check: TextCheck | null = null) =>
  createExhibitionService(tableOf('exhibition'), {
    audit: auditRecords(tableOf('audit'), { clock, random }),
    tasks: taskWrites(tableOf('tasks')),
    media: mediaReads(tableOf('media'), clock),
    uses: mediaUses(tableOf('media'), 'exhibition', clock),
    check,
    clock,
  })

/** The function that answers the exhibition API. */
export const createExhibitionFunction = (context: Context): GatewayHandler => {
  const wechat = context.functionOf('identity-wechat', textCheckPatienceMs)
  const service = createExhibition(context, textCheck(wechat, context.log))
  const bulletins = { reads: service, version: context.version }
  const { tableOf, clock, random } = context
  const records = auditRecords<ExhibitionAuditAction>(tableOf('audit'), { clock, random })
  const exports = exportRecorder(records, random)
  const feeds = { ...bulletins, publicOrigin: context.publicOrigin }
  const routes = {
    hall: route(operations.hall, handleHall(service)),
    gallery: route(operations.gallery, handleGallery(service)),
    fund: route(operations.fund, handleFund(service)),
    bulletins: route(operations.bulletins, handleBulletins(bulletins)),
    bulletin: route(operations.bulletin, handleBulletin(service)),
    bulletinSearch: route(operations.bulletinSearch, handleBulletinSearch(bulletins)),
    bulletinsRss: route(operations.bulletinsRss, handleFeed(feeds, rss)),
    bulletinsAtom: route(operations.bulletinsAtom, handleFeed(feeds, atom)),
    bulletinsJsonFeed: route(operations.bulletinsJsonFeed, handleFeed(feeds, json)),
    exhibitionEntries: route(operations.exhibitionEntries, handleExhibitionEntries(service)),
    exhibitionEntry: route(operations.exhibitionEntry, handleExhibitionEntry(service)),
    createEntry: route(operations.createEntry, handleCreateEntry(service)),
    saveEntry: route(operations.saveEntry, handleSaveEntry(service)),
    submitEntry: route(operations.submitEntry, handleSubmitEntry(service)),
    approveEntry: route(operations.approveEntry, handleApproveEntry(service)),
    rescheduleEntry: route(operations.rescheduleEntry, handleRescheduleEntry(service)),
    returnEntry: route(operations.returnEntry, handleReturnEntry(service)),
    withdrawEntry: route(operations.withdrawEntry, handleWithdrawEntry(service)),
    entryVersions: route(operations.entryVersions, handleEntryVersions(service)),
    entryVersion: route(operations.entryVersion, handleEntryVersion(service)),
    restoreVersion: route(operations.restoreVersion, handleRestoreVersion(service)),
    checkSheet: route(operations.checkSheet, handleCheckSheet(service)),
    importSheet: route(operations.importSheet, handleImportSheet(service)),
    exportSheet: route(operations.exportSheet, handleExportSheet({ ...service, exports })),
  } satisfies Record<keyof typeof operations, unknown>
  const sessions = sessionsOf(context)
  const router = createRouter({ ...context, routes: Object.values(routes), problems, sessions })
  return gatewayHandler(router, context.clock)
}
