import { Text, View } from '@tarojs/components'
import { Sheet } from '@/shared/components/sheet'
import { pinShapeNames, pinShapes, pinStateNames, pinStates } from '../pins'
import css from './map-legend.module.scss'
import { PinPicture } from './pin-picture'

/** What the pins mean: the outline is what it is, filling and colour are its state. */
export function MapLegend({ onClose }: { onClose: () => void }) {
  return (
    <Sheet title="图例" onClose={onClose}>
      <View className={css.columns}>
        <View className={css.group} role="list" aria-label="形状">
          <Text className={css.title}>形状：地点类型</Text>
          {pinShapes.map((shape) => (
            <View key={shape} className={css.line} role="listitem">
              <PinPicture shape={shape} state="open" />
              <Text>{pinShapeNames[shape]}</Text>
            </View>
          ))}
        </View>
        <View className={css.group} role="list" aria-label="颜色和填充">
          <Text className={css.title}>颜色：营业状态</Text>
          {pinStates.map((state) => (
            <View key={state} className={css.line} role="listitem">
              <PinPicture shape="round" state={state} />
              <Text>{pinStateNames[state]}</Text>
            </View>
          ))}
        </View>
      </View>
    </Sheet>
  )
}
