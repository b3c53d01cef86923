import * as endpoints from '@functions/points/endpoints/counter'
import { useState } from 'react'
import { call } from '@/shared/api/request'
import { isOnline } from '@/shared/platform/network'
import { useStore } from '@/shared/storage/store'
import { AtCounter } from '../components/at-counter'
import { AskCode } from './ask-code'
import { Done } from './done'
import { createHandoverFlow, type HandoverDeps } from './flow'
import { Found } from './found'

const deps: HandoverDeps = {
  check: (place, digits) => call(endpoints.checkPickup, { body: { place, digits } }),
  // The same ticket again gets the same answer.
  confirm: (place, ticket) => call(endpoints.pickUp, { body: { place, ticket } }),
  online: isOnline,
}

/** Scan or type the code, see what it is, hand it over, once. */
export default function HandoverPage() {
  return <AtCounter title="核销礼品" page={(outlet) => <Handover key={outlet} outlet={outlet} />} />
}

function Handover({ outlet }: { outlet: string }) {
  const [desk] = useState(() => createHandoverFlow(deps))
  const now = useStore(desk)
  switch (now.step) {
    case 'ask':
    case 'checking':
      return <AskCode outlet={outlet} now={now} onCode={(digits) => void desk.check(outlet, digits)} />
    case 'found':
    case 'confirming':
      return (
        <Found outlet={outlet} now={now} onConfirm={() => void desk.confirm(outlet)} onBack={desk.restart} />
      )
    case 'done':
      return <Done outlet={outlet} answer={now.answer} onNext={desk.restart} />
  }
}
