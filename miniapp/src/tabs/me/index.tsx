import { Text, View } from '@tarojs/components'

export default function Me() {
  return <View><Text>me</Text></View>
}
