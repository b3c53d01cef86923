import { identity } from '../../../functions/identity/domain'
import { meta } from '../../../functions/meta/domain'
import { places } from '../../../functions/places/domain'
import { contextOf } from '../../../functions/shared/aws/context'
import { openTable } from '../../../functions/shared/aws/table'
import { sessionPublicKeys } from '../../../functions/shared/session/session-grants'

const everyFunction = { BUILD_VERSION: '1.2.3', ADDRESS_STREAM: 'addresses' }
const ofPlaces = {
  ...everyFunction,
  TABLE_NAME: 'fuyi-test-places',
  POINTS_TABLE_NAME: 'fuyi-test-points',
  AUDIT_TABLE_NAME: 'fuyi-test-audit',
  TASKS_TABLE_NAME: 'fuyi-test-tasks',
  IDENTITY_TABLE_NAME: 'fuyi-test-identity',
  SESSION_PUBLIC_KEYS_ARN: 'arn:of:keys',
}

describe('what a function works with', () => {
  it('is read from the variables that its declaration names, by the names of the domains', () => {
    const opened: string[] = []
    const recording = ({ name }: { name: string }) => {
      opened.push(name)
      return openTable({ name })
    }
    const { tableOf, arnOf, version } = contextOf(places, { openTable: recording }, ofPlaces)
    for (const domain of ['places', 'points', 'identity']) tableOf(domain)
    expect(opened).toEqual(['fuyi-test-places', 'fuyi-test-points', 'fuyi-test-identity'])
    expect(arnOf(sessionPublicKeys)).toBe('arn:of:keys')
    expect(version).toBe('1.2.3')
  })

  it('stops the function at its start where something is missing, naming the variables and no value', () => {
    const { POINTS_TABLE_NAME: _, SESSION_PUBLIC_KEYS_ARN: __, ...less } = ofPlaces
    expect(() => contextOf(places, { openTable }, less)).toThrow(
      'environment is missing or wrong: POINTS_TABLE_NAME, SESSION_PUBLIC_KEYS_ARN',
    )
    expect(() => contextOf(identity, { openTable }, ofPlaces)).toThrow('IDENTITY_WECHAT_FUNCTION')
  })

  it('contains the tables of what domains hold of people where the environment names them, for whoever exports it', () => {
    const ofIdentity = {
      ...ofPlaces,
      SESSION_KEYS_ARN: 'arn:of:signing:keys',
      IDENTITY_WECHAT_FUNCTION: 'wechat',
      IDENTITY_PRIVACY_FUNCTION: 'privacy',
    }
    const opened: string[] = []
    const recording = ({ name }: { name: string }) => {
      opened.push(name)
      return openTable({ name })
    }
    const { tableOf } = contextOf(identity, { openTable: recording }, ofIdentity)
    for (const domain of ['identity', 'points']) tableOf(domain)
    expect(opened).toEqual(['fuyi-test-places', 'fuyi-test-points'])
    expect(() => tableOf('places')).toThrow('identity does not declare that it uses places')
  })

  it('contains no table, secret or function that the domain does not declare', () => {
    const { tableOf } = contextOf(places, { openTable }, { ...ofPlaces, MEDIA_TABLE_NAME: 'fuyi-test-media' })
    expect(() => tableOf('media')).toThrow('places does not declare that it uses media')
    const { tableOf: none, functionOf } = contextOf(meta, {}, everyFunction)
    expect(() => none('places')).toThrow('meta does not declare')
    expect(() => functionOf('identity-wechat', 1000)).toThrow('meta does not declare')
  })

  it('needs no SDK client that its handler does not pass in', async () => {
    const { secrets } = contextOf(meta, {}, everyFunction)
    await expect(secrets.read('arn:of:keys')).rejects.toThrow('hands no openSecrets')
  })
})
