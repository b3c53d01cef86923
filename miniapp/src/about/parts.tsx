import { Text } from '@tarojs/components'
import { Fragment } from 'react'
import { CentreLine } from '@/shared/components/centre-line'
import { Heading } from '@/shared/components/heading'
import { Stack } from '@/shared/components/stack'
import { address, useElder } from '@/shared/storage/settings'
import css from './privacy/privacy.module.scss'
import type { Part } from './privacy/text'

/** A text in parts, each with its heading and its sentences. */
export function Parts({ parts }: { parts: readonly Part[] }) {
  const elder = useElder()
  return (
    <>
      {parts.map(({ title, lines }) => (
        <Stack key={title} gap={2}>
          <Heading level={2} size="part">
            {address(elder, title)}
          </Heading>
          {lines.map((line) => (
            <Fragment key={line}>
              <Text className={css.line}>{address(elder, line)}</Text>
              <CentreLine under={line} />
            </Fragment>
          ))}
        </Stack>
      ))}
    </>
  )
}
