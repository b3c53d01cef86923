import * as z from '@common/zod'
import { type AuditRecord as Audit, auditRecordSchema as auditSchema } from '@contract/audit'
import type { Power } from '@contract/identity'
import { adjustmentSchema } from '@contract/points'
import { auditField, auditTitle, auditValue, isNew } from '@/desk/history/words'
import { navigationFor } from '@/desk/registry'
import {
  emptyRole,
  grantSentence,
  revokeText,
  roleOf,
  roleProblem,
  roleText,
} from '@/identity/desk/roles/draft'
import { reportFigure } from '@/places/desk/register'
import { decidedText, decisionText, reportText } from '@/places/desk/reports/view'
import {
  adjustmentProblems,
  adjustmentSign,
  proposalSentence,
  waitingFor,
} from '@/points/desk/adjustments/view'
import { namesIn, roleChangeText, subjectText } from '@/points/desk/audit/view'
import { adjustmentFigure, auditFigure, batchFigure, giftFigure, ruleFigure } from '@/points/desk/figures'
import { at } from '../places/builders'
import { aBatch, aGift, anAdjustment, someRules } from './builders'

const now = at('2026-03-04 12:00')

describe('the links to pages', () => {
  it('are those of one’s powers', () => {
    const titles = (powers: Power[]) =>
      navigationFor(powers).map(({ group, pages }) => [group, ...pages.map(({ title }) => title)])
    expect(titles(['audit'])).toEqual([
      ['待办', '工作台'],
      ['数据', '查账', '操作记录'],
    ])
    expect(titles([])).toEqual([['待办', '工作台']])
  })

  it('count what waits', () => {
    const gifts = [aGift(), aGift({ taken: 50, waiting: 3 }), aGift({ isPublished: false })]
    expect(giftFigure(gifts, now)).toEqual({
      number: '1',
      text: '种可兑换，1 种已兑完，3 人在排队',
      alert: false,
      marked: '1 种已兑完',
    })
    expect(giftFigure([aGift()], now)).toEqual({ number: '1', text: '种可兑换', alert: false })
    expect(ruleFigure(someRules())).toEqual({
      before: '每次签到',
      number: '5',
      text: '分，每月最多 1,000 分',
      alert: false,
    })
    expect(auditFigure(36, false)).toEqual({ before: '本月', number: '36', text: '次操作', alert: false })
    const batches = [aBatch(), aBatch({ isStopped: true })]
    expect(batchFigure({ batches }, '2026-03-04').text).toContain('63 个码没用')
    expect(batchFigure({ batches, cursor: 'x' }, '2026-03-04')).toMatchObject({ number: '1+' })
    const adjustments = [
      anAdjustment(),
      anAdjustment({ proposedBy: 'me' }),
      anAdjustment({ state: 'approved' }),
    ]
    expect(adjustmentFigure({ items: adjustments }, 'me')).toEqual({
      number: '1',
      text: '笔待审批，我提出的 1 笔待他人审批',
      alert: true,
    })
    // More wait than were read.
    expect(adjustmentFigure({ items: adjustments, open: 3 }, 'me').number).toBe('1+')
    expect(waitingFor('me', adjustments)).toHaveLength(1)
    expect(reportFigure({ reports: [], more: false })).toMatchObject({ number: '0', alert: false })
  })
})

