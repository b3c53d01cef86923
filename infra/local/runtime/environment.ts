import { clientConfig } from '../engine/engine'

/** What only the local run tells a function beside its template; tests/infra proves that no template has any of it. */
export const localEnvironment = (endpoint: string, originVerify: string): Record<string, string> => {
  const { region, credentials } = clientConfig(endpoint)
  return {
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    ORIGIN_VERIFY: originVerify,
  }
}
