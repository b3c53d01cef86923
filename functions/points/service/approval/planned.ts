/** What a plan of points is asked for, and what comes of it. */
import type { Plan } from '../../../shared/access/approval'
import type { Result } from '../../../shared/result'
import type { StoredProposalRequest } from '../../contract'
import type { PictureCode } from '../gift/uploads'

export type PlanCode =
  | 'unknown-gift'
  | 'edited-meanwhile'
  | 'idempotency-key-reused'
  | 'proposal-expired'
  | PictureCode

/** Why something cannot be planned. */
export type Unplanned = Exclude<PlanCode, 'idempotency-key-reused'>

/** Who asks, and under which id. `approval`: null as long as nobody has approved it. */
export type Asking = {
  id: string
  /** Digest of the request. */
  asked: string
  by: string
  approval: { by: string; base: string } | null
}
export type GiftCode = 'unknown-gift' | 'edited-meanwhile'
export type Request<Name extends StoredProposalRequest['operation']> = Extract<
  StoredProposalRequest,
  { operation: Name }
>
export type Planned<Done, Code extends PlanCode, Refused extends PlanCode> = Result<
  Plan<Done, Code>,
  { code: Refused }
>
