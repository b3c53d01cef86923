import { NoAccess } from '@/shared/components/no-access'

/** For somebody who stands behind no counter: who can let them in, and by which number. */
export function NoCounter({ no }: { no: string }) {
  return (
    <NoAccess
      no={no}
      title="这里给网点的人用"
      text="代销者和销售员在这里交付礼品。请把你的编号告诉市福彩中心，由他们开通。"
    />
  )
}
