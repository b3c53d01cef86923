import { auditRecordsGrant } from '../audit/grants'
import { declareDomain } from '../shared/declaration/domain'
import { taskWritesGrant } from '../tasks/grants'
import { mediaAuditActions } from './contract/audit-actions'
import { sweepGrants } from './grants'
import { mediaOperations, mediaProblems } from './operations'
import { quarantineDays, reviewDays } from './rules'
import { pushSecret } from './secrets'

export const media = declareDomain({
  name: 'media',
  about:
    'Pictures, recordings, films and documents that staff upload, checked, made anew and shown once a second person has looked at them',
  operations: mediaOperations,
  problems: mediaProblems,
  table: { expiry: 'expiresAt' },
  tableActions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem'],
  bucket: {
    served: 'media/',
    removed: [
      { prefix: 'quarantine/', afterDays: quarantineDays },
      { prefix: 'review/', afterDays: reviewDays },
    ],
  },
  // What it signs for others it has to be allowed itself; what was approved is copied to where the public reads.
  objects: [
    {
      prefix: 'quarantine/',
      actions: ['PutObject', 'ListMultipartUploadParts', 'AbortMultipartUpload'],
    },
    { prefix: 'review/', actions: ['GetObject'] },
    { prefix: 'media/', actions: ['PutObject', 'DeleteObject'] },
  ],
  grants: [auditRecordsGrant, taskWritesGrant],
  ownSecrets: [pushSecret],
  secrets: [pushSecret],
  calls: ['media-pictures', 'identity-wechat'],
  auditActions: mediaAuditActions,
  taskKinds: ['media'],
  personalData: [
    {
      what: 'which staff uploaded a file and who decided about it',
      exported: 'that it was done is among what they did as staff',
      erased:
        'stays with the file: nobody may approve what they uploaded, and what is public has people who answer for it',
    },
  ],
  memory: 512,
  // It waits for the renditions, and then for WeChat to take its question.
  timeoutSeconds: 28,
  jobs: [
    {
      name: 'pictures',
      called: true,
      packages: ['sharp'],
      tableActions: [],
      objects: [
        { prefix: 'quarantine/', actions: ['GetObject'] },
        // Films are written in parts, which are given up where one fails.
        { prefix: 'review/', actions: ['PutObject', 'AbortMultipartUpload'] },
      ],
      memory: 1024,
      timeoutSeconds: 20,
    },
    {
      name: 'sweep',
      // At an hour at which nobody writes.
      schedules: [{ name: 'unused', expression: 'cron(20 3 * * ? *)' }],
      tableActions: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
      grants: sweepGrants,
      objects: [{ prefix: 'media/', actions: ['DeleteObject'] }],
      memory: 256,
      // What is left over is done by the next run.
      timeoutSeconds: 300,
    },
  ],
})
