import { StateView } from '@/shared/components/state'
import { address, useElder } from '@/shared/settings'
import { underAge } from '@/shared/under-age'
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
