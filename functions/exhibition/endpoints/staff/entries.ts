/** Entries as editors write, review and publish them. */
import { endpoint } from '../../../shared/endpoint'
import {
  approveRequestSchema,
  entrySchema,
  newEntryRequestSchema,
  ofEntrySchema,
  submitRequestSchema,
} from '../../contract/entries'

export const createEntry = endpoint({
  method: 'POST',
  path: '/api/staff/exhibition/entries',
  access: 'staff:publish',
  idempotent: true,
  body: newEntryRequestSchema,
  response: entrySchema,
  codes: ['entry-exists'],
})

export const submitEntry = endpoint({
  method: 'POST',
  path: '/api/staff/exhibition/entries/:id/submission',
  access: 'staff:publish',
  params: ofEntrySchema,
  body: submitRequestSchema,
  response: entrySchema,
  codes: ['unknown-entry', 'entry-conflict', 'entry-incomplete', 'entry-state', 'entry-busy'],
})

export const approveEntry = endpoint({
  method: 'POST',
  path: '/api/staff/exhibition/entries/:id/approval',
  access: 'staff:publish',
  params: ofEntrySchema,
  body: approveRequestSchema,
  response: entrySchema,
  codes: [
    'unknown-entry',
    'entry-conflict',
    'entry-incomplete',
    'entry-state',
    'own-entry',
    'gallery-full',
    'entry-busy',
  ],
})
