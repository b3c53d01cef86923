import { consentTexts } from '@contract/identity'
import { Text, View } from '@tarojs/components'
import { useCity } from '@/shared/city'
import { Card } from '@/shared/components/card'
import { Row } from '@/shared/components/row'
import { Screen } from '@/shared/components/screen'
import { openPage } from '@/shared/navigation/navigation'
import { useMe } from '@/shared/session/session'
import { operatorPart, shown } from '../operator'
import { Parts } from '../parts'
import css from './privacy.module.scss'
import { StoredList } from './stored-list'
import { day, parts } from './text'

export default function Privacy() {
  const me = useMe()
  const city = useCity()
  const adcode = city.status === 'ready' ? city.region.adcode : null
  return (
    <Screen title="隐私说明" saysStorage>
      <View className={css.page}>
        <Parts parts={[operatorPart(shown, adcode), ...parts]} />
        {me && (
          <Card title="服务器上存了你的什么" flush>
            <Row
              first
              icon="database"
              title="我的数据"
              text="查看、导出、删除"
              onTap={() => openPage('/identity/pages/data/index')}
            />
          </Card>
        )}
        <Card title="这部手机里存了什么" flush>
          <StoredList />
        </Card>
        <Text className={css.day}>
          {consentTexts.privacy} 版，最后修改：{day}
        </Text>
      </View>
    </Screen>
  )
}
