import { cityOf } from '@common/city-of'
import type { Bulletin } from '@functions/exhibition/contract/bulletins'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { goPlace } from '@/places/go'
import { Blocks } from '@/shared/blocks'
import { CityNotice } from '@/shared/city/components/city-notice'
import { usePlaceName } from '@/shared/city/use-place-name'
import { Card } from '@/shared/components/card'
import { FailureView } from '@/shared/components/failure-view'
import { Page } from '@/shared/components/page'
import { Row } from '@/shared/components/row'
import { Screen } from '@/shared/components/screen'
import { hasFoot } from '@/shared/components/screen/has-foot'
import { ShareAction } from '@/shared/components/share-action'
import { Waiting } from '@/shared/components/state'
import { Attachments } from '../../bulletins/attachments'
import { useBulletin } from '../../bulletins/documents'
import { BulletinHead } from '../../bulletins/head'
import { bulletinUrl, goBulletin, goBulletins } from '../../go'
import css from './bulletin.module.scss'

/** One bulletin, with what is attached to it. */
export default function BulletinPage() {
  const { id = '' } = useRouter().params
  const asked = useBulletin(id)
  const { value: bulletin, failure, retry } = asked
  useShareAppMessage(() => ({ title: bulletin?.title ?? '福彩公益发布', path: bulletinUrl(id) }))
  const region = cityOf(id)
  return (
    <Screen title="公益发布" notice={<CityNotice of={asked} />} lottery={hasFoot(asked)}>
      <Page>
        {bulletin && <Shown bulletin={bulletin} />}
        {!bulletin && failure && (
          <FailureView
            failure={failure}
            onRetry={retry}
            other={{ label: '看其他发布', onTap: () => goBulletins(region) }}
          />
        )}
        {!bulletin && !failure && <Waiting rows={4} text="正在打开" />}
      </Page>
    </Screen>
  )
}

function Shown({ bulletin }: { bulletin: Bulletin }) {
  const nameOf = usePlaceName()
  const { region, title, blocks, attachments } = bulletin
  return (
    <>
      <BulletinHead {...bulletin} />
      <Blocks blocks={blocks} nameOf={nameOf} onPlace={goPlace} onBulletin={goBulletin} />
      {attachments.length > 0 && <Attachments attachments={attachments} />}
      <ShareAction name={title} className={css.share ?? ''} />
      <Card flush>
        <Row first icon="document" title="其他公益发布" onTap={() => goBulletins(region)} />
      </Card>
    </>
  )
}
