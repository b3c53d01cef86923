/** By when a report is to be decided. Server and phone agree on it: reports of before there were tasks have no other time. */
import { dayMs } from '../../shared/day'

const daysToDecide = 7

/** Ms, of a report that was made at `at` ms. */
export const reportDue = (at: number): number => at + daysToDecide * dayMs
