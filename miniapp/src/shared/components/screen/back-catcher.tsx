import { PageContainer, View } from '@tarojs/components'
import { closeTopLayer, layerCount } from '../../navigation/layers'
import { useStore } from '../../storage/store'

/**
 * WeChat gives its way back, by key, swipe or bar, to a page container that is open before it gives it to the page. This
 * one is empty and unseen, open while something lies over the page. Clients without it go back as before.
 */
export function BackCatcher() {
  const count = useStore(layerCount)
  return (
    <View>
      {count > 0 && (
        // A container that was left stays shut: each layer that is left over gets a new one.
        <PageContainer key={count} show overlay={false} duration={0} onAfterLeave={closeTopLayer} />
      )}
    </View>
  )
}
