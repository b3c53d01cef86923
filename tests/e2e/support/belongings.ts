/** What the people of the scenes have: made once for a test file, under names that no other file has. */
import type { Order } from '../../../functions/points/contract'
import { cancel, desktopOf, give, handOver, member, order, proposeBatch, proposeOnSale } from './people'

export type Belongings = {
  /** Somebody with points, and with orders in each state. */
  citizen: string
  reserved: Order
  pickedUp: Order
  cancelled: Order
}

export async function prepare(name: string): Promise<Belongings> {
  const citizen = `looks-${name}`
  await give(citizen, 900)
  const pickedUp = await order(citizen, '毛巾两条装')
  await handOver(citizen, pickedUp.id)
  const cancelled = await order(citizen, '社区理发一次')
  await cancel(citizen, cancelled.id)
  const reserved = await order(citizen, '晴雨伞一把')
  await proposeBatch('staff-gifts', `社区义诊现场 ${name}`)
  await proposeOnSale('staff-gifts', `便民购物卡 ${name}`)
  await desktopOf(citizen)
  for (const staff of ['owner', 'staff-admin', 'staff-gifts']) await member(staff)
  return { citizen, reserved, pickedUp, cancelled }
}
