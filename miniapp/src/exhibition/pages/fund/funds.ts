/** Where the money of a city went, kept for when there is no network. */
import { type Fund, fundSchema } from '@functions/exhibition/contract/fund'
import { fund } from '@functions/exhibition/endpoints/fund'
import { call } from '@/shared/api/request'
import { createLastSeen } from '@/shared/query/last-seen'
import { createRemote, type Remote } from '@/shared/query/remote'
import { phoneStore } from '@/shared/storage/storage'
import { fresh, useCurrent } from '../../current'

/** By region. */
const funds = createRemote((region) => call(fund, { params: { region } }), {
  fresh,
  seen: createLastSeen(phoneStore, 'fund', fundSchema),
})

export const useFund = (region: string): Remote<Fund> & { retry: () => void } => useCurrent(funds, region)
