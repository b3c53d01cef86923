import type { Contact } from '@contract/places'
import { Text, View } from '@tarojs/components'
import { OpenSign } from '@/places/components/open-sign'
import { DirectionsSheet } from '@/places/directions/directions-sheet'
import { openDirections } from '@/places/directions/open'
import { type ReadyCity, refreshCity, useCity } from '@/shared/city'
import { CityNotice } from '@/shared/city/components/city-notice'
import { CityStart } from '@/shared/city/components/city-start'
import { Button } from '@/shared/components/button'
import { Card } from '@/shared/components/card'
import { Heading } from '@/shared/components/heading'
import { Row } from '@/shared/components/row'
import { Screen } from '@/shared/components/screen'
import { Stack } from '@/shared/components/stack'
import { StateView, Waiting } from '@/shared/components/state'
import { call, copy } from '@/shared/phone/actions'
import { useAction } from '@/shared/query/use-action'
import { useNow } from '@/shared/time/clock'
import css from './contact.module.scss'
import { officeLine, officeWeek } from './view'

/** How the centre of the city is reached: call it, go there, and when somebody is in. */
export default function ContactPage() {
  const city = useCity()
  const contact = city.status === 'ready' ? city.region.contact : undefined
  return (
    <Screen
      title="联系市福彩中心"
      notice={<CityNotice />}
      over={<DirectionsSheet />}
      actions={
        contact && (
          <Button
            tone="primary"
            icon="phone"
            block
            onTap={() => call(contact.phones[0] ?? '')}
          >{`打电话 ${contact.phones[0] ?? ''}`}</Button>
        )
      }
    >
      <View className={css.page}>
        {city.status === 'unchosen' && <CityStart />}
        {city.status === 'loading' && <Waiting rows={3} text="正在取联系方式" />}
        {city.status === 'failed' && (
          <StateView
            scene="offline"
            title="网络连不上，还没有取到联系方式"
            text="连上网络后再试。取到一次，以后没有网也能看。"
            action={{ label: '再试一次', onTap: () => void refreshCity() }}
          />
        )}
        {city.status === 'ready' &&
          (contact ? (
            <ContactDetails city={city} contact={contact} />
          ) : (
            <NoContact name={city.region.name} />
          ))}
      </View>
    </Screen>
  )
}

function ContactDetails({ city, contact }: { city: ReadyCity; contact: Contact }) {
  const now = useNow()
  const { name, address, phones, position } = contact
  const line = officeLine(contact, city.catalogue.calendar, now)
  return (
    <>
      <Stack gap={2}>
        <Heading level={2} size="page">
          {name}
        </Heading>
        {line && <OpenSign line={line} large />}
      </Stack>
      <Card title="电话" flush>
        {phones.map((phone, n) => (
          <Row key={phone} first={n === 0} icon="phone" title={phone} onTap={() => call(phone)} />
        ))}
      </Card>
      <Card title="地址">
        <Text className={css.address}>{address}</Text>
        <View className={css.actions}>
          {position && (
            <View className={css.action}>
              <Button
                icon="navigate"
                block
                onTap={() => openDirections({ name, address, ...position }, null)}
              >
                导航
              </Button>
            </View>
          )}
          <View className={css.action}>
            <CopyAddress address={address} />
          </View>
        </View>
      </Card>
      <OfficeHours city={city} contact={contact} now={now} />
    </>
  )
}

function CopyAddress({ address }: { address: string }) {
  const copying = useAction(async () => ({ ok: true as const, value: await copy(address) }))
  return (
    <Button icon={copying.value ? 'check' : 'copy'} block onTap={() => void copying.run()}>
      {copying.value ? '已复制' : '复制地址'}
    </Button>
  )
}

function OfficeHours({ city, contact, now }: { city: ReadyCity; contact: Contact; now: number }) {
  const week = officeWeek(contact, city.catalogue.calendar, now)
  if (!week) return null
  return (
    <Card title="办公时间" flush>
      {[week.today, ...week.rest].map(({ key, label, text, note }, n) => (
        <Row key={key} first={n === 0} title={label} text={note ?? undefined} end={text} />
      ))}
    </Card>
  )
}

function NoContact({ name }: { name: string }) {
  return (
    <StateView
      scene="empty"
      title={`${name}还没有登记福彩中心的联系方式`}
      text="可以打政务服务热线 12345 询问。"
      action={{ label: '打 12345', onTap: () => call('12345') }}
    />
  )
}