describe('a record', () => {
  const record = (overrides: Partial<Audit>): Audit => ({
    at: '2026-03-04T02:00:00.000Z',
    by: '00000000000000000001',
    action: 'gift-changed',
    subject: '320800-7k2m9qxa4t',
    changes: [],
    ...overrides,
  })

  it('names what was done to: by what the record itself tells, else by its kind and a short number', () => {
    const made = record({ action: 'gift-created', changes: [{ field: 'name', before: '', after: '热水袋' }] })
    const batch = record({
      action: 'batch-created',
      subject: '320800-8k2m9qxa4t',
      changes: [{ field: 'label', before: '', after: '社区义诊现场' }],
    })
    const known = namesIn([made, batch])
    const text = (overrides: Partial<Audit>) => subjectText(record(overrides), (id) => known.get(id) ?? null)
    expect(text({})).toBe('热水袋')
    expect(text({ action: 'codes-read', subject: batch.subject })).toBe('社区义诊现场')
    expect(text({ subject: '320800-unseen1111' })).toBe('礼品 …n1111')
    expect(text({ action: 'adjustment-proposed', subject: '320800-9k2m9qxa4t' })).toBe('更早提出的一笔调整')
    expect(text({ action: 'ledger-read', subject: '00000000000000000001' })).toBe('人员 …00001')
    expect(text({ action: 'ledger-read', subject: '260304-7K2M9QXA4T' })).toBe('兑换单 260304-7K2M9QXA4T')
    expect(text({ action: 'rules-changed', subject: '320800' })).toBe('积分规则')
    expect(text({ action: 'report-accepted', subject: '320800-32080290' })).toBe('地点 32080290')
  })

  it('says what was done to which fields, in the words of the screens', () => {
    const changes = [
      { field: 'price', before: '120', after: '90' },
      { field: 'outlets', before: '["320800-1"]', after: '["320800-1","320800-2"]' },
    ]
    expect(auditTitle(record({ changes }))).toBe('修改礼品：积分、取货网点')
    expect(auditTitle(record({ action: 'gift-created', changes }))).toBe('新建礼品')
    expect(auditTitle(record({ action: 'ledger-read' }))).toBe('查看流水')
    const exported = { action: 'points-exported', changes: [{ field: 'list', before: '', after: 'gifts' }] }
    expect(auditTitle(record(exported))).toBe('导出清单')
    expect([auditField('list'), auditValue('list', 'gifts')]).toEqual(['清单', '礼品'])
  })

  it('says what was done to a text of the exhibition, and of which save or version, in words', () => {
    const changes = [
      { field: 'name', before: '', after: '第一张福利彩票' },
      { field: 'revision', before: '', after: '2' },
    ]
    expect(auditTitle(record({ action: 'entry-saved', changes }))).toBe('保存展馆内容')
    expect(['name', 'revision', 'version', 'check', 'reason'].map(auditField)).toEqual([
      '名称',
      '第几次保存',
      '第几版',
      '微信检查',
      '原因',
    ])
    expect(auditValue('check', 'pass')).toBe('通过')
  })

  it('of what a later server knows is called 其他, and what it changed is shown', () => {
    const later = z.parse(auditSchema, { ...record({}), action: 'lots-drawn' })
    expect(auditTitle(later)).toBe('其他')
    expect(auditTitle({ ...later, changes: [{ field: 'price', before: '1', after: '2' }] })).toBe(
      '其他：积分',
    )
    expect(isNew(later)).toBe(false)
    expect(subjectText(later, () => null)).toBe('其他 …qxa4t')
    const known = record({ action: 'gift-created' })
    expect(z.parse(auditSchema, known)).toEqual(known)
  })

  it('of an adjustment in a state that a later server knows is called 其他', () => {
    const later = z.parse(adjustmentSchema, { ...anAdjustment(), state: 'postponed' })
    expect(adjustmentSign(later)).toEqual({ word: '其他', tone: 'closed' })
    expect(waitingFor('me', [later])).toEqual([])
  })

  it('says what was decided on a report, and what came of it', () => {
    const changes = [
      { field: 'fact', before: '', after: 'out-of-stock' },
      { field: 'amenity', before: '', after: 'water' },
      { field: 'settled', before: '', after: 'false' },
      { field: 'award', before: '', after: 'cap-reached' },
    ]
    const accepted = record({ action: 'report-accepted', subject: '320800-1', changes })
    expect(auditTitle(accepted)).toBe('采纳市民报告')
    expect(auditTitle({ ...accepted, action: 'report-rejected' })).toBe('市民报告记为不属实')
    expect(isNew(accepted)).toBe(true)
    const lines = changes.map(({ field, after }) => `${auditField(field)}：${auditValue(field, after)}`)
    expect(lines).toEqual([
      '反映的问题：东西用完了',
      '哪样设施：饮用水',
      '是否已解决：否',
      '给报告的人积分：没有给，已经到上限',
    ])
  })

  it('says what became of somebody’s roles', () => {
    const change = { at: '2026-11-18T02:00:00.000Z', by: null, person: 'p'.repeat(20), before: [] }
    const owner = { kind: 'owner', region: '320800', outlets: ['320800-32080290'] } as const
    const granted = {
      ...change,
      deed: 'granted' as const,
      after: [{ ...owner, outlets: [...owner.outlets] }],
    }
    expect(roleChangeText(granted, ({ kind }) => kind)).toBe('授予或改变身份：现在是owner')
    const revoked = { ...change, deed: 'revoked' as const, after: [] }
    expect(roleChangeText(revoked, ({ kind }) => kind)).toBe('收回身份：现在没有身份')
  })

  it('says in words which powers and outlets somebody was given, and within which part of the city', () => {
    const changes = [
      { field: 'powers', before: 'gifts,review', after: 'review' },
      { field: 'salesperson', before: '', after: '320800-1,320800-2' },
      { field: 'manager', before: '', after: '清江浦区,淮阴区' },
      { field: 'powers.outlet.320800-32080290', before: '', after: 'from-a-later-server' },
      { field: 'scope', before: '', after: 'district.320803' },
    ]
    const lines = changes.map(({ field, after }) => `${auditField(field)}：${auditValue(field, after)}`)
    expect(lines).toEqual([
      '权限：审核',
      '销售员：2 个网点',
      '市场管理员：清江浦区、淮阴区',
      '权限（网点 32080290）：其他',
      '范围：淮安区',
    ])
    const [powers] = changes
    const granted = record({ action: 'role-granted', changes: powers ? [powers] : [] })
    expect(auditTitle(granted)).toBe('授予或改变身份：权限')
    expect(isNew(granted)).toBe(false)
    expect(isNew(record({ action: 'role-proposed', changes }))).toBe(true)
    expect(auditValue('powers', '')).toBe('（空）')
    expect(subjectText({ action: 'role-left', subject: 'p'.repeat(20) }, () => null)).toMatch(/^人员/)
  })

  it('reads values as people do, and leaves what it does not know as it is', () => {
    expect(auditValue('outlets', '["320800-1","320800-2"]')).toBe('2 个网点')
    expect(auditValue('isStopped', 'true')).toBe('是')
    expect(auditValue('isPublished', 'true')).toBe('已上架')
    expect(auditValue('state', 'approved')).toBe('已批准')
    expect(auditValue('about', '')).toBe('（空）')
    expect(auditField('check-in.amount')).toBe('签到')
    expect(auditField('somethingNew')).toBe('somethingNew')
  })
})

