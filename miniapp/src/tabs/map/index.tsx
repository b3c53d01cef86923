import { Text, View } from '@tarojs/components'

export default function Map() {
  return <View><Text>map</Text></View>
}
