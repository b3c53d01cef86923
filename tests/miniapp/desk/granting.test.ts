/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * What the form that grants a role says and refuses.
 */
import { atWork, region, staff } from './work'

const wide = { width: 1440 }

describe('a role', () => {
  const holder = {
    id: '00000000000000000002',
    no: '8K3M92QT',
    roles: [{ kind: 'staff', region, powers: ['audit', 'review'] }],
    changedAt: '2026-03-04T02:00:00.000Z',
  }
  async function granting() {
    const work = atWork([staff('admin')], { 'GET /api/staff/roles': { people: [holder] } }, wide)
    work.open('desk/pages/identity/roles')
    work.fireEvent.click(await work.screen.findByRole('button', { name: '授予身份' }))
    return work
  }

  it('of oneself is nothing that one can save', async () => {
    const { screen, fireEvent, me } = await granting()
    fireEvent.change(screen.getByRole('textbox', { name: /对方的编号/ }), { target: { value: me.no } })
    fireEvent.click(screen.getByRole('radio', { name: /^市中心工作人员/ }))
    fireEvent.click(screen.getByRole('checkbox', { name: '查账' }))
    expect(screen.getByText('这是你自己的编号。自己的身份要另一位管理员来改。')).toBeTruthy()
    expect(screen.getByRole('button', { name: '授予' })).toHaveProperty('disabled', true)
  })

  it('that somebody holds already begins with what they hold', async () => {
    const { screen, fireEvent } = await granting()
    fireEvent.change(screen.getByRole('textbox', { name: /对方的编号/ }), { target: { value: holder.no } })
    fireEvent.click(screen.getByRole('radio', { name: /^市中心工作人员/ }))
    const isOn = (name: string) => screen.getByRole('checkbox', { name }).getAttribute('aria-checked')
    expect([isOn('查账'), isOn('审核'), isOn('发布')]).toEqual(['true', 'true', 'false'])
  })

  it('with a power that only a later version knows is not saved without it', async () => {
    const later = { ...holder, roles: [{ kind: 'staff', region, powers: ['audit', 'inspect'] }] }
    const { open, screen, fireEvent } = atWork(
      [staff('admin')],
      { 'GET /api/staff/roles': { people: [later] } },
      wide,
    )
    open('desk/pages/identity/roles')
    fireEvent.click(await screen.findByRole('button', { name: '授予身份' }))
    fireEvent.change(screen.getByRole('textbox', { name: /对方的编号/ }), { target: { value: later.no } })
    fireEvent.click(screen.getByRole('radio', { name: /^市中心工作人员/ }))
    fireEvent.click(screen.getByRole('checkbox', { name: '审核' }))
    expect(screen.getByRole('button', { name: '保存修改' })).toHaveProperty('disabled', true)
    expect(screen.getByText(/更新到最新版本再改/)).toBeTruthy()
  })

  it('is none until one is chosen', async () => {
    const { screen } = await granting()
    for (const radio of screen.getAllByRole('radio')) expect(radio.getAttribute('aria-checked')).toBe('false')
  })
})
