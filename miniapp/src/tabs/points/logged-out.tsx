import { Text, View } from '@tarojs/components'
import { UnderAge } from '@/points/components/under-age'
import { goGifts } from '@/points/go'
import { Button } from '@/shared/components/button'
import { Card } from '@/shared/components/card'
import { Icon, type IconName } from '@/shared/components/icon'
import { goLogin } from '@/shared/components/login-needed'
import { Row } from '@/shared/components/row'
import { address, useAge, useElder } from '@/shared/storage/settings'
import css from './points.module.scss'

const are: readonly { icon: IconName; text: string }[] = [
  { icon: 'check', text: '签到、到站打卡、报告地点有误，都能得积分。' },
  { icon: 'check', text: '积分换礼品：慈善超市的日用品、便民服务。' },
  { icon: 'check', text: '礼品到你选的网点领取，明码标价，先到先得。' },
]
const areNot: readonly { icon: IconName; text: string }[] = [
  { icon: 'close', text: '积分不能买，也不能换钱、换彩票。' },
  { icon: 'close', text: '不抽奖，和买不买彩票没有关系。' },
]

/** Nobody is logged in: what points are and are not, one login, and the gifts for all to see. */
export function LoggedOut({ ended }: { ended: string | null }) {
  const elder = useElder()
  if (useAge() === 'minor') return <UnderAge />
  return (
    <>
      <Card>
        <Text className={ended ? css.ended : css.lead}>
          {address(elder, ended ?? '签到、打卡得积分，换生活用品。')}
        </Text>
        <Button tone="primary" block onTap={goLogin}>
          登录，开始攒积分
        </Button>
      </Card>
      <Card title="积分是什么">
        <View className={css.points} role="list">
          {[...are, ...areNot].map(({ icon, text }) => (
            <View key={text} className={css.point} role="listitem">
              <Icon name={icon} size="s" className={icon === 'check' ? css.yes : css.no} />
              <Text>{address(elder, text)}</Text>
            </View>
          ))}
        </View>
      </Card>
      <Card flush>
        <Row first icon="gift" title="先看看有什么礼品" text="不登录也能看" onTap={goGifts} />
      </Card>
    </>
  )
}
