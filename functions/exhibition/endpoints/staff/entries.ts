/** Entries as editors write, review and publish them. */
import { endpoint } from '../../../shared/declaration/endpoint'
import * as z from '../../../shared/zod'
import {
  approveRequestSchema,
  entriesQuerySchema,
  entriesResponseSchema,
  entrySchema,
  newEntryRequestSchema,
  ofEntrySchema,
  ofVersionSchema,
  rescheduleRequestSchema,
  restoreRequestSchema,
  returnRequestSchema,
  saveRequestSchema,
  submitRequestSchema,
  versionResponseSchema,
  versionsQuerySchema,
  versionsResponseSchema,
} from '../../contract/entries'

export const exhibitionEntries = endpoint({
  method: 'GET',
  path: '/api/staff/exhibition/entries',
  access: 'staff:publish',
  query: entriesQuerySchema,
  response: entriesResponseSchema,
})

export const exhibitionEntry = endpoint({
  method: 'GET',
  path: '/api/staff/exhibition/entries/:id',
  access: 'staff:publish',
  params: ofEntrySchema,
  response: entrySchema,
  codes: ['unknown-entry', 'entry-busy'],
})

export const createEntry = endpoint({
  method: 'POST',
  path: '/api/staff/exhibition/entries',
  access: 'staff:publish',
  idempotent: true,
  body: newEntryRequestSchema,
  response: entrySchema,
  codes: ['entry-exists', 'entry-busy'],
})

export const saveEntry = endpoint({
  method: 'PUT',
  path: '/api/staff/exhibition/entries/:id',
  access: 'staff:publish',
  params: ofEntrySchema,
  body: saveRequestSchema,
  response: entrySchema,
  codes: ['unknown-entry', 'entry-conflict', 'entry-state', 'entry-busy'],
})

export const submitEntry = endpoint({
  method: 'POST',
  path: '/api/staff/exhibition/entries/:id/submission',
  access: 'staff:publish',
  params: ofEntrySchema,
  body: submitRequestSchema,
  response: entrySchema,
  codes: [
    'unknown-entry',
    'entry-conflict',
    'entry-incomplete',
    'entry-wording',
    'entry-risky',
    'entry-state',
    'media-unusable',
    'bulletin-unusable',
    'entry-busy',
  ],
})

/** Of whoever decides that something may be public, and when. */
const approvalCodes = [
  'unknown-entry',
  'entry-conflict',
  'entry-incomplete',
  'entry-wording',
  'entry-risky',
  'entry-unchecked',
  'entry-state',
  'own-entry',
  'media-waits',
  'media-unusable',
  'bulletin-unusable',
  'gallery-full',
  'fund-full',
  'entry-busy',
] as const

export const approveEntry = endpoint({
  method: 'POST',
  path: '/api/staff/exhibition/entries/:id/approval',
  access: 'staff:publish',
  params: ofEntrySchema,
  body: approveRequestSchema,
  response: entrySchema,
  codes: approvalCodes,
})

export const rescheduleEntry = endpoint({
  method: 'POST',
  path: '/api/staff/exhibition/entries/:id/schedule',
  access: 'staff:publish',
  params: ofEntrySchema,
  body: rescheduleRequestSchema,
  response: entrySchema,
  codes: approvalCodes,
})

export const returnEntry = endpoint({
  method: 'POST',
  path: '/api/staff/exhibition/entries/:id/return',
  access: 'staff:publish',
  params: ofEntrySchema,
  body: returnRequestSchema,
  response: entrySchema,
  codes: ['unknown-entry', 'entry-conflict', 'entry-state', 'entry-busy'],
})

export const withdrawEntry = endpoint({
  method: 'POST',
  path: '/api/staff/exhibition/entries/:id/withdrawal',
  access: 'staff:publish',
  params: ofEntrySchema,
  body: z.strictObject({}),
  response: entrySchema,
  codes: ['unknown-entry', 'gallery-full', 'fund-full', 'entry-busy'],
})

export const entryVersions = endpoint({
  method: 'GET',
  path: '/api/staff/exhibition/entries/:id/versions',
  access: 'staff:publish',
  params: ofEntrySchema,
  query: versionsQuerySchema,
  response: versionsResponseSchema,
})

export const entryVersion = endpoint({
  method: 'GET',
  path: '/api/staff/exhibition/entries/:id/versions/:version',
  access: 'staff:publish',
  params: ofVersionSchema,
  response: versionResponseSchema,
  codes: ['unknown-version'],
})

export const restoreVersion = endpoint({
  method: 'POST',
  path: '/api/staff/exhibition/entries/:id/restoration',
  access: 'staff:publish',
  params: ofEntrySchema,
  body: restoreRequestSchema,
  response: entrySchema,
  codes: ['unknown-entry', 'unknown-version', 'entry-conflict', 'entry-state', 'entry-busy'],
})
