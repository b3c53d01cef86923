/**
 * Stands in the bundles for the SDK's own search for credentials. Lambda hands them to a function in its environment; the
 * search through files, single sign-on, other roles and metadata services is 137 KB of every bundle, and never used.
 */
export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env'
