import { fetchAdjustments } from '@/desk/api'
import { More } from '@/desk/components/more'
import type { Desk } from '@/desk/desk'
import { joined } from '@/desk/waiting-pages'
import { useRemote } from '@/shared/query/remote'
import { fetchProposals } from './proposals/api'
import { adjustmentList, proposalList } from './stores'

/** Proposals that were decided before those that are shown. */
export function OlderProposals({ desk }: { desk: Desk }) {
  const { value } = useRemote(proposalList, desk.name)
  return (
    <More
      text="再看更早的复核"
      cursor={value?.cursor}
      load={(cursor) => fetchProposals(desk.region, cursor)}
      onLoaded={(next) => value && proposalList.put(desk.name, joined(value, next))}
    />
  )
}

/** Adjustments that were decided before those that are shown. */
export function OlderAdjustments({ desk }: { desk: Desk }) {
  const { value } = useRemote(adjustmentList, desk.name)
  return (
    <More
      text="再看更早的调整"
      cursor={value?.cursor}
      load={(cursor) => fetchAdjustments(desk.region, cursor)}
      onLoaded={(next) => value && adjustmentList.put(desk.name, joined(value, next))}
    />
  )
}
