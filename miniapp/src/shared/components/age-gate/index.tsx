import { Text, View } from '@tarojs/components'
import { address, settings, useAge, useElder } from '../../storage/settings'
import { phoneStore } from '../../storage/storage'
import { useStore } from '../../storage/store'
import { Button } from '../button'
import { Sheet } from '../sheet'
import { SheetButtons } from '../sheet/buttons'
import css from './age-gate.module.scss'

/**
 * Asks once, on the first visit of a lottery page, whether the person is of age (彩票管理条例, art. 18). Help asks
 * nothing of anybody: its page never shows this, and the sheet leads there.
 */
export function AgeGate({ onAid }: { onAid: () => void }) {
  const elder = useElder()
  const isStorageDenied = useStore(phoneStore.shortage)?.cause === 'denied'
  if (useAge() !== null) return null
  return (
    <Sheet title={address(elder, '你满 18 周岁了吗？')}>
      <View className={css.words}>
        <Text>这里有福利彩票销售网点的信息。未满 18 周岁的未成年人不得购买彩票和兑奖。</Text>
        <Text className={css.once}>
          {isStorageDenied
            ? '答案关闭后不保留。'
            : address(elder, '只问这一次，答案留在这部手机里，登录后也存在你的账号下。')}
          这里不卖彩票。
        </Text>
      </View>
      <SheetButtons>
        <Button tone="primary" block onTap={() => settings.age.set('adult')}>
          我已满 18 周岁
        </Button>
        <Button block onTap={() => settings.age.set('minor')}>
          我未满 18 周岁
        </Button>
        <Button tone="aid" icon="aid" block onTap={onAid}>
          遇到困难，先去求助
        </Button>
        {/* The question lies over the switch on top, and who cannot read it needs the switch first. */}
        <Button tone="quiet" icon="large" block onTap={() => settings.elder.set(!elder)}>
          {elder ? '换回标准版' : '字太小？换大字版'}
        </Button>
      </SheetButtons>
    </Sheet>
  )
}
