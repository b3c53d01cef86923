/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * What two people publish says where it stands, who proposed it and what is missing.
 */
import { render, screen } from '@testing-library/react'
import { createElement } from 'react'
import { Steps } from '@/desk/edit/steps'
import { giftSteps, rulesSteps } from '@/points/desk/proposals/steps'
import { aGift, aProposal } from './builders'
import { atWork, outlet, staff } from './work'

const whoOf = () => '王老师'
const noteAt = ({ at, steps }: ReturnType<typeof giftSteps>) => [steps[at]?.label, steps[at]?.note]
const draft = { ...aGift(), isPublished: false, picture: null, total: 0, taken: 0 }
const publishing = aProposal({
  operation: 'changeGift',
  changes: [{ field: 'isPublished', before: 'false', after: 'true' }],
})

describe('a gift', () => {
  it('is a draft, and says what it has not yet', () => {
    expect(noteAt(giftSteps(draft, [], whoOf))).toEqual(['草稿', '还没有图片、库存'])
    expect(noteAt(giftSteps({ ...draft, total: 5 }, [], whoOf))).toEqual(['草稿', '还没有图片'])
    const whole = { ...draft, picture: '/api/gifts/1/pictures/1', total: 5 }
    expect(noteAt(giftSteps(whole, [], whoOf))).toEqual(['草稿', '可以提交上架'])
  })

  it('waits, and says who proposed it and who is missing', () => {
    expect(noteAt(giftSteps(draft, [publishing], whoOf))).toEqual([
      '待上架',
      '王老师提出，还差另一位同事复核',
    ])
  })

  it('is published, whatever change of it waits', () => {
    const cheaper = aProposal({
      operation: 'changeGift',
      changes: [{ field: 'price', before: '9', after: '8' }],
    })
    expect(noteAt(giftSteps({ ...draft, isPublished: true }, [cheaper], whoOf))).toEqual([
      '已上架',
      '市民能看到',
    ])
    expect(giftSteps(draft, [cheaper], whoOf).at).toBe(0)
  })

  it('shows them over its fields', async () => {
    const { open, screen, fireEvent } = atWork(
      [staff('gifts')],
      {
        'GET /api/staff/gifts': { gifts: [aGift({ outlets: [outlet], isPublished: false })] },
        'GET /api/staff/proposals': { proposals: [] },
        'GET /api/staff/adjustments': { adjustments: [] },
      },
      { width: 1440 },
    )
    open('desk/pages/points/gifts')
    fireEvent.click(await screen.findByRole('button', { name: /杂粮礼包/ }))
    expect(screen.getByRole('listitem', { name: /^草稿，现在在这一步/ })).toBeTruthy()
  })
})

describe('steps on the screen', () => {
  const at = (current: number) =>
    render(
      createElement(Steps, {
        label: '发布进度',
        steps: ['草稿', '待发布', '已发布'].map((label, index) => ({
          label,
          ...(index === current && { note: '王老师提出，还差另一位同事复核' }),
        })),
        at: current,
      }),
    )

  it('say what is missing under all of them, where it has the width', () => {
    at(1)
    const note = screen.getByText('王老师提出，还差另一位同事复核')
    expect(screen.getByRole('list').contains(note)).toBe(false)
  })

  it('differ in shape by whether they are done, are the one it is in, or come yet', () => {
    at(1)
    const marks = screen.getAllByRole('listitem').map((step) => step.firstElementChild?.className)
    expect(marks).toEqual([
      expect.stringContaining('icon-check'),
      expect.stringContaining('here'),
      expect.stringContaining('ahead'),
    ])
    expect(screen.getAllByRole('listitem').map((step) => step.getAttribute('aria-label'))).toEqual([
      '草稿，已完成',
      '待发布，现在在这一步',
      '已发布',
    ])
  })
})

describe('rules', () => {
  it('are in force, a draft while more is written that takes a second person, and wait once it is proposed', () => {
    const waiting = [aProposal({ operation: 'changeRules' })]
    expect(noteAt(rulesSteps({ isDirty: false, needsSecond: false }, [], whoOf))).toEqual([
      '已生效',
      '市民按这里的规则得积分',
    ])
    expect(noteAt(rulesSteps({ isDirty: true, needsSecond: true }, [], whoOf))).toEqual([
      '草稿',
      '还没有提交',
    ])
    expect(noteAt(rulesSteps({ isDirty: false, needsSecond: false }, waiting, whoOf))).toEqual([
      '待复核',
      '王老师提出，还差另一位同事复核',
    ])
  })
})
