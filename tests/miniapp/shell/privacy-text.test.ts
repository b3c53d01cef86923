/** What the privacy text must tell, and that whoever agreed to less is asked again. */
import { consentTexts } from '@contract/identity'
import { parts } from '@/about/privacy/text'
import { missingConsents } from '@/shared/session/consents'
import { aMe } from '../identity/builders'

const [kept] = parts.filter(({ title }) => title === '存多久')

test('how long each thing stays is listed in one place, with backups and what outlives the account', () => {
  const text = kept?.lines.join('') ?? ''
  for (const part of [
    '当场删掉',
    '长期留着',
    '三年',
    '当时写的理由',
    '180 天',
    '30 天',
    '13 个月',
    '备份',
    '35 天',
  ])
    expect(text).toContain(part)
})

test('whoever agreed to the text that did not tell of the network log and of what stays is asked again', () => {
  const at = '2026-11-20T00:00:00Z'
  const consents = [
    { text: 'privacy' as const, version: '2026-11', at },
    { text: 'points' as const, version: consentTexts.points, at },
  ]
  expect(missingConsents(aMe({ consents }))).toEqual(['privacy'])
})
