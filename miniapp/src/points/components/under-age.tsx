import { StateView } from '@/shared/components/state'
import { underAge } from '@/shared/session/under-age'
import { address, useElder } from '@/shared/storage/settings'
import { goMe } from '../go'

/** In the place of the ways to earn: nobody under 18 does (decision 020). */
export function UnderAge() {
  const elder = useElder()
  return (
    <StateView
      scene="empty"
      title={underAge}
      text={address(elder, '如果年龄按错了，到“我的”里改，别的设置不变。')}
      action={{ label: '到“我的”里看', onTap: goMe }}
    />
  )
}
