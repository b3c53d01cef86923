import type { Proposal } from '@contract/points'
import { Text } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { ListedView, useListed } from '@/desk/components/listed'
import { More } from '@/desk/components/more'
import type { Desk } from '@/desk/desk'
import { DeskPage, useEscape } from '@/desk/frame/desk-page'
import { type Column, Table } from '@/desk/list'
import { type Persons, usePersons } from '@/desk/persons/use-persons'
import { proposalList } from '@/desk/stores'
import { joined, withOne } from '@/desk/waiting-pages'
import { Badge } from '@/shared/components/badge'
import { useNow } from '@/shared/time/clock'
import { momentText } from '@/shared/time/moments'
import { fetchProposals } from './api'
import { ProposalDetail } from './proposal-detail'
import { proposalSign, proposalTitle } from './view'

/** What one person proposed and another has to approve, and what was decided lately. With `?id=` that one is open. */
export default function ProposalsPage() {
  const { id = null } = useRouter().params
  return (
    <DeskPage page="proposals">{(desk) => <Proposals key={desk.name} desk={desk} first={id} />}</DeskPage>
  )
}

function Proposals({ desk, first }: { desk: Desk; first: string | null }) {
  const listed = useListed(proposalList, desk.name)
  const persons = usePersons(
    desk,
    listed.value?.items.flatMap((one) => [one.proposedBy, one.decidedBy]) ?? [],
  )
  const now = useNow()
  const [picked, setPicked] = useState<string | null>(first)
  useEscape(picked === null ? null : () => setPicked(null))
  return (
    <ListedView listed={listed}>
      {(page) => {
        const found = page.items.find(({ id }) => id === picked)
        return (
          <>
            <Table
              label="待复核"
              columns={columnsAt(now, persons)}
              rows={page.items}
              keyOf={({ id }) => id}
              picked={found ? picked : null}
              onPick={setPicked}
              empty="现在没有要复核的。新的积分码、放宽的规则、礼品的上架、降价、延长和改文字，提交后会在这里等另一位同事。"
              detailTitle="复核"
              detail={
                found && (
                  <ProposalDetail
                    key={found.id}
                    proposal={found}
                    me={desk.me.id}
                    persons={persons}
                    now={now}
                    onDecided={(next) => proposalList.put(desk.name, withOne(page, next))}
                  />
                )
              }
            />
            <More
              cursor={page.cursor}
              load={(cursor) => fetchProposals(desk.region, cursor)}
              onLoaded={(next) => proposalList.put(desk.name, joined(page, next))}
            />
          </>
        )
      }}
    </ListedView>
  )
}

function columnsAt(now: number, { whoOf }: Persons): Column<Proposal>[] {
  return [
    { head: '什么事', grow: 4, cell: (proposal) => <Text>{proposalTitle(proposal)}</Text> },
    {
      head: '状态',
      cell: (proposal) => {
        const { word, tone } = proposalSign(proposal)
        return <Badge tone={tone}>{word}</Badge>
      },
    },
    { head: '提出', grow: 2, cell: ({ proposedBy }) => <Text>{whoOf(proposedBy)}</Text> },
    {
      head: '时间',
      grow: 2,
      cell: ({ proposedAt }) => <Text>{momentText(Date.parse(proposedAt), now)}</Text>,
    },
  ]
}
