import { clientConfig } from '../engine/engine'

/** Where the parts of the local run answer that stand for services. */
export type Endpoints = {
  database: string
  secrets: string
  functions: string
  addresses: string
  objects: string
  wechat: string
}

/** What only the local run tells a function beside its template; tests/infra proves that no template has any of it. */
export const localEnvironment = (
  { database, secrets, functions, addresses, objects, wechat }: Endpoints,
  originVerify: string,
  publicOrigin = 'https://fuyi.invalid',
): Record<string, string> => {
  const { region, credentials } = clientConfig(database)
  return {
    AWS_ENDPOINT_URL_DYNAMODB: database,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets,
    AWS_ENDPOINT_URL_LAMBDA: functions,
    AWS_ENDPOINT_URL_FIREHOSE: addresses,
    AWS_ENDPOINT_URL_S3: objects,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    ORIGIN_VERIFY: originVerify,
    PUBLIC_ORIGIN: publicOrigin,
    WECHAT_API: wechat,
  }
}