describe('an adjustment', () => {
  it('says what it would come to, and that nothing moves yet', () => {
    const draft = { points: '-20', text: '重复记了一次' }
    expect(proposalSentence(draft, 100)).toContain('余额从 100 变成 80')
    expect(proposalSentence(draft, 100)).toContain('现在不变')
    expect(proposalSentence(draft, 10)).toContain('没有这么多积分')
    expect(proposalSentence(draft, null)).not.toContain('余额')
    expect(proposalSentence({ points: '0', text: 'x' }, 100)).toBeNull()
  })

  it.each([
    [{ points: '0', text: '为什么' }, 'points'],
    [{ points: '100001', text: '为什么' }, 'points'],
    [{ points: '5', text: ' ' }, 'text'],
    [{ points: '5', text: '很'.repeat(201) }, 'text'],
  ])('refuses %j', (draft, field) => expect(Object.keys(adjustmentProblems(draft))).toEqual([field]))
})

describe('a role', () => {
  const me = '00000000'
  const draft = { ...emptyRole, no: '8k3m 92qt', kind: 'salesperson' as const, outlets: ['320800-1'] }
  const nameOf = () => '水渡口福彩站'

  it('takes a number, and what it holds for', () => {
    expect(roleProblem({ ...draft, no: '8k3m' }, me)).toContain('8 位编号')
    expect(roleProblem({ ...draft, kind: null }, me)).toContain('身份')
    expect(roleProblem({ ...draft, outlets: [] }, me)).toContain('网点')
    expect(roleProblem(draft, '8K3M92QT')).toContain('另一位管理员')
    expect(roleProblem({ ...draft, kind: 'manager' }, me)).toContain('区县')
    expect(roleProblem({ ...draft, kind: 'staff' }, me)).toContain('权限')
    expect(roleOf(draft, '320800', me)).toEqual({
      no: '8K3M92QT',
      role: { kind: 'salesperson', region: '320800', outlets: ['320800-1'] },
    })
  })

  it('says what granting and revoking mean', () => {
    const held = { kind: 'salesperson' as const, region: '320800', outlets: ['320800-1', '320800-2'] }
    expect(grantSentence(draft, null, me)).toContain('8K3M 92QT 的人成为销售员')
    expect(grantSentence(draft, held, me)).toContain('已经是销售员')
    expect(revokeText('8K3M92QT', 'staff')).toMatch(/^编号 8K3M 92QT 的人.*进不了工作台/)
    expect(roleText(held, nameOf)).toBe('销售员：水渡口福彩站等 2 个网点')
    expect(roleText({ kind: 'staff', region: '320800', powers: ['audit'] }, nameOf)).toBe(
      '市中心工作人员：查账',
    )
  })
})

describe('a report', () => {
  const report = {
    id: '320800-1772589600000-0000000000',
    place: { id: '320800-1', name: '水渡口福彩站', outletNo: '1' },
    fact: 'out-of-stock' as const,
    amenity: 'water' as const,
    note: null,
    at: '2026-03-04T02:00:00.000Z',
    credit: true,
    doubted: true,
  }

  it('says what was said, and what deciding so changes', () => {
    expect(reportText(report)).toBe('东西用完了（饮用水）')
    expect(decisionText(report, { accept: true, settled: true })).toContain('得到积分')
    expect(decisionText(report, { accept: true, settled: true })).toContain('不再')
    expect(decisionText(report, { accept: true, settled: false })).toContain('继续标“待核实”')
    expect(decisionText({ ...report, doubted: false }, { accept: false, settled: false })).toBe(
      '报告的人不得积分。地点页不变。',
    )
  })

  it('says what became of the points', () => {
    const decision = { id: report.id, accept: true, settled: true, at: report.at, award: 'given' as const }
    expect(decidedText(decision)).toContain('积分已经给')
    expect(decidedText({ ...decision, award: 'cap-reached' })).toContain('已经到上限')
    expect(decidedText({ ...decision, accept: false, award: 'none' })).toBe('已记为不属实。')
  })
})
