import { Text, View } from '@tarojs/components'
import { goAid, goMap } from '@/places/go'
import { useWordsInUse } from '@/places/words-in-use'
import { goPoints } from '@/points/go'
import { useCity } from '@/shared/city'
import { Icon, type IconName } from '@/shared/components/icon'
import { Stack } from '@/shared/components/stack'
import { Tap } from '@/shared/components/tap'
import { useAge } from '@/shared/storage/settings'
import css from './main-links.module.scss'

export type Finding = { icon: IconName; title: string; text: string; onTap: () => void }

/** What there is to find on the map: a minor is not led to what is sold. */
export function useFinding(): Finding {
  return useAge() === 'minor'
    ? { icon: 'map', title: '地图', text: '歇脚、喝水', onTap: () => goMap({ openNow: true }) }
    : {
        icon: 'outlet',
        title: '附近网点',
        text: '现在开着的',
        onTap: () => goMap({ kinds: ['outlet', 'hall'], openNow: true }),
      }
}

/** The two main links. */
export function MainLinks() {
  return (
    <View className={css.hands}>
      <MainLink {...useFinding()} />
      <MainLink icon="aid" title="需要帮助" text="不问姓名" tone="aid" onTap={goAid} />
    </View>
  )
}

/** The map of what the fund paid for. */
export function WelfareMap() {
  const city = useCity()
  const had = useWordsInUse()
  const isEmpty = city.status === 'ready' && had?.has('project') === false
  const words = (
    <>
      <Icon name="project" className={isEmpty ? css.text : css.leaf} />
      <Stack grow>
        <Text className={css.title}>公益地图</Text>
        <Text className={css.text}>
          {isEmpty ? `${city.region.name}还没有收录公益项目` : '福彩公益金花在了哪里'}
        </Text>
      </Stack>
    </>
  )
  // As high as with its arrow: nothing below moves when the city has come.
  if (isEmpty) return <View className={`${css.wide} ${css.still}`}>{words}</View>
  return (
    <Tap className={css.wide} role="link" onTap={() => goMap({ kinds: ['project'] })}>
      {words}
      <Icon name="next" size="s" className={css.text} />
    </Tap>
  )
}

/** The link to points. */
export function PointsLink() {
  return (
    <Tap className={css.wide} role="link" onTap={goPoints}>
      <Icon name="points" className={css.text} />
      <Stack grow>
        <Text className={css.title}>积分</Text>
        <Text className={css.text}>签到、打卡得积分，换生活用品</Text>
      </Stack>
      <Icon name="next" size="s" className={css.text} />
    </Tap>
  )
}

function MainLink({
  icon,
  title,
  text,
  tone,
  onTap,
}: {
  icon: IconName
  title: string
  text: string
  tone?: 'aid'
  onTap: () => void
}) {
  return (
    <Tap className={`${css.way} ${tone ? css[tone] : ''}`} role="link" onTap={onTap}>
      <Icon name={icon} size="l" className={css.icon} />
      <Text className={css.title}>{title}</Text>
      <Text className={css.text}>{text}</Text>
    </Tap>
  )
}
